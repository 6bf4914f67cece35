"""The addresses of the site and those of the floor."""

from django.urls import URLPattern, URLResolver, path

from benchmarks import floor
from huiskamers.urls import urlpatterns as site

urlpatterns: list[URLPattern | URLResolver] = [
    path("vloer/", floor.constant),
    path("vloer/pagina/", floor.same_bytes),
    path("vloer/kaal", floor.lean),
    *site,
]
