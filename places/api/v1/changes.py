"""What changed since, for whoever keeps a copy."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from places.api.v1 import change_schemas, list_schemas
from places.api.v1.answers import plain
from places.api.v1.asking import ChangesForm, complaints
from places.api.v1.links import asked_address, own_address, place_address
from places.api.v1.parameters import CHANGES
from places.models.change_documents import ChangeAddresses, change_document
from places.models.entry_columns import SLUG
from places.problem import unreadable
from places.validators import validated

router = Router(tags=["Plekken"], by_alias=True)


@router.get(
    "/wijzigingen",
    url_name="api_changes",
    summary="Welke plekken er sindsdien bij kwamen, veranderden of verdwenen",
    description="In de volgorde van de wijzigingen; van elke plek alleen de laatste. Volg "
    "`_links.next` tot die null is, en vraag een volgende keer met `tot` als `sinds`: dan mist u "
    "niets. Haal een plek die nieuw of gewijzigd is opnieuw op; een plek die verwijderd is haalt u "
    "weg, ook als u haar niet had. Verandert een woord, gebied of netwerk, dan staan de plekken "
    "waar het voor geldt hier ook. Wat vanzelf verandert (`staat`, tijden die voorbij zijn) niet, "
    "en evenmin de naam van een kenmerk bij plekken waar het onbekend of `nee` is: die staat in "
    "`kenmerken`.",
    response={200: change_schemas.Changes, 400: list_schemas.Unreadable},
    openapi_extra={"parameters": CHANGES},
)
@validated()
def changes(request: HttpRequest) -> HttpResponse:
    """A page of changes, the oldest first."""
    form = ChangesForm(request.GET)
    if wrong := complaints(form):
        return unreadable(wrong)
    addresses = ChangeAddresses(
        self=asked_address(request, "sinds", "per", "na"),
        list=own_address(request),
        place=place_address(request, SLUG),
    )
    document = change_document(form.since, form.size, addresses)
    if form.since.number > document.edition:
        return unreadable({"sinds": ["Deze editie is er niet; begin opnieuw, zonder sinds."]})
    return plain(document.json)
