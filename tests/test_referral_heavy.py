"""However much anybody asks at once, the answer is honest, short, and no heavier than it must."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from places.models import Place, PlaceTrait, Trait
from places.models.letting_go import FEW, without_one
from places.referral.answer import LET_GO
from tests.referring import answered, asked, observe

pytestmark = pytest.mark.django_db

DETAILS = ("aanbod", "kenmerk", "doelgroep", "taal", "waarde")


def everything() -> str:
    """Every option of the form at once."""
    vocabulary = asked().vocabulary
    chosen = [option for name in DETAILS for option in vocabulary.of(name)]
    return "&".join(f"{option.parameter}={option.value}" for option in chosen)


def test_without_one_of_many_wishes_equals_leaving_them_out_one_by_one() -> None:
    fields = "aanbod=samen-eten&dag=di&minuten=60&bij=51.92,4.48&taal=turks&soort=huiskamer&q=eten"
    wishes = asked(fields).wishes()
    assert len(wishes) > FEW
    published = Place.objects.published()
    assert without_one(wishes) == {
        left_out.key: published.meeting(
            *(one.condition for one in wishes if one is not left_out)
        ).count()
        for left_out in wishes
    }


def test_the_work_does_not_grow_with_the_square_of_the_wishes() -> None:
    wishes = asked(everything()).wishes()
    with CaptureQueriesContext(connection) as queries:
        without_one(wishes)
    assert len(wishes) > 50
    # Its name, and the condition in the filter and in what is missed.
    assert queries[0]["sql"].count("taal:turks") == 3


def test_only_what_gives_most_is_offered_to_let_go_of() -> None:
    traits = [trait.slug for trait in Trait.objects.order_by("slug")[:8]]
    PlaceTrait.objects.all().delete()
    for missing, place in zip([*traits, traits[-1]], Place.objects.published()[:9], strict=True):
        for trait in traits:
            if trait != missing:
                observe(place.slug, trait, "ja")
    letting_go = answered("&".join(f"kenmerk={trait}" for trait in traits)).letting_go
    offered = {one.key: one.words for one in letting_go}
    assert len(offered) == LET_GO
    assert offered[f"kenmerk:{traits[-1]}"].startswith("dan passen 2 plekken zeker")


def test_a_wish_is_said_once_and_only_as_far_as_it_is_known() -> None:
    (words,) = answered("soort=huiskamer&soort=onzin&soort=huiskamer&soort=wijktuin").wishes
    assert words == "huiskamer, wijktuin"


@pytest.mark.parametrize("name", ["nagekeken", "open", "straal", "q", "bbox"])
def test_a_wrong_value_before_a_good_one_is_no_error(client: Client, name: str) -> None:
    good = {"nagekeken": "12", "open": "nu", "straal": "900", "q": "eten", "bbox": "4,51,5,52"}
    fields = {name: ["onzin", good[name]], "bij": "51.92,4.48"}
    answer = client.post("/verwijzen/", fields)
    assert answer.status_code == 200
    assert "“onzin”" not in answer.content.decode()
