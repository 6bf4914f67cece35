"""The builder: what is chosen is in the snippet, and the snippet shows it."""

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.embedding import page, slugs

pytestmark = pytest.mark.django_db

FULL = (
    "?q=eten&waarde=sfeer&dilemma=diversiteit&kenmerk=geen-balie&doelgroep=ouderen"
    "&aanbod=samen-eten&taal=turks&soort=huiskamer&soort=wijktuin&gebied=noord&wijk=cool"
    "&netwerk=sol&open=2026-11-24T17:30&nagekeken=12&bij=3014&straal=1500"
    "&bbox=4.4,51.9,4.5,51.95&sorteer=naam&pagina=1"
)


class Snippet(HTMLParser):
    """The elements of a snippet as a browser reads them, attributes by name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def of(self, name: str) -> dict[str, str | None]:
        [attributes] = [attributes for tag, attributes in self.elements if tag == name]
        return attributes


def snippet(html: str) -> Snippet:
    """What stands in the textarea, to be pasted."""
    [text] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)
    return Snippet(unescape(text))


def source(address: str) -> str:
    """The address that the frame of a built snippet shows."""
    return str(snippet(page(address)).of("iframe")["src"])


def test_without_any_choice_the_snippet_is_a_map_of_everything() -> None:
    made = snippet(page("/insluiten/"))
    assert [tag for tag, _attributes in made.elements] == ["iframe", "script"]
    assert made.of("iframe") == {
        "src": "http://testserver/insluiten/kaart/",
        "title": "Kaart van plekken in Rotterdam",
        "width": "100%",
        "height": "600",
        "loading": "lazy",
        "style": "border: 0",
        "sandbox": "allow-scripts allow-popups allow-popups-to-escape-sandbox",
    }
    assert made.of("script") == {
        "src": "http://testserver/insluiten/meegroeien.js",
        "async": None,
    }


def test_every_good_parameter_of_the_filter_goes_along_but_the_page() -> None:
    asked = parse_qs(FULL[1:])
    wanted = {name: values for name, values in asked.items() if name != "pagina"}
    assert parse_qs(urlsplit(source(f"/insluiten/{FULL}")).query) == wanted


def test_what_was_chosen_stands_in_the_form_again() -> None:
    html = page(f"/insluiten/{FULL}&weergave=lijst&hoogte=450&thema=donker&vast=ja")
    checked = re.findall(r'name="(\w+)" value="([^"]*)"[^>]* checked', html)
    for pair in [
        ("soort", "huiskamer"),
        ("soort", "wijktuin"),
        ("gebied", "noord"),
        ("vast", "ja"),
    ]:
        assert pair in checked
    assert ("bbox", "4.4,51.9,4.5,51.95") in checked
    selected = re.findall(r'<option value="([^"]*)" selected', html)
    assert {"lijst", "450", "donker", "1500", "naam", "nl"} <= set(selected)
    assert 'name="q" type="search" value="eten"' in html


def test_a_list_in_another_language_with_a_look_of_its_own() -> None:
    asked = "?gebied=noord&weergave=lijst&weergavetaal=en&thema=donker&hoogte=800&vast=ja"
    made = snippet(page(f"/insluiten/{asked}"))
    frame = made.of("iframe")
    assert frame["src"] == "http://testserver/en/insluiten/lijst/?gebied=noord&thema=donker"
    assert frame["height"] == "800"
    assert [tag for tag, _attributes in made.elements] == ["iframe"]


def test_on_an_english_page_the_frame_is_english_unless_dutch_was_chosen() -> None:
    assert source("/en/insluiten/") == "http://testserver/en/insluiten/kaart/"
    assert source("/en/insluiten/?weergavetaal=nl") == "http://testserver/insluiten/kaart/"


@pytest.mark.parametrize("wrong", ["hoogte=99999", "hoogte=x", "thema=blauw", "weergave=taart"])
def test_a_wrong_value_is_told_beside_its_field_and_the_rest_holds(wrong: str) -> None:
    html = page(f"/insluiten/?gebied=noord&{wrong}")
    name = wrong.partition("=")[0]
    assert re.search(rf'id="fout-{name}">[^<]+<', html)
    assert source(f"/insluiten/?gebied=noord&{wrong}").endswith("/insluiten/kaart/?gebied=noord")


def test_words_of_a_visitor_stay_words() -> None:
    nasty = '"><script>alert(1)</script></textarea>&amp;'
    html = page(f"/insluiten/?q={nasty.replace('&', '%26').replace('#', '%23')}")
    made = snippet(html)
    assert "<script>alert" not in html
    assert [tag for tag, _attributes in made.elements] == ["iframe", "script"]
    assert nasty in str(made.of("iframe")["title"])


def test_the_page_shows_what_the_snippet_gives() -> None:
    html = page("/insluiten/?gebied=noord&weergave=lijst")
    [shown] = re.findall(r'<iframe class="embed-preview" src="([^"]+)"', html)
    assert f"http://testserver{unescape(shown)}" == source(
        "/insluiten/?gebied=noord&weergave=lijst"
    )
    assert slugs(page(unescape(shown))) == slugs(page("/?gebied=noord"))
