"""Furniture in many languages goes with its reason; what only looks like it stays."""

import pytest

from variorum.reports.cleaning.clean import clean_text

BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
    "Eleven villages below the dam have been without water since April, the Red Cross said on Sunday.",
)


def cut(line):
    """What goes of a line in the middle of a report, with its reason; None where it stays."""
    raw = "\n".join((*BODY[:2], line, BODY[2]))
    gone = [(raw[r.raw_start : r.raw_end], r.reason) for r in clean_text(raw).removals]
    assert len(gone) <= 1
    return gone[0] if gone else None


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "READ ALSO: Ostrany closes two crossings",
        "Must read: What the treaty of 1994 says",
        "Listen to this article",
        "Your browser does not support the audio element.",
        "0:00 / 5:32",
        "A- A A+",
        "Font size: A- A+",
        "Read the e-paper",
        "We use cookies to improve this site.",
        "Download our app for more.",
        "This article is for subscribers only.",
        "You have reached your limit of free articles.",
        "À lire aussi : le barrage en dix dates",
        "Cet article est réservé aux abonnés.",
        "Mehr zum Thema: Der Damm in Zahlen",
        "Diese Website verwendet Cookies.",
        "Lea también: La presa en diez fechas",
        "Leggi anche: La diga in dieci date",
        "Leia também: A barragem",
        "Читайте также: Плотина в десяти датах",
        "Подписывайтесь на наш канал",
        "Читайте також: Гребля у десяти датах",
        "اقرأ أيضا: السد في عشرة تواريخ",
        "بیشتر بخوانید: سد در ده تاریخ",
        "קראו גם: הסכר בעשרה תאריכים",
        "Bizi takip edin",
        "Həmçinin oxuyun: bəndin on tarixi",
        "Կարդացեք նաև՝ ամբարտակը",
        "წაიკითხეთ ასევე: კაშხალი",
        "Διαβάστε επίσης: το φράγμα σε δέκα ημερομηνίες",
        "Czytaj też: Tama w dziesięciu datach",
        "Citește și: Barajul orașului",
        "Pročitajte još: Brana",
        "Lees ook: De dam in tien data",
        "Läs också: Dammen i tio datum",
        "相关阅读：大坝十年",
        "関連記事：ダムの十年",
        "관련기사: 댐의 십 년",
        "यह भी पढ़ें: बाँध के दस साल",
    ],
)
def test_line_goes_when_it_is_furniture(line):
    assert cut(line) == (line, "furniture")


@pytest.mark.parametrize(
    "line",
    [
        "pic.twitter.com/aB3dE",
        "— Orsk Water (@orskwater) May 3, 2021",
        "https://t.co/Ab12 pic.twitter.com/aB3dE — Orsk Water (@orskwater) May 3, 2021",
        "View this post on Instagram",
        "A post shared by Orsk Water (@orskwater)",
    ],
)
def test_signature_of_a_post_goes(line):
    assert cut(line) == (line, "embed")


def test_posted_words_stay_when_their_signature_goes():
    posted = "“The gates will open at noon.” pic.twitter.com/aB3dE — Orsk Water (@orskwater) May 3, 2021"
    assert cut(posted) == (" " + posted.partition(" pic")[0] and posted[posted.index(" pic") :], "embed")


@pytest.mark.parametrize("line", ["#orsk #dam", "#orsk, #dam, @kelva"])
def test_row_of_tags_goes(line):
    assert cut(line) == (line, "link")


@pytest.mark.parametrize(
    "label", ["Tags: Orsk, dam", "Теги: плотина", "Etiketler: baraj", "Schlagworte: Damm", "标签：大坝"]
)
def test_tags_go_at_the_foot(label):
    cleaned = clean_text("\n".join((*BODY, label)))
    assert cleaned.text == "\n".join(BODY)
    assert [removal.reason for removal in cleaned.removals] == ["sections"]


@pytest.mark.parametrize(
    "line",
    [
        "A post from the ministry said that the gates were closed.",
        "This video shows the gates as they opened, the ministry said.",
        "Download speeds fell in the valley after the masts were hit.",
        "Support for the treaty has grown since the flood of April.",
        "Contact was lost with the crew of the dam at noon.",
        "Watch towers were built along the whole shore of the lake.",
        "The envoy (@orskwater on most networks) would not answer.",
        "Listen, he told them, and they did.",
        "Die Diskussion um den Damm dauert an.",
        "At 5:32 the first gate opened.",
    ],
)
def test_line_stays_when_it_only_begins_like_furniture(line):
    assert cut(line) is None
