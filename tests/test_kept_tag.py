"""What a page keeps per process is what it would say anew, and nothing of who asks is in it."""

from collections.abc import Iterator

import pytest
from django.template import engines
from django.test import Client
from django.utils import translation
from jinja2 import Environment, TemplateSyntaxError

from huiskamers.kept_tag import MOST, KeptTag

PAGES = ("/", "/en/", "/?open=nu", "/plekken/pauluskerk/", "/en/over/", "/verwijzen/")


@pytest.fixture
def kept() -> Iterator[KeptTag]:
    """The parts that this process keeps, none so far."""
    environment: Environment = engines["jinja"].env
    tag = environment.extensions[KeptTag.identifier]
    assert isinstance(tag, KeptTag)
    tag.made.clear()
    yield tag
    tag.made.clear()


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_kept_parts_is_the_page_made_anew(
    client: Client, kept: KeptTag, path: str
) -> None:
    anew = client.get(path).content
    assert kept.made
    for other in PAGES:
        client.get(other)
    assert client.get(path).content == anew


def test_a_part_is_made_once_for_each_language_and_value(kept: KeptTag) -> None:
    template = engines["jinja"].from_string(
        '{% kept name=who %}{% translate "Waarden" %} {{ name }}{% endkept %}'
    )
    said = []
    for language in ("nl", "en", "nl"):
        with translation.override(language):
            said += [template.render({"who": who}) for who in ("a", "<b>", "a")]
    dutch, english = (
        [f"{values} a", f"{values} &lt;b&gt;", f"{values} a"] for values in ("Waarden", "Values")
    )
    assert said == [*dutch, *english, *dutch]
    assert len(kept.made) == 4


@pytest.mark.parametrize(
    "body",
    ["{{ request.path }}", "{% if form.q %}x{% endif %}", '{% include "places/_contact.html" %}'],
)
def test_a_part_cannot_look_at_the_page_around_it(body: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="knows nothing of"):
        engines["jinja"].env.from_string("{% kept %}" + body + "{% endkept %}")


def test_values_that_never_come_back_are_not_kept_for_ever(kept: KeptTag) -> None:
    template = engines["jinja"].from_string("{% kept n=number %}{{ n }}{% endkept %}")
    for number in range(MOST + 10):
        template.render({"number": number})
    assert len(kept.made) == 10
