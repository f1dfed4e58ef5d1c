"""Mail: what is read of it, decoded, with the places of the stored file."""

import datetime as dt
import mailbox
from email.message import EmailMessage

import pytest

from lint.read import read

TEXT = "Die Fähre fuhr spät – sehr spät, und niemand sagte, warum sie so lange im Hafen gelegen hatte.\n"


def mail(encoding: str, subtype: str = "plain", text: str = TEXT) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["Date"] = "Fähren", "Wed, 01 May 2024 07:00:00 +0000"
    message.set_content(text, subtype=subtype, cte=encoding)
    return message


@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_the_text_is_decoded_and_keeps_its_place(encoding: str) -> None:
    (post,) = read("a.eml", bytes(mail(encoding)))
    title, body = post.blocks
    assert (post.title, post.date, title.prose.text) == ("Fähren", dt.date(2024, 5, 1), "Fähren")
    assert body.prose.text == TEXT.strip()
    home = body.prose.home(0, 3)
    line = post.source.text[home.start : home.end]
    assert line == "Die" if encoding != "base64" else "\n" not in line and len(line) > 40
    assert post.source.text[: home.start].count("\n") > 5


def test_of_several_parts_the_plain_one_is_read_and_no_attachment() -> None:
    message = mail("8bit")
    message.add_alternative("<p>No.</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment("Neither.", filename="a.txt")
    (post,) = read("a.eml", bytes(message))
    assert [block.prose.text for block in post.blocks] == ["Fähren", TEXT.strip()]
    (post,) = read("a.eml", bytes(mail("quoted-printable", "html", "<p>Spät <b>fuhr</b> sie.</p>")))
    assert [block.prose.text for block in post.blocks] == ["Fähren", "Spät fuhr sie."]


def test_a_box_holds_many(tmp_path) -> None:
    box = mailbox.mbox(tmp_path / "a.mbox")
    for encoding in ("8bit", "base64"):
        box.add(mail(encoding))
    box.flush()
    posts = read("a.mbox", (tmp_path / "a.mbox").read_bytes())
    assert [post.blocks[1].prose.text for post in posts] == [TEXT.strip()] * 2


NESTED = (
    "Subject: A\n" + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(50)) + "Text."
)


@pytest.mark.parametrize(
    "text",
    [
        NESTED,
        "Subject: =?utf-8?b?////?= =?x?q?=41?=\nContent-Type: multipart/mixed\n\nText.",
        "Subject: A\nContent-Transfer-Encoding: base64\n\nA\n=\n@@@@\nQUJD\n",
        "Subject: A\nContent-Type: text/plain; charset=x\nContent-Transfer-Encoding: quoted-printable\n\n=FF=ZZ=\n=",
        "no mail at all",
        "Subject: A",
    ],
)
def test_what_is_broken_is_read_as_far_as_it_goes(text: str) -> None:
    assert len(read("a.eml", text.encode())) == 1
