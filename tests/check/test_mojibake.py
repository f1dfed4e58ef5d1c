"""Damage done to text by an old encoding is found whatever the encoding was, and right text in any script is not."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lint.check.mojibake import Options, check
from lint.extract import extract
from lint.read import read
from lint.rulebook import shipped_folder

PAGES = tuple(yaml.safe_load((shipped_folder() / "encoding" / "mojibake.yaml").read_text("utf-8"))["options"]["pages"])


def hits(text):
    (post,) = read("a.md", text.encode())
    found = check(post, extract(post, "a.md", 0), Options(PAGES))
    return [(text[hit.span.start : hit.span.end], [fix.text for fix in hit.suggestions]) for hit in found]


def damaged(text, page):
    return text.encode().decode(page, "ignore")


@pytest.mark.parametrize(
    "page", ["cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp437", "mac_roman"]
)
@pytest.mark.parametrize("sign", ["’", "—", "🔊", "€", "…"])
def test_signs_through_any_page(page, sign):
    found = hits(f"It is {damaged(sign, page)} here.\n")
    assert len(found) == 1
    if damaged(sign, page).encode(page) == sign.encode():
        assert found[0] == (damaged(sign, page), [sign])


@pytest.mark.parametrize("text", ["Zoë", "naïve", "Müller", "façade", "Łódź", "Привет", "日本語"])
def test_letters_through_the_commonest_page(text):
    if damaged(text, "cp1252").encode("cp1252") == text.encode():
        assert "".join(fix[0] for _, fix in hits(f"Here is {damaged(text, 'cp1252')}.\n")) in text


@pytest.mark.parametrize(
    "text",
    [
        "“Quotes” — and … “more”, Łódź, Ærø, ÅÄÖ, ‘À’, É… MÖ™, Été à «Nîmes», Größe—Ä",
        "Привет мир, друзья! Артём, хаб, чай и щука. УЖ ТЕМА ЯНВАРЬ",
        "Ελληνικά “x” ΑΒΓ, שלום עולם, العربية “نعم”, ภาษาไทย, 日本語“テスト”, 한국어, हिन्दी",
        "š“ Škoda – Žižek, Đà Nẵng Việt Nam, İstanbul, Ă«, ½ ± µm α→β ø€",
    ],
)
def test_right_text_is_left_alone(text):
    assert hits(text + "\n") == []


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_text_is_survived(text):
    list(hits("x" + text.replace("\r", "") + "\n") if len(read("a.md", ("x" + text).encode())) == 1 else ())
