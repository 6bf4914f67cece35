"""What one can ask of the textbook API beside its box, its point and its words."""

from datetime import datetime
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef

from benchmarks.peer.models import OpeningHours, Place, Value


class PlaceFilter(django_filters.FilterSet):
    values = django_filters.ModelMultipleChoiceFilter(
        field_name="values__slug",
        to_field_name="slug",
        queryset=Value.objects.all(),
        conjoined=True,
    )
    open = django_filters.IsoDateTimeFilter(method="open_at")

    class Meta:
        model = Place
        fields = ["kind__slug", "city"]

    def open_at(self, places: Any, _name: str, moment: datetime) -> Any:
        """Places with hours that hold on this weekday and at this time."""
        hours = OpeningHours.objects.filter(
            place=OuterRef("pk"),
            weekday=moment.weekday(),
            opens__lte=moment.time(),
            closes__gt=moment.time(),
        )
        return places.filter(Exists(hours.exclude(mode="afspraak")))
