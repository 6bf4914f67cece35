"""The shipped data, as it stands in the database after the first load."""

import pytest
from django.apps import apps
from django.contrib.gis.geos import Polygon
from django.db.models import Model, Q

from places.models import (
    Area,
    Dilemma,
    OpeningHours,
    Place,
    PlaceDilemma,
    PlaceValue,
    Quote,
    Source,
    Value,
)

pytestmark = pytest.mark.django_db

BROCHURE = "brochure Betekenisvolle ontmoetingsplekken (Wmo-werkplaats Rotterdam)"

QUOTES = {
    "De Brug": ("De Brug", "Er hoeft niks, maar er kán wel meer"),
    "De Nieuwe Banier": (
        "De Nieuwe Banier",
        "De mix en het brede aanbod zorgt voor veel verassende samenwerkingen en cross overs",
    ),
    "Hart voor Carnisse": (
        "Hart van Carnisse",
        "Iedereen kan hier zichzelf zijn en naar kunde en vermogen zich inzetten en ontwikkelen",
    ),
    "Humanitas-Akropolis": ("Humanitas-Akropolis", "Huiselijk, toegankelijk en gastvrij"),
    "In de Loop / Petrakerk": ("In de Loop", "Vaak wordt verteld dat het “goed voelt” hier"),
    "Inloophuis De Paraplu": (
        "Inloophuis De Paraplu",
        "Waar je geen probleem bent, maar gewoon een mens!",
    ),
    "Klooster Oude Noorden": (
        "Klooster Oude Noorden",
        "Gebouw is een middel om een meer bruisende wijk te maken",
    ),
    "Leeszaal Rotterdam West": (
        "Leeszaal West",
        "In deze wijk is er geen huis, maar een villa van de wijk",
    ),
    "Open Hof Ommoord": (
        "Open Hof",
        "Alle lachen en tranen kunnen wij opvangen onder ons dak",
    ),
    "Pauluskerk": ("Paulus Kerk", "Wij bieden een beschutte plek"),
    "Thuis in West": (
        "Thuis in West",
        "De kracht van de huiskamer zit in de sfeer die de vrijwilligers creëren",
    ),
    "Welschen 2": (
        "Welschen 2",
        "Elke wijk verschilt – een eenduidige aanpak werkt niet overal",
    ),
    "Youth for Christ (The Mall)": (
        "The Mall – YfC",
        "Het karakter van een ‘zoete inval’ past bij ons",
    ),
}


def kept_models() -> list[type[Model]]:
    return [model for model in apps.get_app_config("places").get_models() if _is_kept(model)]


def _is_kept(model: type[Model]) -> bool:
    """History keeps what was, which need not be right."""
    return model._meta.managed and not hasattr(model, "history_object")


@pytest.mark.parametrize("model", kept_models(), ids=lambda model: model.__name__)
def test_every_row_of_the_shipped_data_passes_its_own_checks(model: type[Model]) -> None:
    for row in model._default_manager.all():
        row.full_clean()


def test_there_are_58_published_places_of_which_40_have_a_point() -> None:
    assert Place.objects.published().count() == Place.objects.count() == 58
    assert Place.objects.located().count() == 40


def test_every_point_lies_in_or_near_rotterdam() -> None:
    region = Polygon.from_bbox((55_000, 425_000, 101_000, 447_000))
    region.srid = 28992
    assert all(place.location.within(region) for place in Place.objects.located())


def test_the_13_quotes_are_word_for_word_with_who_said_them() -> None:
    quotes = Quote.objects.values_list("place__name", "said_by", "text")
    assert {name: (said_by, text) for name, said_by, text in quotes} == QUOTES
    assert set(Quote.objects.values_list("source", "source_date")) == {(BROCHURE, "2015")}


def test_every_place_and_every_row_of_hours_says_where_it_is_from() -> None:
    assert not Place.objects.filter(sources__isnull=True).exists()
    assert not OpeningHours.objects.filter(source="").exists()


def test_34_places_come_from_the_brochure_of_2015() -> None:
    # its 33 respondents, and Leeszaal West whose words it quotes
    assert Source.objects.filter(title=BROCHURE, as_of="2015").count() == 34


def test_values_and_dilemmas_are_read_from_the_own_quote_and_add_no_words() -> None:
    for model in (PlaceValue, PlaceDilemma):
        assert not model.objects.filter(place__quotes__isnull=True).exists()
        assert set(model.objects.values_list("words", "words_en", "source", "source_date")) == {
            ("", "", f"eigen uitspraak in {BROCHURE}", "2015")
        }
    assert not PlaceDilemma.objects.filter(position__isnull=False).exists()


def test_nobody_has_checked_anything_yet() -> None:
    assert not Place.objects.filter(Q(checked_on__isnull=False) | ~Q(checked_by="")).exists()


def test_what_is_not_known_stays_empty() -> None:
    bridge = Place.objects.get(name="De Brug")
    empty = (bridge.street, bridge.phone, bridge.website, bridge.location, bridge.kind)
    assert empty == ("", "", "", None, None)
    assert bridge.since is None
    assert not bridge.hours.exists()
    assert not bridge.hours_complete
    assert bridge.area is not None
    assert bridge.area.name == "Rotterdam"


def test_whether_places_open_on_holidays_is_not_known_of_any() -> None:
    assert set(Place.objects.values_list("holiday_policy", flat=True)) == {"onbekend"}


def test_bij_de_provenier_carries_its_tags() -> None:
    assert Place.objects.get(name="Bij de Provenier").tags == [
        "aanbod:samen-eten",
        "gebied:noord",
        "gemeente:rotterdam",
        "netwerk:gaarkeuken-rotterdam",
        "soort:wijkrestaurant",
        "wijk:provenierswijk",
    ]


def test_rotterdam_has_21_gebieden_of_which_14_count_inhabitants_and_91_wijken() -> None:
    districts = Area.objects.at_level("gebied")
    assert (districts.count(), Area.objects.at_level("wijk").count()) == (21, 91)
    assert districts.filter(inhabitants__gt=4000, inhabitants_on="2026-01-01").count() == 14
    assert Area.objects.filter(inhabitants__isnull=False).count() == 14


def test_the_ten_values_and_six_dilemmas_are_complete_in_both_languages() -> None:
    assert (Value.objects.count(), Dilemma.objects.count()) == (10, 6)
    for row in [*Value.objects.all(), *Dilemma.objects.all()]:
        texts = [value for value in vars(row).values() if isinstance(value, str)]
        assert all(texts), row.slug
    assert not Value.objects.filter(traits__isnull=True).exists()


@pytest.mark.parametrize(
    "model", [m for m in kept_models() if hasattr(m, "symbol") or hasattr(m, "name_en")]
)
def test_every_word_of_the_vocabulary_has_an_english_name(model: type[Model]) -> None:
    assert not model._default_manager.filter(name_en="").exists()
