"""`/api/v1/wijzigingen`: whoever follows it has what the public can read, and nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.models import Edition, Place, Publication, Value
from tests.api import asked, told
from tests.asking import EVERYBODY
from tests.canaries import TRACES
from tests.edition import settle
from tests.entries import changed, entry

pytestmark = pytest.mark.django_db

SLUG, OTHER = "bij-de-provenier", "pauluskerk"


def now() -> int:
    """The number of the edition after all that was done so far."""
    settle()
    return Edition.objects.now().number


def pages(client: Client, query: str = "") -> Iterator[Any]:
    """Every page from here on."""
    settle()
    address = f"/wijzigingen?{query}"
    while address:
        page = told(client, address)
        yield page
        after = page["_links"]["next"]
        address = after and after["href"].removeprefix("http://testserver/api/v1")


def changes(client: Client, query: str = "") -> dict[str, Any]:
    """What is told of each place, by its address; each at most once."""
    told_changes = [one for page in pages(client, query) for one in page["resultaten"]]
    assert len({one["uuid"] for one in told_changes}) == len(told_changes)
    return {one["slug"]: one for one in told_changes}


def test_from_the_beginning_every_public_place_is_new(client: Client) -> None:
    found = changes(client)
    assert len(found) == EVERYBODY
    assert {one["soort"] for one in found.values()} == {"nieuw"}
    public = {str(place.uuid) for place in Place.objects.published()}
    assert {one["uuid"] for one in found.values()} == public


@pytest.mark.parametrize("per", [1, 7, 57, 58, 59, 500])
def test_pages_tell_everything_once_in_the_order_of_editions(client: Client, per: int) -> None:
    changed(entry(SLUG), note="Bel aan.")
    read = list(pages(client, f"per={per}"))
    editions = [one["editie"] for page in read for one in page["resultaten"]]
    assert len(editions) == EVERYBODY
    assert editions == sorted(editions)
    assert len(read) == -(-EVERYBODY // per)
    assert read[-1]["tot"] == now()


def test_a_place_that_was_changed_is_told_with_its_edition(client: Client) -> None:
    before = now()
    changed(entry(SLUG), note="Bel aan.")
    [(slug, one)] = changes(client, f"sinds={before}").items()
    assert (slug, one["soort"], one["editie"]) == (SLUG, "gewijzigd", before + 1)
    assert one["_links"]["plek"]["href"].endswith(f"/api/v1/plekken/{SLUG}")
    assert one["op"].endswith("Z")


def test_a_place_that_was_published_is_new(client: Client) -> None:
    before = now()
    place = Place.objects.create(slug="nieuw", name="Nieuw", status="gepubliceerd")
    assert changes(client, f"sinds={before}")["nieuw"]["soort"] == "nieuw"
    after = now()
    changed(place, note="Bel aan.")
    assert changes(client, f"sinds={after}")["nieuw"]["soort"] == "gewijzigd"


def test_an_archived_place_is_removed_with_its_reason_and_successor(client: Client) -> None:
    before = now()
    Place.objects.filter(slug=OTHER).update(
        status="gearchiveerd",
        archived_on="2026-11-01",
        archived_because="samengevoegd",
        successor=entry(SLUG),
    )
    one = changes(client, f"sinds={before}")[OTHER]
    assert (one["soort"], one["reden"]) == ("verwijderd", "samengevoegd")
    assert one["opvolger"]["slug"] == SLUG
    assert asked(client, f"/plekken/{OTHER}").status_code == 410


def test_a_successor_that_is_not_public_is_not_named(client: Client) -> None:
    before = now()
    Place.objects.filter(slug=SLUG).update(status="concept")
    Place.objects.filter(slug=OTHER).update(
        status="gearchiveerd", archived_on="2026-11-01", successor=entry(SLUG)
    )
    found = changes(client, f"sinds={before}")
    assert (found[OTHER]["reden"], found[OTHER]["opvolger"]) == (None, None)


@pytest.mark.parametrize("end", ["concept", "delete"])
def test_a_place_that_is_gone_without_a_word_is_removed(client: Client, end: str) -> None:
    before = now()
    if end == "delete":
        entry(OTHER).delete()
    else:
        Place.objects.filter(slug=OTHER).update(status="concept", archived_because="verhuisd")
    one = changes(client, f"sinds={before}")[OTHER]
    assert (one["soort"], one["reden"], one["opvolger"]) == ("verwijderd", None, None)
    assert one["_links"]["plek"] is None


def test_what_was_never_published_is_never_told(client: Client) -> None:
    before = now()
    draft = Place.objects.create(slug="geheim-plan", name="Geheim plan", note=TRACES[0])
    changed(draft, note="Nog een keer.")
    Place.objects.filter(pk=draft.pk).update(status="gearchiveerd", archived_on="2026-11-01")
    draft.delete()
    settle()
    said = asked(client, f"/wijzigingen?sinds={before}")
    assert said.json()["resultaten"] == []
    assert b"geheim" not in said.content


def test_a_name_that_is_only_a_draft_is_not_told(client: Client) -> None:
    Place.objects.filter(slug=OTHER).update(status="concept")
    before = now()
    place = entry(OTHER)
    place.slug = "geheim-plan"
    place.save()
    assert changes(client, f"sinds={before}") == {}
    assert "geheim-plan" not in changes(client)


def test_nothing_new_is_an_empty_page_that_says_where_to_go_on(client: Client) -> None:
    page = told(client, f"/wijzigingen?sinds={now()}")
    assert (page["resultaten"], page["tot"]) == ([], now())
    assert page["_links"]["later"]["href"].endswith(f"/wijzigingen?sinds={now()}")


def test_a_word_that_changed_is_a_change_of_the_places_it_holds_for(client: Client) -> None:
    before = now()
    Value.objects.filter(slug="sfeer").update(name="Stemming")
    holds = {one["slug"] for one in told(client, "/plekken?waarde=sfeer&per=500")["resultaten"]}
    assert holds
    assert set(changes(client, f"sinds={before}")) == holds


def test_an_edition_may_be_without_places(client: Client) -> None:
    before = now()
    Value.objects.create(slug="stilte", name="Stilte")
    settle()
    page = told(client, f"/wijzigingen?sinds={before}")
    assert (page["resultaten"], page["tot"]) == ([], before + 1)


@pytest.mark.parametrize("said", ["{day}", "{moment}Z", "{local}", "{local_in_address}"])
def test_since_may_be_a_day_or_a_moment(client: Client, said: str) -> None:
    moment = timezone.now().replace(microsecond=0)
    Publication.objects.update(changed_at=moment - timedelta(days=3), number=1)
    Publication.objects.filter(slug=SLUG).update(changed_at=moment, number=2)
    utc, ahead = moment.astimezone(UTC), moment.astimezone(UTC) + timedelta(hours=5)
    query = said.format(
        day=utc.date() - timedelta(days=1),
        moment=f"{utc:%Y-%m-%dT%H:%M:%S}",
        local=quote(f"{ahead:%Y-%m-%dT%H:%M:%S}+05:00"),
        local_in_address=f"{ahead:%Y-%m-%dT%H:%M:%S}+05:00",
    )
    page = told(client, f"/wijzigingen?sinds={query}")
    assert [one["slug"] for one in page["resultaten"]] == [SLUG]


def test_a_moment_to_come_has_no_changes(client: Client) -> None:
    page = told(client, "/wijzigingen?sinds=2099-12-31T23:59:59Z")
    assert (page["resultaten"], page["tot"]) == ([], now())


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        *((f"sinds={one}", "sinds") for one in ("gisteren", "-1", "²", "2026-02-30", "1999-01-01")),
        ("sinds=2026-11-24T19:30:00", "sinds"),
        ("sinds=2026-11-24T25:30:00Z", "sinds"),
        ("sinds=2026-11-24T19:30:00%2B99:00", "sinds"),
        ("sinds=9999-12-31", "sinds"),
        ("sinds=99999999", "sinds"),
        ("sinds=" + "9" * 5000, "sinds"),
        ("sinds=%00", "sinds"),
        ("per=501", "per"),
        ("per=0", "per"),
        ("na=5", "na"),
        ("na=5.05df722f", "na"),
        ("na=" + "9" * 19 + ".05df722f-ab3a-588a-965a-17e044b49a77", "na"),
    ],
)
def test_what_makes_no_sense_is_named(client: Client, query: str, wrong: str) -> None:
    answer = asked(client, f"/wijzigingen?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [wrong]


def test_nothing_changed_is_not_sent_again(client: Client) -> None:
    settle()
    Edition.objects.update(changed_at=datetime(2026, 11, 1, tzinfo=UTC))
    first = asked(client, "/wijzigingen")
    assert first["Last-Modified"]
    known = {"if-none-match": first["ETag"]}
    assert asked(client, "/wijzigingen", **known).status_code == 304
    changed(entry(SLUG), note="Bel aan.")
    settle()
    assert asked(client, "/wijzigingen", **known).status_code == 200


ACTS = ["note", "publish", "withdraw", "archive", "delete", "word"]


def act(what: str, place: Place) -> None:
    """Something that staff do."""
    rows = Place.objects.filter(pk=place.pk)
    if what == "delete":
        rows.delete()
    elif what == "word":
        Value.objects.filter(slug="sfeer").update(position=3)
    elif what == "note":
        rows.update(note=f"{timezone.now()}")
    elif what == "archive":
        rows.update(status="gearchiveerd", archived_on="2026-11-01")
    else:
        status = "gepubliceerd" if what == "publish" else "concept"
        rows.update(status=status, archived_on=None)
    settle()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whoever_follows_has_exactly_what_is_public(client: Client, data: st.DataObject) -> None:
    """Changes come in between any two pages; places are followed by their key."""
    copy: dict[str, int] = {}
    doing = st.tuples(st.sampled_from(ACTS), st.integers(0, EVERYBODY - 1))
    places = list(Place.objects.order_by("pk"))
    address, after = "/wijzigingen?per=9", None
    for acts in [*data.draw(st.lists(st.lists(doing, max_size=3), max_size=12)), None]:
        for what, which in acts or []:
            if which < len(places):
                act(what, places[which])
        while True:
            page = told(client, address)
            follow(copy, page["resultaten"])
            after = page["_links"]["next"] or page["_links"]["later"]
            address = after["href"].removeprefix("http://testserver/api/v1")
            if acts is not None or not page["_links"]["next"]:
                break
    assert set(copy) == {str(place.uuid) for place in Place.objects.published()}


def follow(copy: dict[str, int], told_changes: list[Any]) -> None:
    """Keep a copy as the description says; nothing is ever told from before what was told."""
    for one in told_changes:
        assert one["editie"] >= max(copy.values(), default=0)
        if one["soort"] == "verwijderd":
            copy.pop(one["uuid"], None)
        else:
            copy[one["uuid"]] = one["editie"]
