"""The options of the filter as lines of a page: kept per process, and as a template says them."""

from itertools import product

import pytest

from huiskamers.jinja import macro
from places.facets import FacetGroup, FacetOption, line_around
from places.vocabulary import Vocabulary

pytestmark = pytest.mark.django_db


def test_every_line_is_what_the_template_makes_of_it() -> None:
    line = macro("places/_option.html", "option_line")
    words = [one for one in Vocabulary().by_tag.values() if one.parameter in ("wijk", "waarde")]
    for one, empty, chosen in product(words, (False, True), (False, True)):
        before, after = line_around(one.parameter, one.value, one.name, empty, chosen)
        anew = line(
            one.parameter,
            "checkbox",
            one.parameter == "wijk",
            one.value,
            one.name,
            empty,
            chosen,
            7,
        )
        assert f"{before}7{after}" == anew


def test_lines_hold_their_own_numbers_and_a_label_is_escaped() -> None:
    options = [
        FacetOption("aanbod", "a-b", "A & <b> \N{NUMERO SIGN}", 3, True),
        FacetOption("aanbod", "c", "C", 12_000, False),
        FacetOption("aanbod", "d", "D", 0, False),
    ]
    lines = FacetGroup("aanbod", "Aanbod", options, "").lines
    assert "A &amp; &lt;b&gt; \N{NUMERO SIGN}</span>" in lines
    counts = [part.partition("<")[0] for part in lines.split('option-count">')[1:]]
    assert counts == ["3", "ruim 10.000", "0"]
    assert (lines.count("checked"), lines.count("option-none")) == (1, 1)


def test_a_choice_without_a_number_is_one_of_several() -> None:
    option = FacetOption("nagekeken", "", "maakt niet uit", None, True)
    lines = FacetGroup("nagekeken", "Nagekeken", [option], "").lines
    assert 'type="radio"' in lines
    assert '<span class="option-count"></span>' in lines
