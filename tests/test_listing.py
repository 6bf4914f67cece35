"""The page of the directory: numbers that agree, options, and ways out of nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places import facets
from places.counts import count_text
from places.models import Option, Place
from places.models.letting_go import without_one
from places.wishes import ALL_OF, ANY_OF
from tests.asking import EVERYBODY, LOCATED, TUESDAY_EVENING, found, listing, names, number_of
from tests.edition import settle

pytestmark = pytest.mark.django_db


def test_the_totals_are_said_in_words() -> None:
    assert listing().totals == "58 plekken, 40 op de kaart"


def test_a_page_has_twenty_five_cards_and_the_last_one_the_rest() -> None:
    assert len(listing().cards) == 25
    assert len(listing("pagina=3").cards) == EVERYBODY - 50
    assert listing("pagina=3").next_url == ""
    assert listing("pagina=2").previous_url == "/"


@pytest.mark.parametrize("query", ["bij=3014", "sorteer=nagekeken", "q=rotterdam", ""])
def test_pages_together_hold_every_place_once_and_in_order(query: str) -> None:
    pages = [listing(f"{query}&pagina={number}").cards for number in (1, 2, 3)]
    shown = [card.name for page in pages for card in page]
    assert [len(page) for page in pages[:2]] == [25, 25]
    assert shown == names(query)


def test_a_page_too_far_is_the_first_with_a_reason() -> None:
    page = listing("pagina=1000000000")
    assert page.number == 1
    assert page.found.form.errors["pagina"]


def test_choosing_another_kind_counts_as_if_none_was_chosen() -> None:
    assert number_of("soort=leeszaal", "soort:speelplek") == len(names("soort=speelplek"))


def test_choosing_another_value_counts_among_what_is_left() -> None:
    assert number_of("waarde=sfeer", "waarde:coproductie") == 1


def tags() -> list[str]:
    """Every option of the site, as parameter and value."""
    return [option.tag.replace(":", "=", 1) for option in Option.objects.all()]


OTHERS = ["open=2026-11-24T17:30", "open=nu", "nagekeken=12", "q=noord", "bij=3014&straal=3000"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_an_option_leaves_exactly_as_many_places_as_it_says(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from([*tags(), *OTHERS]), max_size=3, unique=True))
    query = "&".join(chosen)
    page = listing(query)
    assert page.tally.total == len(page.found.qs)
    option = data.draw(st.sampled_from(sorted({"waarde:sfeer", *page.tally.by_tag})))
    parameter, _colon, value = option.partition(":")
    if parameter in (*ALL_OF, *ANY_OF):
        kept = [
            one for one in chosen if not (parameter in ANY_OF and one.startswith(f"{parameter}="))
        ]
        assert page.tally.of(option) == len(names("&".join([*kept, f"{parameter}={value}"])))


def test_now_open_counts_what_choosing_it_finds() -> None:
    assert number_of("", "open:nu") == len(names("open=nu")) == 3


def test_the_ten_values_are_always_shown_and_empty_kinds_never() -> None:
    page = listing()
    groups = {group.param: group for group in page.groups}
    assert len(groups["waarde"].options) == 10
    assert all(option.number for option in groups["soort"].options)


def test_one_municipality_is_no_choice() -> None:
    assert "gemeente" not in [group.param for group in listing().groups]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "waarde=sfeer",
        "open=2026-11-24T17:30",
        "open=2027-05-05T12:00",
        "nagekeken=12",
        "bbox=3,50,8,54",
        "bij=51.92,4.48&straal=100000",
        "open=2026-11-24T17:30&waarde=sfeer",
        "aanbod=samen-eten&gebied=noord",
        "waarde=sfeer&aanbod=samen-eten&bbox=3,50,8,54&bij=51.92,4.48&straal=100000",
    ],
)
def test_letting_go_leaves_as_many_as_it_says(query: str) -> None:
    Place.objects.filter(name__startswith="B").update(checked_on=TUESDAY_EVENING)
    settle()
    wishes = found(f"{query}&q=xyzzyplugh").wishes()
    every = Place.objects.published()
    left = {
        wish.key: every.filter(*(one.condition for one in wishes if one is not wish)).count()
        for wish in wishes
    }
    assert without_one(wishes) == left
    assert any(left.values())


def test_nothing_found_says_which_wish_to_let_go_of() -> None:
    nothing = listing("aanbod=tuinieren&wijk=cool").nothing
    assert nothing
    assert [(one.label, one.url, one.count) for one in nothing.suggestions] == [
        ("tuinieren", "/?wijk=cool", "1"),
        ("Cool", "/?aanbod=tuinieren", "1"),
    ]


def test_nothing_found_shows_the_places_nearest_to_where_one_looked() -> None:
    nothing = listing("aanbod=tuinieren&wijk=provenierswijk").nothing
    assert nothing
    assert nothing.nearest[0].name == "Bij de Provenier"


def test_distances_are_only_said_from_where_the_visitor_is() -> None:
    nothing = listing("aanbod=tuinieren&wijk=provenierswijk").nothing
    assert nothing
    assert [card.distance for card in nothing.nearest] == ["", "", ""]


def test_taking_off_the_place_keeps_an_order_that_does_not_need_it() -> None:
    [chip] = listing("bij=3014&sorteer=nagekeken").chips
    assert chip.url == "/?sorteer=nagekeken"


def test_something_found_needs_no_way_out() -> None:
    assert listing("aanbod=tuinieren").nothing is None


def test_a_chip_takes_off_one_choice_and_what_leans_on_it() -> None:
    page = listing(
        "bij=3014&straal=800&aanbod=samen-eten&aanbod=computerhulp&kleur=rood&open=banaan"
    )
    assert {chip.label: chip.url for chip in page.chips} == {
        "computerhulp": "/?aanbod=samen-eten&bij=3014&straal=800",
        "samen eten": "/?aanbod=computerhulp&bij=3014&straal=800",
        "in de buurt van 3014": "/?aanbod=samen-eten&aanbod=computerhulp",
        "binnen 800 m": "/?aanbod=samen-eten&aanbod=computerhulp&bij=3014",
    }


def test_located_and_total_come_from_the_same_selection() -> None:
    assert listing("q=huis").tally.mapped == sum(card.lat != "" for card in listing("q=huis").cards)
    assert listing().tally.mapped == LOCATED


def test_beyond_ten_thousand_numbers_are_said_as_a_lower_bound() -> None:
    assert (count_text(10_000), count_text(10_001)) == ("10.000", "ruim 10.000")


def test_groups_open_when_something_in_them_is_chosen() -> None:
    groups = {group.param: group for group in listing("soort=leeszaal").groups}
    assert groups["soort"].opened
    assert not groups["wijk"].opened


def test_cards_say_where_the_entry_comes_from_until_somebody_checked_it() -> None:
    Place.objects.filter(slug="pauluskerk").update(checked_on="2026-11-01")
    [checked] = listing("q=Pauluskerk&soort=kerkelijke-plek").cards[:1]
    [unchecked] = listing("q=Natuurtalent").cards
    assert checked.checked == "nagekeken op 1 november 2026"
    assert unchecked.checked == "nog niet nagekeken; bron: wijkconnect.com/rotterdam, november 2025"


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("", set()),
        ("gemeente=rotterdam", {"wijk:cool", "wijk:provenierswijk"}),
        ("gebied=noord", {"wijk:provenierswijk"}),
        ("wijk=cool", {"wijk:cool"}),
    ],
    ids=["nothing chosen", "in a gemeente", "in a gebied", "a wijk itself"],
)
def test_of_many_areas_only_those_within_what_was_chosen_are_offered(
    query: str, offered: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "MANY", 50)
    wijk = next(group for group in listing(query).groups if group.param == "wijk")
    found = {f"wijk:{option.value}" for option in wijk.options}
    assert found & {"wijk:cool", "wijk:provenierswijk"} == offered
    assert bool(wijk.hint) == (query in ("", "wijk=cool"))


@pytest.mark.parametrize("query", ["", "gemeente=rotterdam", "wijk=afrikaanderwijk"])
def test_of_many_networks_only_those_of_the_areas_chosen_are_offered(
    query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def networks() -> facets.FacetGroup:
        return next(group for group in listing(query).groups if group.param == "netwerk")

    everywhere = networks()
    monkeypatch.setattr(facets, "MANY", 5)
    assert networks().options == (everywhere.options if query else [])
    assert bool(networks().hint) == (not query)


def test_a_city_offers_all_its_areas() -> None:
    assert not any(group.hint for group in listing().groups)
