import pytest

from dateline.errors import InputError
from dateline.reading.documents import ReadOptions
from dateline.reading.html import read_html

PAGE = """<!DOCTYPE html><html lang="en-US"><head><meta charset="{charset}">
<title>Envoys meet in Orvane | Harbor News</title>
<meta property="og:title" content="Envoys meet in Orvane"><meta property="og:site_name" content="Harbor News">
<meta property="article:published_time" content="2024-05-15T08:30:00Z">
<link rel="canonical" href="https://harbor.example/envoys">
</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Envoys meet in Orvane</h1>
<p>Envoys of both governments met in Orvane on Tuesday to discuss the exchange of prisoners, officials said.</p>
<p>The talks lasted three hours – the longest round since the fighting along the river began last autumn.</p>
</article><footer>Copyright Harbor News</footer></body></html>"""


def test_article_and_metadata() -> None:
    document = read_html(PAGE.format(charset="utf-8").encode(), options=ReadOptions(), source="a.html")
    assert document.text.startswith("Envoys")
    assert "exchange of prisoners, officials said." in document.text
    assert "World" not in document.text
    assert "Copyright" not in document.text
    assert document.title == "Envoys meet in Orvane"
    assert document.publisher == "Harbor News"
    assert (document.published, document.published_from) == ("2024-05-15", "metadata")
    assert document.url == "https://harbor.example/envoys"
    assert document.language == "en"


def test_the_declared_charset_is_respected() -> None:
    page = PAGE.format(charset="windows-1252").encode("windows-1252")
    assert "three hours – the longest" in read_html(page, options=ReadOptions(), source="a.html").text


def test_a_page_without_words() -> None:
    with pytest.raises(InputError, match="no article text"):
        read_html(b"<html><head></head><body></body></html>", options=ReadOptions(), source="a.html")
