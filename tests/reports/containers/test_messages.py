"""Mail and saved pages: one message, one report."""

from email.message import EmailMessage

import pytest
from reports.factory import BODY, HEADLINE, HTML, PAGE, clues_of, opened, reports


def letter(*, html=None, text=None, attachment=None, **headers):
    message = EmailMessage()
    for name, value in {
        "Subject": HEADLINE,
        "From": "Kelvan Herald <news@kelva.example>",
        "Date": "Wed, 14 May 2031 23:30:00 -0400",
        **headers,
    }.items():
        message[name] = value
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, subtype="html")
    if attachment:
        message.add_attachment(attachment, maintype="application", subtype="pdf", filename="a.pdf")
    message["Message-ID"] = "<1@kelva.example>"
    return message.as_bytes()


def put(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["a.eml", "letter.txt"])
def test_newsletter_is_read_with_subject_sender_and_day(tmp_path, name):
    path = put(tmp_path, letter(html=HTML, text="see the page"), name)
    ((file, item),) = opened(path)[0].items()
    assert (file, item.form) == (name, "fragment")
    assert clues_of(item) == {"title": HEADLINE, "source": "Kelvan Herald", "published": "2031-05-14T23:30:00-04:00"}
    report = reports(path)[name]
    assert report.text == f"{HEADLINE}\n{BODY.strip()}"
    assert (report.published.edtf, report.published_basis, report.source) == ("2031-05-14", "mail", "Kelvan Herald")


def test_plain_mail_is_read_when_there_is_no_page(tmp_path):
    report = reports(put(tmp_path, letter(text=BODY, attachment=b"%PDF"), "a.eml"))["a.eml"]
    assert report.text == f"{HEADLINE}\n{BODY.strip()}"


def test_mail_without_text_is_set_aside(tmp_path):
    message = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nxx"
    assert "without text" in opened(put(tmp_path, message, "a.eml"))[0]["a.eml"].reason


def test_saved_page_has_its_address_and_was_seen_when_saved(tmp_path):
    content = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.kelva.example/dam\r\nSubject: x\r\n"
        "Date: Tue, 20 May 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://www.kelva.example/dam\r\n\r\n{PAGE.replace('=', '=3D')}\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
    )
    path = put(tmp_path, content.encode(), "a.mhtml")
    item = opened(path)[0]["a.mhtml"]
    assert clues_of(item) == {
        "url": "https://www.kelva.example/dam",
        "source": "kelva.example",
        "seen": "2031-05-20T10:00:00",
    }
    report = reports(path)["a.mhtml"]
    assert (report.title, report.url, report.published.edtf) == (
        HEADLINE,
        "https://www.kelva.example/dam",
        "../2031-05-20",
    )
    assert "Kelva and Ostrany left Geneva" in report.text


def test_front_matter_is_no_mail(tmp_path):
    content = f"Title: {HEADLINE}\nDate: 2031-05-14\nSource: Kelvan Herald\n\n{BODY}"
    assert opened(put(tmp_path, content.encode(), "a.txt"))[0]["a.txt"].stated == ()
