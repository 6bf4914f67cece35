"""Where a team may set out from, in a city and in a country."""

import pytest

from places.referral import starts
from places.referral.starts import Starts
from places.vocabulary import Vocabulary

pytestmark = pytest.mark.django_db


def offered(chosen: str) -> dict[str, list[str]]:
    levels = Starts(Vocabulary(), chosen).levels
    return {level.label: [one.value for one in level.options] for level in levels}


@pytest.fixture
def country(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many areas that nobody reads them all."""
    monkeypatch.setattr(starts, "MANY", 5)


def test_a_city_offers_every_gebied_and_wijk_and_a_name_of_both_once() -> None:
    found = offered("")
    assert list(found) == ["Gebieden", "Wijken"]
    assert "delfshaven" in found["Gebieden"]
    assert "delfshaven" not in found["Wijken"]
    wijken = {one.value for one in Vocabulary().of("wijk")}
    assert wijken == {*found["Wijken"], *(wijken & set(found["Gebieden"]))}
    assert Starts(Vocabulary(), "").hint == ""


@pytest.mark.usefixtures("country")
def test_a_country_offers_gemeenten_first_and_says_so() -> None:
    assert offered("") == offered("atlantis") == {"Gemeente": ["rotterdam"]}
    assert "Kies eerst een gemeente" in Starts(Vocabulary(), "").hint


@pytest.mark.usefixtures("country")
def test_a_gemeente_offers_all_that_lies_in_it() -> None:
    found = offered("rotterdam")
    assert "noord" in found["Gebieden"]
    assert "oude-westen" in found["Wijken"]
    assert Starts(Vocabulary(), "rotterdam").hint == ""


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("chosen", ["centrum", "oude-westen"])
def test_a_gebied_or_wijk_offers_what_lies_beside_it(chosen: str) -> None:
    found = offered(chosen)
    assert found["Gemeente"] == ["rotterdam"]
    assert "noord" in found["Gebieden"]
    assert {"oude-westen", "stadsdriehoek"} <= set(found["Wijken"])
    parents = {Vocabulary()[f"wijk:{one}"].parent for one in found["Wijken"]}
    assert parents == {"gebied:centrum"}


@pytest.mark.usefixtures("country")
def test_what_is_chosen_is_chosen_in_the_list() -> None:
    levels = Starts(Vocabulary(), "oude-westen").levels
    assert [o.value for level in levels for o in level.options if o.chosen] == ["oude-westen"]
