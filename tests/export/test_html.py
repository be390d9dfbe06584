import re
from html.parser import HTMLParser

from msgspec.structs import replace

from dateline.export.html import page
from dateline.records import CodedDocument


class Reader(HTMLParser):
    """Collects the text of the article, the keys on both sides, ids and links, and checks that tags are balanced."""

    VOID = ("meta", "br")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.words = ""
        self.in_text: set[str] = set()
        self.on_cards: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag not in self.VOID:
            self.open.append((tag, found.get("class", "")))
        keys = set(found.get("data-k", "").split())
        if self.inside("words"):
            self.in_text |= keys
        else:
            self.on_cards |= keys
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.inside("words"):
            self.words += data

    def inside(self, name: str) -> bool:
        return any(name in classes.split() for _, classes in self.open)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


def test_the_text_is_whole_and_every_key_has_two_ends(sample: CodedDocument) -> None:
    reader = read(page([sample]))
    assert reader.words == sample.text
    assert {"e1.event.0", "e1.actors.0", "e1.place.0", "c1.cue.0", "c1.content.0"} <= reader.in_text
    assert reader.in_text == reader.on_cards


def test_links_inside_the_page_have_targets(sample: CodedDocument) -> None:
    reader = read(page([sample, sample]))
    assert len(set(reader.ids)) == len(reader.ids)
    assert {link[1:] for link in reader.links if link.startswith("#")} <= set(reader.ids)


def test_nothing_is_fetched_and_everything_is_escaped(sample: CodedDocument) -> None:
    evil = replace(sample, title="</h2><script>alert(1)</script>", url="javascript:alert(1)", publisher='"><img src=x>')
    html = page([evil])
    assert html.count("<script") == 1
    assert "javascript:" not in html
    assert not re.search(
        r"<(?:img|link|iframe)\b|\bsrc=|@import|url\(", html.replace("&quot;&gt;&lt;img src=x&gt;", "")
    )
    read(html)


def test_a_document_without_events(sample: CodedDocument) -> None:
    html = page([replace(sample, events=(), claims=(), uncoded=(), published=None, published_from=None, url=None)])
    assert "No events were found" in html
    assert "no date of publication" in html


def test_a_page_without_documents() -> None:
    read(page([]))
