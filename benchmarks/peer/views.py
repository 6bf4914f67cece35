"""The textbook's API and pages."""

from typing import Any

from django.contrib.gis.db.models.functions import Distance
from django.contrib.gis.geos import Point
from django.views.generic import DetailView
from django_filters.rest_framework import DjangoFilterBackend
from django_filters.views import FilterView
from rest_framework.filters import SearchFilter
from rest_framework.viewsets import ReadOnlyModelViewSet
from rest_framework_gis.filters import DistanceToPointOrderingFilter, InBBoxFilter

from benchmarks.peer.filters import PlaceFilter
from benchmarks.peer.models import Place
from benchmarks.peer.serializers import PlaceFeatureSerializer, PlaceSerializer

PUBLISHED = (
    Place.objects.filter(published=True)
    .select_related("kind", "organisation")
    .prefetch_related("values", "traits", "offers", "hours")
)


class PlaceViewSet(ReadOnlyModelViewSet):
    queryset = PUBLISHED
    serializer_class = PlaceSerializer
    lookup_field = "slug"
    filter_backends = [
        DjangoFilterBackend,
        InBBoxFilter,
        SearchFilter,
        DistanceToPointOrderingFilter,
    ]
    filterset_class = PlaceFilter
    bbox_filter_field = "location"
    distance_ordering_filter_field = "location"
    search_fields = ["name", "description", "street", "city"]


class MapViewSet(ReadOnlyModelViewSet):
    queryset = Place.objects.filter(published=True, location__isnull=False).select_related("kind")
    serializer_class = PlaceFeatureSerializer
    pagination_class = None
    filter_backends = [DjangoFilterBackend, InBBoxFilter]
    filterset_class = PlaceFilter
    bbox_filter_field = "location"


class PlaceList(FilterView):
    queryset = PUBLISHED
    filterset_class = PlaceFilter
    paginate_by = 25
    template_name = "textbook/place_list.html"

    def get_queryset(self) -> Any:
        """Nearest first when a point is given, as the documentation of GeoDjango shows."""
        places = super().get_queryset()
        if "lat" not in self.request.GET:
            return places
        point = Point(float(self.request.GET["lon"]), float(self.request.GET["lat"]), srid=4326)
        return places.annotate(distance=Distance("location", point)).order_by("distance")


class PlaceDetail(DetailView):
    queryset = PUBLISHED
    template_name = "textbook/place_detail.html"
