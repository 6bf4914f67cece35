"""Two entries of one place become one, and nothing is lost."""

from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from places.archiving import archive
from places.merging import GONE, KEPT, Merger
from places.models import (
    Dossier,
    OpeningHours,
    Photo,
    Place,
    PlaceValue,
    Quote,
    Report,
    Suggestion,
    Value,
)
from places.models.confirmation import Confirmation, Role, confirm
from tests.entries import administrator, changed, entry, offer
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
WORDS = "Stond er twee keer in."


def kept() -> Place:
    return entry("bij-de-provenier")


def gone() -> Place:
    return entry("pauluskerk")


def url() -> str:
    return f"/beheer/places/place/{kept().pk}/samenvoegen/?met={gone().pk}"


def merged(**answers: str) -> Place:
    Merger(kept(), gone(), administrator(), answers).carry_out(TODAY, WORDS)
    return kept()


def choices(**answers: str) -> dict[str, Any]:
    merger = Merger(kept(), gone(), administrator(), answers)
    return {choice.name: choice for choice in merger.choices()}


def hours(place: Place, weekday: int, opens: int, closes: int, **fields: Any) -> OpeningHours:
    clock = {"opens": time(opens), "closes": time(closes)}
    return OpeningHours.objects.create(place=place, weekday=weekday, **clock, **fields)


def test_the_place_that_goes_leads_to_the_one_that_stays() -> None:
    merged()
    page = Client().get("/plekken/pauluskerk/")
    assert page.status_code == 410
    assert "/plekken/bij-de-provenier/" in page.content.decode()
    assert (gone().archived_because, gone().archived_words) == ("samengevoegd", WORDS)


def test_each_field_is_of_whom_one_chose() -> None:
    changed(kept(), phone="010 1", website="https://een.example")
    changed(gone(), phone="010 2", website="https://twee.example")
    place = merged(phone=GONE, website=KEPT)
    assert (place.phone, place.website) == ("010 2", "https://een.example")


def test_what_is_empty_is_filled_unless_one_chose_otherwise() -> None:
    changed(kept(), email="")
    changed(gone(), email="paulus@kerk.example")
    assert choices()["email"].chosen == GONE
    assert merged().email == "paulus@kerk.example"


def test_an_address_is_chosen_as_one() -> None:
    place, other = kept(), gone()
    assert {"house_number", "postcode", "city", "location_precision"}.isdisjoint(choices())
    merged(street=GONE, location=GONE)
    assert kept().address == other.address != place.address
    assert kept().location == other.location


def test_the_address_of_the_page_and_the_uuid_stay() -> None:
    place = kept()
    assert (merged(name=GONE).slug, kept().uuid) == (place.slug, place.uuid)


def test_the_other_name_still_finds_the_place() -> None:
    assert "Pauluskerk" in merged().name_variants
    assert kept().name not in kept().name_variants


def test_lists_are_united_or_chosen() -> None:
    for place, slug in (kept(), "taal"), (gone(), "bewegen"):
        place.offers.set([offer(slug)])
    assert set(choices()["offers"].kept) == {str(offer("taal"))}
    assert set(merged().offers.all()) == {offer("taal"), offer("bewegen")}


def test_a_list_can_be_of_one_only() -> None:
    gone().offers.set([offer("bewegen")])
    assert list(merged(offers=GONE).offers.all()) == [offer("bewegen")]


def test_rows_that_clash_are_named_and_those_of_the_kept_place_hold() -> None:
    gone().hours.all().delete()
    hours(gone(), 0, 16, 20, mode="activiteit")
    hours(gone(), 6, 10, 12)
    assert choices()["openinghours"].clashes[0][1] == "maandag 16:00-20:00 (hoe: activiteit)"
    names = [str(row) for row in merged().hours.all()]
    assert {"maandag 17:00-18:00", "zondag 10:00-12:00"} <= set(names)
    assert "maandag 16:00-20:00" not in names


def test_rows_of_the_other_place_can_take_over() -> None:
    gone().hours.all().delete()
    hours(gone(), 0, 16, 20, mode="activiteit")
    assert [str(row) for row in merged(openinghours=GONE).hours.all()] == ["maandag 16:00-20:00"]


def test_values_and_quotes_are_united_and_the_place_that_goes_keeps_its_own() -> None:
    sfeer = Value.objects.get(slug="sfeer")
    gone().place_values.all().delete()
    PlaceValue.objects.create(place=gone(), value=sfeer, words="warm", source="bezoek")
    Quote.objects.create(place=gone(), text="Kom erin.", said_by="Ans", source="bezoek")
    place = merged()
    assert place.place_values.get(value=sfeer).words == "warm"
    assert place.quotes.filter(text="Kom erin.").exists()
    assert gone().quotes.filter(text="Kom erin.").exists()


def test_a_dossier_of_both_is_chosen() -> None:
    Dossier.objects.update_or_create(place=kept(), defaults={"editor_note": "een"})
    Dossier.objects.update_or_create(place=gone(), defaults={"editor_note": "twee"})
    assert choices()["dossier"].clashes == (("aantekening: een", "aantekening: twee"),)
    assert merged(dossier=GONE).dossier.editor_note == "twee"


def test_what_people_said_and_photographed_moves_along() -> None:
    photo = Photo.objects.create(place=gone(), width=1, height=1, alt="x", credit="y", consent="z")
    Suggestion.objects.create(place=gone(), kind="wijziging")
    Report.objects.create(place=gone(), tone="dank", text="Fijn!")
    confirm(gone(), TODAY, Role.HOST, Confirmation.How.PHONE)
    place = merged()
    assert place.photos.get() == photo
    assert place.suggestions.count() == place.reports.count() == 1
    assert (place.checked_on, place.checked_by) == (TODAY, Role.HOST)


def test_all_of_it_is_one_change_with_a_door_of_its_own() -> None:
    gone().hours.create(weekday=6, opens=time(9), closes=time(10))
    place = merged(name=GONE)
    newest = [place.history.first(), gone().history.first(), place.hours.all()[5].history.first()]
    assert {one.door for one in newest} == {"samenvoegen"}
    assert len({one.change for one in newest}) == 1
    assert gone().history.count() > 1


def test_who_went_on_as_the_place_that_goes_follows() -> None:
    archive(entry("casa-tiberias"), "verhuisd", TODAY, WORDS, gone())
    merged()
    assert entry("casa-tiberias").successor == kept()


@pytest.mark.parametrize("who", [kept, gone])
def test_an_archived_place_is_not_merged_again(who: Any) -> None:
    archive(who(), "gesloten", TODAY, WORDS)
    with pytest.raises(ValidationError, match="in het archief"):
        merged()


def test_a_published_place_does_not_vanish_into_a_draft() -> None:
    changed(kept(), status="concept")
    with pytest.raises(ValidationError, match="nog een concept"):
        merged()
    assert gone().status == "gepubliceerd"


def test_a_refused_merge_changes_nothing() -> None:
    with pytest.raises(ValidationError):
        Merger(kept(), gone(), administrator(), {"phone": GONE}).carry_out(TODAY, " ")
    assert kept().history.count() == gone().history.count() == 1


def test_the_page_names_both_and_does_what_was_chosen() -> None:
    client = logged_in(colleague("redacteur"))
    page = client.get(url())
    assert "Pauluskerk" in page.content.decode()
    data = {"seen": page.context["seen"], "words": WORDS, "name": GONE}
    assert client.post(url(), data).status_code == 302
    assert entry("bij-de-provenier").name == "Pauluskerk"


def test_choices_about_what_changed_since_are_asked_again() -> None:
    client = logged_in(colleague("redacteur"))
    seen = client.get(url()).context["seen"]
    changed(gone(), phone="010 9")
    answer = client.post(url(), {"seen": seen, "words": WORDS, "name": GONE})
    assert "Intussen is een van beide plekken gewijzigd" in answer.content.decode()
    assert gone().status == "gepubliceerd"
    chosen = {choice.name: choice.chosen for choice in answer.context["choices"]}
    assert chosen["name"] == GONE


def test_a_search_finds_the_other_place() -> None:
    client = logged_in(colleague("redacteur"))
    page = client.get(f"/beheer/places/place/{kept().pk}/samenvoegen/?zoek=paulus")
    assert f"?met={gone().pk}" in page.content.decode()


@pytest.mark.parametrize("met", ["x", "0", "-1", "9" * 30, ""])
def test_a_made_up_other_place_is_no_error(met: str) -> None:
    client = logged_in(colleague("redacteur"))
    address = f"/beheer/places/place/{kept().pk}/samenvoegen/?met={met}"
    assert client.get(address).status_code in (200, 404)


@pytest.mark.parametrize("area", ["charlois", "noord", "centrum"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_both_places_must_be_of_the_editor(area: str, method: str) -> None:
    """The one lies in Noord, the other in the centre."""
    client = logged_in(colleague("redacteur", "zoe", area))
    assert getattr(client, method)(url()).status_code == 404
    assert gone().status == "gepubliceerd"


def test_a_team_merges_nothing() -> None:
    assert logged_in(colleague("wijkteam")).post(url()).status_code in (403, 404)
