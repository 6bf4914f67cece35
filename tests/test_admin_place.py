"""The form of a place: a conversation in which nothing is lost and everything is explained."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from places.admin.sections import SECTIONS
from places.admin.stands import positions
from places.coordinates import rd_point
from places.models import Area, Dilemma, Place, Trait, Value
from tests.crowd import crowded
from tests.filling_in import bounded, filled_in_at, pin, row, saved
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

COOL = (4.4763, 51.9177)


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


@pytest.fixture
def church() -> Place:
    """A place with hours, words and a point."""
    return Place.objects.get(slug="pauluskerk")


def form_of(place: Place) -> str:
    return f"/beheer/places/place/{place.pk}/change/"


def errors_in(answer: Any, field: str) -> str:
    assert answer.status_code == 200
    return str(answer.context["adminform"].form.errors.get(field, ""))


def test_the_sections_follow_the_conversation_and_can_be_jumped_to(
    editor: Client, church: Place
) -> None:
    html = editor.get(form_of(church)).content.decode()
    order = [html.index(f'id="{section.slug}"') for section in SECTIONS]
    assert order == sorted(order)
    assert all(f'href="#{section.slug}"' in html for section in SECTIONS)


def test_the_hours_stand_where_one_talks_about_when(editor: Client, church: Place) -> None:
    parts = editor.get(form_of(church)).context["parts"]
    rows = {part.section.slug: [one.opts.model.__name__ for one in part.rows] for part in parts}
    assert rows["wanneer"] == ["OpeningHours", "SpecialDay"]
    assert rows["gevoel"] == ["PlaceValue", "PlaceDilemma", "PlaceTrait", "Quote"]
    assert rows["intern"] == ["Referral", "Dossier"]


def test_every_field_that_the_public_sees_says_so_beside_it(editor: Client, church: Place) -> None:
    form = editor.get(form_of(church)).context["adminform"].form
    unexplained = [one.name for one in form if not one.help_text and not one.is_hidden]
    assert set(unexplained) <= {"street", "house_number", "city", "offers", "languages"}


def test_saving_without_a_change_changes_nothing(editor: Client, church: Place) -> None:
    before = church.history.count()
    assert saved(editor, form_of(church)).status_code == 302
    after = Place.objects.get(pk=church.pk)
    assert after.location == church.location
    assert after.name_variants == church.name_variants
    assert after.history.count() == before


def test_a_pin_that_is_moved_stays_where_it_was_put(editor: Client, church: Place) -> None:
    saved(editor, form_of(church), location=pin(*COOL))
    place = Place.objects.get(pk=church.pk)
    assert place.location is not None
    assert place.location.distance(rd_point(*COOL)) < 1


def test_without_a_script_the_pin_is_not_lost(editor: Client, church: Place) -> None:
    """The widget's text area goes along as it came."""
    saved(editor, form_of(church), phone="010 4663100")
    assert Place.objects.get(pk=church.pk).location == church.location


@pytest.mark.parametrize(
    ("location", "precision", "words"),
    [(pin(*COOL), "wijk", "kies adres"), ("", "adres", "zet de punt")],
)
def test_a_precision_that_contradicts_the_pin_is_said_beside_it(
    editor: Client, church: Place, location: str, precision: str, words: str
) -> None:
    answer = saved(editor, form_of(church), location=location, location_precision=precision)
    assert words in errors_in(answer, "location_precision")


def test_the_wijk_is_derived_from_the_boundary_around_the_pin(
    editor: Client, church: Place
) -> None:
    cool = bounded("Cool", *COOL)
    answer = saved(editor, form_of(church), location=pin(*COOL))
    assert Place.objects.get(pk=church.pk).area == cool
    assert "ligt in Cool" in editor.get(answer["Location"]).content.decode()


def test_where_no_boundary_is_known_the_chosen_wijk_stays(editor: Client, church: Place) -> None:
    area = Area.objects.get(name="Agniesebuurt")
    saved(editor, form_of(church), location=pin(*COOL), area=area.pk)
    assert Place.objects.get(pk=church.pk).area == area


def test_a_gebied_around_the_pin_does_not_erase_the_wijk_within_it(
    editor: Client, church: Place
) -> None:
    bounded("Centrum", *COOL)
    cool = Area.objects.get(name="Cool").pk
    saved(editor, form_of(church), location=pin(*COOL), area=cool)
    assert Place.objects.get(pk=church.pk).area_id == cool


def test_a_postcode_may_be_typed_as_people_do(editor: Client, church: Place) -> None:
    saved(editor, form_of(church), postcode="3012jr")
    assert Place.objects.get(pk=church.pk).postcode == "3012 JR"


def test_a_wrong_postcode_is_said_beside_it_and_nothing_is_lost(
    editor: Client, church: Place
) -> None:
    answer = saved(editor, form_of(church), postcode="30", description="Net getypt")
    assert "3014 RA" in errors_in(answer, "postcode")
    assert "Net getypt" in answer.content.decode()
    assert "kijk hier" in answer.content.decode()


def test_a_new_place_needs_no_more_than_a_name(editor: Client) -> None:
    answer = saved(editor, "/beheer/places/place/add/", name="Café Ons Genoegen")
    assert answer.status_code == 302
    assert Place.objects.get(slug="cafe-ons-genoegen").status == "concept"


def test_archiving_is_not_a_choice_of_the_form(editor: Client, church: Place) -> None:
    answer = saved(editor, form_of(church), status="gearchiveerd")
    assert errors_in(answer, "status")
    assert Place.objects.get(pk=church.pk).status == "gepubliceerd"


def test_a_value_needs_a_source(editor: Client, church: Place) -> None:
    value = Value.objects.last()
    assert value is not None
    count = church.place_values.count()
    new = row("place_values", count, value=value.pk, words="Er brandt altijd licht")
    answer = saved(editor, form_of(church), **new)
    assert answer.status_code == 200
    assert church.place_values.count() == count


def test_words_are_enough_for_a_dilemma(editor: Client, church: Place) -> None:
    dilemma = Dilemma.objects.get(slug="diversiteit")
    church.place_dilemmas.all().delete()
    words = {"words": "Iedereen mag komen", "source": "gesprek"}
    new = row("place_dilemmas", 0, dilemma=dilemma.pk, **words)
    assert saved(editor, form_of(church), **new).status_code == 302
    assert church.place_dilemmas.get().position is None


def test_a_position_is_explained_in_the_words_of_the_poles() -> None:
    labels = dict(positions(Dilemma.objects.get(slug="diversiteit")))
    assert labels[1] == "helemaal: iedereen in huis"
    assert labels[5] == "helemaal: bewust voor een groep"


def test_a_trait_that_is_known_needs_a_source(editor: Client, church: Place) -> None:
    trait = Trait.objects.last()
    assert trait is not None
    church.place_traits.all().delete()
    new = row("place_traits", 0, trait=trait.pk, answer="ja")
    assert "Zeg wie dit weet" in saved(editor, form_of(church), **new).content.decode()


def test_what_is_strong_needed_and_to_be_minded_is_public(
    editor: Client, client: Client, church: Place
) -> None:
    saved(editor, form_of(church), strengths="Warm welkom", needs="Een oven", attention="Trap")
    html = client.get("/plekken/pauluskerk/").content.decode()
    assert all(words in html for words in ("Warm welkom", "Een oven", "Trap"))
    assert "Hoe gaat het hier?" in html


def test_the_form_asks_no_more_of_a_country_than_of_a_city(editor: Client, church: Place) -> None:
    editor.get(form_of(church))
    city = _statements(editor, form_of(church))
    crowded(300)
    assert _statements(editor, form_of(church)) == city
    assert city < 60


def _statements(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as statements:
        assert client.get(url).status_code == 200
    return len(statements)


def test_sending_the_form_reads_neither_all_areas_nor_all_addresses(
    editor: Client, church: Place
) -> None:
    data = filled_in_at(editor, form_of(church))
    with CaptureQueriesContext(connection) as statements:
        assert editor.post(form_of(church), data | {"note": "Bel aan."}).status_code == 302
    asked = [one["sql"] for one in statements if "SELECT" in one["sql"]]
    of_many = re.compile('FROM "places_(place|area|formerslug)"(?!.* WHERE )')
    assert [sql for sql in asked if of_many.search(sql)] == []


def test_a_new_place_does_not_take_the_address_that_another_had(editor: Client) -> None:
    renamed = Place.objects.get(slug="casa-tiberias")
    renamed.slug = renamed.name = "elders"
    renamed.save()
    saved(editor, "/beheer/places/place/add/", name="Casa Tiberias", city="Rotterdam")
    assert Place.objects.get(name="Casa Tiberias").slug != "casa-tiberias"
    assert editor.get("/plekken/casa-tiberias/").status_code == 301


def test_an_address_that_leads_to_a_renamed_place_is_refused_beside_the_field(
    editor: Client,
) -> None:
    renamed = Place.objects.get(slug="casa-tiberias")
    renamed.slug = "elders"
    renamed.save()
    new = {"name": "Casa", "city": "Rotterdam", "slug": "casa-tiberias"}
    answer = saved(editor, "/beheer/places/place/add/", **new)
    assert "leidt al naar een plek" in errors_in(answer, "slug")
    assert saved(editor, form_of(renamed), slug="casa-tiberias").status_code == 302
