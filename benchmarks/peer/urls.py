"""Addresses of the textbook project."""

from django.urls import include, path
from rest_framework.routers import DefaultRouter

from benchmarks.peer import views

router = DefaultRouter()
router.register("places", views.PlaceViewSet)
router.register("map", views.MapViewSet, basename="map")

urlpatterns = [
    path("api/", include(router.urls)),
    path("places/", views.PlaceList.as_view()),
    path("places/<slug:slug>/", views.PlaceDetail.as_view(), name="place"),
]
