"""A selection of places, or one, as agenda and as feed."""

from django.conf import settings
from django.http import HttpRequest

from places.feeds.addresses import Whole, query_of, title_of, wishes_of
from places.feeds.agenda import Titled, calendar
from places.feeds.atom import PER_PAGE, Feed, Links, written
from places.filters import PlaceFilter
from places.models import Edition
from places.models.entry_columns import SLUG
from places.models.followed import Followed, newest_changes, with_agenda
from places.open_data.licence import licence
from places.site import site_title

HTML, FEED, CALENDAR, JSON = (
    "text/html",
    "application/atom+xml",
    "text/calendar",
    "application/json",
)
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def agenda_of(request: HttpRequest, found: PlaceFilter, most: int) -> bytes | None:
    """The hours of all places of a filter; None when they are more than ``most``."""
    places = with_agenda(found.page(0, most + 1))
    if len(places) > most:
        return None
    whole = Whole(request)
    address = whole.named("agenda_filter", query=query_of(wishes_of(found)))
    titled = Titled(title_of(found), address, whole.directory(found))
    return calendar(titled, places, found.today, whole.place())


def agenda_of_place(request: HttpRequest, followed: Followed, found: PlaceFilter) -> bytes:
    """The hours of one place."""
    place, whole = followed.place, Whole(request)
    title = f"{place.name} – {site_title()}"
    page = whole.place().replace(SLUG, place.slug)
    titled = Titled(title, whole.named("agenda_place", place.slug), page)
    return calendar(titled, [followed], found.today, whole.place())


def feed_of(request: HttpRequest, found: PlaceFilter, number: int) -> str | None:
    """A page of what changed last among the places of a filter; None beyond the last."""
    start = (number - 1) * PER_PAGE
    entries = newest_changes(found.selected, start, start + PER_PAGE + 1)
    if number > 1 and not entries:
        return None
    page, numbers = entries[:PER_PAGE], {"self": number, "first": 1}
    numbers |= {"next": number + 1} if len(entries) > PER_PAGE else {}
    numbers |= {"previous": number - 1} if number > 1 else {}
    feed = _described(Whole(request), found, numbers, page)
    return written(feed, page)


def _described(
    whole: Whole, found: PlaceFilter, numbers: dict[str, int], page: list[Followed]
) -> Feed:
    chosen = licence()
    links = [_link(rel, _page(whole, found, number), FEED) for rel, number in numbers.items()]
    links += [
        _link("alternate", whole.directory(found, code), HTML, hreflang=code) for code in LANGUAGES
    ]
    links += [_link("license", chosen.url, HTML)] if chosen else []
    return Feed(
        key=_page(whole, found, 1),
        title=title_of(found),
        updated=page[0].changed_at if page else Edition.objects.now().changed_at,
        licence=chosen.name if chosen else "",
        links=links,
        links_of_place=_links_of_place(whole),
    )


def _links_of_place(whole: Whole) -> Links:
    """Its page in each language, and the same for programs and agendas."""
    pages = [_link("alternate", whole.place(code), HTML, hreflang=code) for code in LANGUAGES]
    data = _link("alternate", whole.named("api_place", SLUG), JSON)
    return [*pages, data, _link("alternate", whole.named("agenda_place", SLUG), CALENDAR)]


def _page(whole: Whole, found: PlaceFilter, number: int) -> str:
    parameters = wishes_of(found)
    if number > 1:
        parameters["pagina"] = str(number)
    return whole.named("feed_atom", query=query_of(parameters))


def _link(rel: str, href: str, kind: str, **more: str) -> dict[str, str]:
    return {"rel": rel, "type": kind, "href": href, **more}
