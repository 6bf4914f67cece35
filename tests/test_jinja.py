"""Templates in Jinja2: texts marked and escaped as in Django's own, and nothing left unsaid."""

from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from jinja2 import UndefinedError

from huiskamers.jinja import Page

INLINE = '{% translate "Waarden" %}, {% translate "Log uit" context "knop" %}'
NAMED = "{% blocktranslate trimmed with phone=number %}\n  Bel {{ phone }}\n{% endblocktranslate %}"
COUNTED = (
    "{% blocktranslate count number=n %}{{ number }} gekozen{% plural %}{{ number }} gekozen"
    "{% endblocktranslate %}"
)
KEPT = '{% translate "Waarden" as title %}<{{ title }}>'
IN_PLACE = '{{ _("Waarden") }}'


def rendered(template: str, **context: Any) -> str:
    """In Dutch and in English."""
    made = engines["jinja"].from_string(template)
    both = []
    for language in ("nl", "en"):
        with translation.override(language):
            both.append(made.render(dict(context)))
    return " | ".join(both)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (INLINE, "Waarden, Log uit | Values, Log out"),
        (NAMED, "Bel 14 010 &lt;b&gt; | Call 14 010 &lt;b&gt;"),
        (COUNTED, "2 gekozen | 2 chosen"),
        (KEPT, "<Waarden> | <Values>"),
        (IN_PLACE, "Waarden | Values"),
    ],
    ids=["inline", "named", "counted", "kept", "in place"],
)
def test_a_text_is_said_in_the_language_of_the_page_and_values_are_escaped(
    template: str, said: str
) -> None:
    assert rendered(template, number="14 010 <b>", n=2) == said


def test_our_own_text_may_hold_html_and_a_percent_sign() -> None:
    text = "{% blocktranslate %}<b>100%</b> {{ name }}{% endblocktranslate %}"
    assert rendered(text, name="é&") == "<b>100%</b> é&amp; | <b>100%</b> é&amp;"


def test_what_nobody_gave_is_an_error_and_not_empty() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ plaats.naam }}", plaats={})


def test_what_a_view_says_goes_before_what_every_page_knows() -> None:
    request = RequestFactory().get("/")
    page = Page(
        engines["jinja"].env.from_string("{{ canonical_url }} {{ site.city }}"), engines["jinja"]
    )
    assert page.render({"canonical_url": "/kort/"}, request) == "/kort/ Rotterdam"
