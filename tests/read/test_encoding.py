import pytest

from lint.read.encoding import UndecodableError, decode

TEXTS = {
    "cp1252": "Près de la fenêtre, « ça » sent l’été – où ? Le café était déjà fermé.",
    "cp1250": "Zażółć gęślą jaźń. To jest zdanie, które zawiera różne znaki i źdźbło trawy na łące.",
    "cp1251": "Съешь же ещё этих мягких булок, да выпей чаю. Это предложение написано по-русски.",
    "utf-8-sig": "naïve 🙂",
    "utf-16": "naïve 🙂",
    "utf-16-le": "A plain line in wide letters, naïve.",
    "utf-32": "naïve 🙂",
}


@pytest.mark.parametrize("codec", TEXTS)
def test_encodings(codec: str) -> None:
    assert decode(TEXTS[codec].encode(codec)) == TEXTS[codec]


@pytest.mark.parametrize(
    "head", ['<?xml version="1.0" encoding="koi8-r"?>\n', '<html><head><meta charset="koi8-r"></head>\n']
)
def test_declared(head: str) -> None:
    text = head + "Привет, дом"
    assert decode(text.encode("koi8-r")) == text


WORDS = "Près de la fenêtre, où l’été entre."


@pytest.mark.parametrize(
    "data", [WORDS.encode() + "é".encode()[:1], WORDS.encode() + b" caf\xe9 \x93ici\x94"[:6] + WORDS.encode()]
)
def test_utf_8_with_a_few_wrong_bytes_is_not_read_as_another_encoding(data: bytes) -> None:
    with pytest.raises(UndecodableError, match="though the rest is"):
        decode(data)


@pytest.mark.parametrize("data", [b"words \0\1\2 words", b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 2, b"\xff\xfea"])
def test_binary(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)
