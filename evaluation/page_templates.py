"""Pages of invented outlets with their truth: one report a page amid the furniture that news pages have.

Every word is invented. Templates vary in markup (article, div with many names, table layout of old pages, paragraphs
parted by <br>), in where furniture stands (before, between and after the paragraphs) and in how long the report is.
"""

import random
from html import escape

PLACES = "Ostvik Kelva Marn Tessoun Lugano Brask Velmar Drosh Ilkan Serat Toralm Quessa Nador Ulvik Pelm".split()
NAMES = "Ana Brodin|Marek Ilves|Sana Torrel|Jon Akkers|Lida Marsh|Pavel Onn|Rhea Vost|Tomas Quill|Edda Sorrin".split(
    "|"
)
OFFICES = "the foreign minister|the governor|a spokesman for the army|the mediator|the mayor|the envoy".split("|")
SUBJECTS = "The two sides|Negotiators|Officials from both capitals|Aid workers|Troops|Border guards|Observers".split(
    "|"
)
ACTS = (
    "met for a second day|agreed to keep the crossing open|accused each other of shelling villages|put off a vote on the draft"
    "|returned eleven prisoners|said the road would be cleared within a week|left the talks without a date for another round"
    "|counted the damage after a night of fire|asked for more observers along the river"
).split("|")
TAILS = (
    "after weeks of quiet|while residents waited in the cold|as the deadline drew near|according to people who were in the room"
    "|though neither would say so in public|in what diplomats called a small step|before the rain set in"
).split("|")
MENU = "Home World Politics Business Opinion Culture Sport Weather Video Podcasts Newsletters".split()
SIDE = (
    "Fuel prices fall for a third week|Ferry service to resume in spring|Museum opens its cellar|Ten dishes for cold days"
    "|Team wins on penalties|The long road to a new harbour|What to read this weekend|Five questions about the budget"
).split("|")
PROMPTS = (
    "Sign up for our morning newsletter|Follow us on all channels|Support our journalism|Download the app"
    "|Share this article|Print|Listen to this article"
).split("|")


def make_page(rng: random.Random) -> tuple[bytes, str]:
    """Make one page and the text of its report, one paragraph a line."""
    paragraphs = [_paragraph(rng) for _ in range(rng.randint(2, 16))]
    title = f"{rng.choice(SUBJECTS)} {rng.choice(ACTS)} near {rng.choice(PLACES)}"
    body = "\n".join(paragraphs)
    outlet = f"{rng.choice(PLACES)} {rng.choice(('Herald', 'Courier', 'Lantern', 'Gazette'))}"
    make = rng.choice((_article, _divs, _table, _breaks))
    inner = make(rng, title, paragraphs)
    head = (
        f"<title>{escape(title)} - {outlet}</title><meta property='og:title' content='{escape(title)}'>"
        f"<meta property='og:site_name' content='{outlet}'>"
    )
    html = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{_top(rng)}{inner}{_bottom(rng, outlet)}</body></html>"
    return html.encode(), body


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randint(1, 4)))


def _sentence(rng: random.Random) -> str:
    place, name, office = rng.choice(PLACES), rng.choice(NAMES), rng.choice(OFFICES)
    kind = rng.randint(0, 3)
    if kind == 0:
        return f"{rng.choice(SUBJECTS)} {rng.choice(ACTS)} in {place} on {rng.choice(('Monday', 'Friday'))}, {rng.choice(TAILS)}."
    if kind == 1:
        return f"“We have not yet seen what was promised in {place},” said {name}, {office}, {rng.choice(TAILS)}."
    if kind == 2:
        return f"{name}, {office}, told reporters that {rng.randint(3, 90)} people had left {place} since {rng.choice(('May', 'June', 'the autumn'))}."
    return f"In {place}, {rng.choice(SUBJECTS).lower()} {rng.choice(ACTS)}, and {name} {rng.choice(('welcomed it', 'called it late', 'gave no comment'))}."


def _top(rng: random.Random) -> str:
    items = "".join(f"<li><a href='/{m.lower()}'>{m}</a></li>" for m in MENU[: rng.randint(5, len(MENU))])
    cookie = "<div class='cookie-banner'><p>We use cookies to give you the best experience. Accept all</p></div>"
    return f"<header><div class='logo'>Home</div><nav><ul>{items}</ul></nav></header>{cookie if rng.random() < 0.5 else ''}"


def _bottom(rng: random.Random, outlet: str) -> str:
    links = "".join(f"<li><a href='/{i}'>{escape(s)}</a></li>" for i, s in enumerate(rng.sample(SIDE, 5)))
    comments = (
        "<section id='comments'><h3>Comments (2)</h3><p>Well said.</p><p>I do not believe a word of it.</p></section>"
    )
    related = f"<aside class='{rng.choice(('related', 'sidebar', 'more-stories'))}'><h3>Related stories</h3><ul>{links}</ul></aside>"
    foot = f"<footer><p>© 2031 {outlet}. All rights reserved.</p><p><a href='/terms'>Terms</a> <a href='/privacy'>Privacy</a></p></footer>"
    return related + (comments if rng.random() < 0.4 else "") + foot


def _between(rng: random.Random) -> str:
    """Furniture that stands among the paragraphs of many pages."""
    kind = rng.randint(0, 3)
    if kind == 0:
        return f"<p><strong>Read more:</strong> <a href='/x'>{escape(rng.choice(SIDE))}</a></p>"
    if kind == 1:
        return f"<div class='newsletter-box'><p>{rng.choice(PROMPTS)}</p></div>"
    if kind == 2:
        return "<div class='ad'><p>Advertisement</p></div>"
    return f"<figure><img src='a.jpg' alt=''><figcaption>A street in {rng.choice(PLACES)}. Photo: {rng.choice(NAMES)}</figcaption></figure>"


def _block(rng: random.Random, words: str) -> str:
    """A paragraph as pages mark it up: mostly p, at times a div, a quotation, an item of a list, with links and stress."""
    text = escape(words, quote=False)
    first, _, rest = text.partition(" ")
    kind = rng.randint(0, 11)
    if kind == 0:
        return f"<blockquote><p>{text}</p></blockquote>"
    if kind == 1:
        return f"<ul><li>{text}</li></ul>"
    if kind == 2:
        return f"<p><a href='/topic'>{first}</a> {rest}</p>"
    if kind == 3:
        return f"<p><span><strong>{first}</strong> {rest}</span></p>"
    return f"<p>{text}</p>"


def _flow(rng: random.Random, paragraphs: list[str]) -> str:
    parts = []
    for number, paragraph in enumerate(paragraphs):
        parts.append(_block(rng, paragraph))
        if number and rng.random() < 0.25:
            parts.append(_between(rng))
    return "".join(parts)


def _byline(rng: random.Random) -> str:
    return f"<p class='byline'>By {rng.choice(NAMES)}</p><p class='date'>Published {rng.randint(1, 28)} May 2031</p>"


def _article(rng: random.Random, title: str, paragraphs: list[str]) -> str:
    return f"<main><article><h1>{escape(title)}</h1>{_byline(rng)}{_flow(rng, paragraphs)}</article></main>"


def _divs(rng: random.Random, title: str, paragraphs: list[str]) -> str:
    name = rng.choice(("story-body", "entry-content", "article__body", "post", "text", "content"))
    return f"<div id='page'><div class='headline'><h1>{escape(title)}</h1>{_byline(rng)}</div><div class='{name}'>{_flow(rng, paragraphs)}</div></div>"


def _table(rng: random.Random, title: str, paragraphs: list[str]) -> str:
    side = "".join(f"<a href='/{i}'>{escape(s)}</a><br>" for i, s in enumerate(rng.sample(SIDE, 4)))
    return f"<table><tr><td width=150>{side}</td><td><h2>{escape(title)}</h2>{_flow(rng, paragraphs)}</td></tr></table>"


def _breaks(rng: random.Random, title: str, paragraphs: list[str]) -> str:
    text = "<br><br>".join(escape(p, quote=False) for p in paragraphs)
    return f"<div class='main'><h1>{escape(title)}</h1>{_byline(rng)}<div class='newstext'>{text}</div></div>"
