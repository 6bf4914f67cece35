"""Filling in a form of the admin as a browser does."""

from typing import Any
from unittest.mock import patch

from django.contrib.gis.geos import MultiPolygon, Point
from django.template.response import TemplateResponse
from django.test import Client

from places.coordinates import rd_point
from places.models import Area


def filled_in(answer: Any) -> dict[str, Any]:
    """What a browser would send back of a change form that nobody touched."""
    data = fields_of(answer.context_data["adminform"].form)
    for inline in answer.context_data["inline_admin_formsets"]:
        data |= fields_of(inline.formset.management_form)
        for form in inline.formset.forms:
            data |= fields_of(form)
    return data


def filled_in_at(client: Client, url: str) -> dict[str, Any]:
    """The same of the form at an address; the page is not drawn, which is half of the work."""
    with patch.object(TemplateResponse, "rendered_content", ""):
        return filled_in(client.get(url))


def fields_of(form: Any) -> dict[str, Any]:
    """The fields of one form by the names under which they are sent; what is empty stays away."""
    values = {field.html_name: _sent(field) for field in form}
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


def hours(number: int, **fields: str) -> dict[str, str]:
    """A row of hours as the form sends it."""
    row = {"weekday": "0", "opens": "09:00", "closes": "12:00", "mode": "inloop", **fields}
    return {f"hours-{number}-{name}": value for name, value in row.items()}


def saved(client: Client, url: str, **changes: Any) -> Any:
    """The answer to sending the form with these changes; every row of hours counts."""
    data = filled_in_at(client, url) | changes
    data["hours-TOTAL_FORMS"] = sum(name.endswith("-weekday") for name in data)
    return client.post(url, data)


def row(prefix: str, number: int, **fields: Any) -> dict[str, Any]:
    """A new row of another kind, with the count that belongs to it."""
    values = {f"{prefix}-{number}-{name}": value for name, value in fields.items()}
    return {**values, f"{prefix}-TOTAL_FORMS": number + 1}


def pin(longitude: float, latitude: float) -> str:
    """A point as the map widget sends it."""
    return f'{{"type": "Point", "coordinates": [{longitude}, {latitude}]}}'


def bounded(name: str, longitude: float, latitude: float) -> Area:
    """This area, with a boundary that lies around the point."""
    area = Area.objects.get(name=name)
    area.boundary = MultiPolygon(rd_point(longitude, latitude).buffer(100))
    area.save()
    return area


def _sent(field: Any) -> Any:
    value = field.value()
    return value.transform(4326, clone=True).geojson if isinstance(value, Point) else value
