"""What a role must not do, by the ways into a form that its page does not show."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client

from places.models import OpeningHours, Organisation, Place
from tests.doors import SECRETS, Furnished, everything
from tests.filling_in import filled_in_at
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

BULK = [
    (model, action)
    for model, options in admin.site._registry.items()
    for action in sorted({*(options.actions or []), "delete_selected"})
]
ANSWERED = {"post": "yes", "answered": "1", "how": "telefoon", "because": "gesloten"}
ANSWERED |= {"on": "2026-01-01", "words": "Weg ermee."}
"""What the pages between ask."""


@pytest.fixture
def here() -> Furnished:
    return Furnished("bij-de-provenier")


@pytest.fixture
def there() -> Furnished:
    return Furnished("dorpsveld")


@pytest.fixture
def north() -> Client:
    """An editor of Noord."""
    return logged_in(colleague("redacteur", "noor", "noord"))


@pytest.fixture
def team() -> Client:
    return logged_in(colleague("wijkteam"))


def done_to(client: Client, model: Any, action: Any, key: int) -> Any:
    """The answer to choosing one row of a list, or all, and an action."""
    name = action if isinstance(action, str) else action.__name__
    chosen = {"action": name, "_selected_action": key, "select_across": "1", "index": "0"}
    return client.post(f"/beheer/places/{model._meta.model_name}/", chosen | ANSWERED)


@pytest.mark.parametrize(("model", "action"), BULK, ids=lambda one: getattr(one, "__name__", one))
def test_a_bulk_action_does_nothing_for_a_team(model: Any, action: Any, team: Client) -> None:
    Furnished("dorpsveld")
    before = everything()
    done_to(team, model, action, model._default_manager.order_by("-pk")[0].pk)
    assert everything() == before


@pytest.mark.parametrize("action", admin.site._registry[Place].actions)
def test_a_bulk_action_touches_nothing_elsewhere(
    action: str, there: Furnished, north: Client
) -> None:
    before = (there.place.history.count(), there.place.confirmations.count())
    done_to(north, Place, action, there.place.pk)
    there.place.refresh_from_db()
    assert (there.place.history.count(), there.place.confirmations.count()) == before


def sent_with(client: Client, place: Place, changes: dict[str, Any]) -> Any:
    address = f"/beheer/places/place/{place.pk}/change/"
    return client.post(address, filled_in_at(client, address) | changes)


@pytest.mark.parametrize("rows", ["hours", "photos", "referral", "dossier", "sources"])
def test_a_row_of_another_place_cannot_be_sent_along(
    rows: str, here: Furnished, there: Furnished, north: Client
) -> None:
    row = there.row_of(rows)
    before = type(row).objects.filter(pk=row.pk).values().get()
    foreign = {f"{rows}-0-id": row.pk, f"{rows}-0-place": there.place.pk}
    sent_with(north, here.place, foreign | {f"{rows}-0-DELETE": "on", f"{rows}-0-note": "gekaapt"})
    assert type(row).objects.filter(pk=row.pk).values().get() == before


def test_the_place_of_a_row_cannot_be_another(
    here: Furnished, there: Furnished, north: Client
) -> None:
    before = there.place.hours.count()
    sent_with(north, here.place, {"hours-0-place": there.place.pk, "hours-0-note": "verhuisd"})
    assert there.place.hours.count() == before
    assert not OpeningHours.objects.filter(place=there.place, note="verhuisd").exists()


@pytest.mark.parametrize(
    "lookup",
    [
        "dossier__editor_note__contains=DOSSIER",
        "referral__contact__contains=VERWIJZING",
        "reports__text__contains=MELDING",
        "host_requests__email__startswith=gast",
        "photos__consent__contains=TOESTEMMING",
        "confirmations__by__password__startswith=pbkdf2",
    ],
)
def test_what_one_may_not_read_cannot_be_guessed_by_filtering(lookup: str, team: Client) -> None:
    Furnished("dorpsveld")
    assert team.get(f"/beheer/places/place/?{lookup}").status_code in (302, 400)


def test_searching_finds_nothing_elsewhere(north: Client, there: Furnished) -> None:
    page = north.get(f"/beheer/places/place/?q={there.place.name}").content.decode()
    assert f"/place/{there.place.pk}/" not in page


def test_a_choice_of_places_offers_nothing_elsewhere(north: Client, there: Furnished) -> None:
    asked = {"app_label": "places", "model_name": "place", "field_name": "successor"}
    answer = north.get("/beheer/autocomplete/", asked | {"term": there.place.name})
    assert there.place.name not in answer.content.decode()


@pytest.mark.parametrize("field", ["handled_by", "by", "added_by"])
def test_nobody_looks_up_colleagues_through_a_choice(field: str, team: Client) -> None:
    asked = {"app_label": "places", "model_name": "suggestion", "field_name": field, "term": ""}
    assert team.get("/beheer/autocomplete/", asked).status_code == 403


def test_an_organisation_with_places_elsewhere_is_not_changed_by_one_area(
    here: Furnished, there: Furnished, north: Client
) -> None:
    both = Organisation.objects.create(name="Van overal", slug="van-overal")
    Place.objects.filter(pk__in=[here.place.pk, there.place.pk]).update(organisation=both)
    address = f"/beheer/places/organisation/{both.pk}/change/"
    assert north.get(address).status_code == 200
    sent = {"name": "Gekaapt", "slug": "van-overal", "kind": "netwerk"}
    assert north.post(address, sent).status_code == 403
    Place.objects.filter(pk=there.place.pk).update(organisation=None)
    assert north.post(address, sent).status_code == 302


@pytest.mark.parametrize("address", ["/", "/plekken/bij-de-provenier/", "/kaart.geojson"])
def test_the_public_reads_nothing_confidential(
    address: str, here: Furnished, client: Client, team: Client
) -> None:
    for visitor in client, team:
        page = visitor.get(address).content.decode()
        assert not [secret for secret in SECRETS if secret in page]
