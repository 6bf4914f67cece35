"""English beside the Dutch: complete, true to its placeholders, and nothing else on its pages."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test import Client
from django.utils import translation

from places.cards import distance_text
from places.counts import count_text, places_text
from places.models import (
    Audience,
    Dilemma,
    Kind,
    Language,
    Offer,
    OpeningHours,
    Organisation,
    Place,
    Trait,
    Value,
)
from places.provenance import source_date
from tests.english import CATALOGUE, COMPILED, PLACEHOLDER, texts_in, unmarked, untranslated

NOT_OURS = shutil.ignore_patterns(".*", "var", "locale", "docs", "__pycache__")

WRONG_IN_EVERY_FIELD = (
    "/en/?open=banaan&bij=9999ZZ&straal=1e3&bbox=1,2,3&sorteer=relevantie&pagina=99&q=%25"
    "&waarde=x&soort=x&soort=y&nagekeken=3"
)
ENGLISH_PAGES = [
    "/en/",
    "/en/?open=2026-11-24T17:30&bij=3014&straal=3000&nagekeken=12",
    "/en/?q=banaan&wijk=cool",
    "/en/?open=nu&bbox=4.4,51.9,4.5,52.0&pagina=2",
    WRONG_IN_EVERY_FIELD,
    "/en/plekken/pauluskerk/",
    "/en/plekken/leeszaal-rotterdam-west/",
    "/en/plekken/huiskamer-slaghekbuurt/",
    "/en/plekken/in-de-loop-petrakerk/",
    "/en/plekken/pauluskerk/kaartje/",
    "/en/waarden/",
    "/en/waarden/sfeer/",
    "/en/waarden/toewijding/",
    "/en/dilemmas/",
    "/en/dilemmas/diversiteit/",
    "/en/dilemmas/continuiteit/",
    "/en/wijken/",
    "/en/wijken/cool/",
    "/en/wijken/pernis/",
    "/en/gebieden/noord/",
    "/en/netwerken/",
    "/en/netwerken/buurtbuik/",
    "/en/over/",
    "/en/toegankelijkheid/",
    "/en/open-data/",
    "/en/open-data/velden/",
    "/en/insluiten/",
    "/en/insluiten/?weergave=lijst&thema=donker&hoogte=480&vast=1&wijk=cool",
    "/en/insluiten/kaart/",
    "/en/insluiten/kaart/?wijk=cool",
    "/en/insluiten/lijst/",
    "/en/insluiten/lijst/?q=banaan",
    "/en/privacy/",
    "/en/verwijzen/",
    "/en/verwijzen/?vanuit=noord&hoe=vliegend&minuten=veel&dag=feestdag&bij=3014",
    "/en/verwijzen/kaart/",
    "/en/verwijzen/kaart/?plek=pauluskerk&plek=bij-de-provenier&plek=casa-tiberias&plek=weg",
    "/en/aanmelden/",
    "/en/aanmelden/bedankt/",
    "/en/plekken/pauluskerk/wijziging/",
    "/en/plekken/pauluskerk/wijziging/bedankt/",
    "/en/plekken/pauluskerk/melden/",
    "/en/plekken/pauluskerk/melden/bedankt/",
    "/en/plekken/de-nieuwe-banier/wijziging/",
    "/en/bevestigen/onbekend/",
    "/en/inloggen/",
    "/en/uitloggen/",
    "/en/wachtwoord-vergeten/",
    "/en/wachtwoord-vergeten/verstuurd/",
    "/en/wachtwoord/onbekend/onbekend/",
    "/en/bestaat-niet/",
    "/en/plekken/de-nieuwe-banier/",
]


@pytest.fixture(autouse=True, scope="module")
def _compiled_messages() -> None:
    """These tests read what Django reads."""
    if not COMPILED.exists() or COMPILED.stat().st_mtime < CATALOGUE.stat().st_mtime:
        pytest.fail("the translations are not compiled: run scripts/build, as `make test` does")


@pytest.fixture
def _a_place_that_moved(db: None) -> None:
    Place.objects.at_address("de-nieuwe-banier").update(
        status=Place.Status.ARCHIVED,
        archived_on=date(2026, 9, 1),
        archived_because=Place.Farewell.MOVED,
        successor=Place.objects.at_address("pauluskerk").get(),
    )


def test_the_catalogue_has_exactly_the_texts_of_the_site_each_translated(tmp_path: Path) -> None:
    """As `make messages` collects them, in a copy: collecting leaves files behind while it runs."""
    copy = shutil.copytree(settings.BASE_DIR, tmp_path / "site", ignore=NOT_OURS)
    (copy / "locale").mkdir()
    collect = "manage.py makemessages --locale en --no-obsolete --add-location file"
    subprocess.run([sys.executable, *collect.split()], cwd=copy, check=True, capture_output=True)
    collected = copy / "locale/en/LC_MESSAGES/django.po"
    compared = subprocess.run(["msgcmp", CATALOGUE, collected], capture_output=True, text=True)
    assert compared.stderr == "", "run `make messages` and translate what is new"


def test_a_translation_has_the_placeholders_of_its_text() -> None:
    for text, translations in texts_in(COMPILED).items():
        for translated in translations:
            assert sorted(PLACEHOLDER.findall(translated)) == sorted(PLACEHOLDER.findall(text))


def test_no_text_of_ours_is_a_text_of_django_too() -> None:
    """Else its Dutch would replace ours, and our English its own; a context keeps them apart."""
    folders = [Path(django.__file__).parent / "conf", *(app.path for app in apps.get_app_configs())]
    ours = texts_in(COMPILED).keys()
    for folder in map(Path, folders):
        catalogue = folder / "locale/nl/LC_MESSAGES/django.mo"
        assert not catalogue.exists() or not ours & texts_in(catalogue).keys()


@pytest.mark.django_db
@pytest.mark.usefixtures("_a_place_that_moved")
@pytest.mark.parametrize("address", ENGLISH_PAGES)
def test_an_english_page_says_nothing_of_the_interface_in_dutch(
    client: Client, address: str
) -> None:
    assert untranslated(client.get(address).content.decode()) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("_a_place_that_moved")
@pytest.mark.parametrize("address", ENGLISH_PAGES)
def test_an_english_page_has_no_unmarked_dutch(client: Client, address: str) -> None:
    assert unmarked(client.get(address).content.decode()) == []


@pytest.mark.parametrize(
    ("address", "status"), [(ENGLISH_PAGES[-2], 404), (ENGLISH_PAGES[-1], 410)]
)
@pytest.mark.usefixtures("_a_place_that_moved")
def test_what_is_gone_is_said_in_english_too(client: Client, address: str, status: int) -> None:
    answer = client.get(address)
    assert (answer.status_code, b'<html lang="en">' in answer.content) == (status, True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "model",
    [Audience, Dilemma, Kind, Language, Offer, OpeningHours, Organisation, Place, Trait, Value],
)
def test_what_is_shipped_in_dutch_is_there_in_english(model: type[models.Model]) -> None:
    names = {field.name for field in model._meta.get_fields()}
    twins = [name for name in names if f"{name}_en" in names]
    rows = model._default_manager.values(*twins, *(f"{name}_en" for name in twins))
    lacking = [row for row in rows for name in twins if row[name] and not row[f"{name}_en"]]
    assert (bool(twins), lacking) == (True, [])


ON_TUESDAY_EVENING = "?open=2026-11-24T17:30&bij=51.92,4.47"
DUTCH_CARD = [
    "open tot 18:30",
    "open op dinsdag 24 november, 17:30",
    "3 plekken, 2 op de kaart",
    "bron: gaarkeuken.nl, november 2025",
    " minuten lopen",
    "kerkelijke plek",
]
ENGLISH_CARD = [
    "open until 18:30",
    "open on Tuesday 24 November, 17:30",
    "3 places, 2 on the map",
    "source: gaarkeuken.nl, November 2025",
    " minutes on foot",
    "church-based place",
]


@pytest.mark.django_db
@pytest.mark.parametrize(("start", "words"), [("/", DUTCH_CARD), ("/en/", ENGLISH_CARD)])
def test_a_card_speaks_the_language_of_its_page(
    client: Client, start: str, words: list[str]
) -> None:
    page = client.get(start + ON_TUESDAY_EVENING).content.decode()
    assert [word for word in words if word not in page] == []


DUTCH_NUMBERS = [
    "40 m, ongeveer 1 minuut lopen",
    "850 m, ongeveer 14 minuten lopen",
    "2,3 km, ongeveer 39 minuten lopen",
    "1 plek",
    "0 plekken",
    "ruim 10.000",
    "november 2025",
    "3 november 2025",
]
ENGLISH_NUMBERS = [
    "40 m, about 1 minute on foot",
    "850 m, about 14 minutes on foot",
    "2.3 km, about 39 minutes on foot",
    "1 place",
    "0 places",
    "over 10,000",
    "November 2025",
    "3 November 2025",
]


@pytest.mark.parametrize(
    ("language", "texts"), [("nl", DUTCH_NUMBERS), ("en", ENGLISH_NUMBERS)], ids=["nl", "en"]
)
def test_numbers_dates_and_plurals_follow_the_language(language: str, texts: list[str]) -> None:
    with translation.override(language):
        assert [
            *map(distance_text, (40, 849, 2345)),
            *map(places_text, (1, 0)),
            count_text(10_001),
            *map(source_date, ("2025-11", "2025-11-03")),
        ] == texts
