"""Addresses below `/insluiten/`: pages in both languages, and what pages around them load."""

from django.urls import path, re_path

from places.views import embedding

pages = [
    path("", embedding.builder, name="embedding"),
    path("kaart/", embedding.embed_map, name="embed_map"),
    path("lijst/", embedding.embed_list, name="embed_list"),
    path("kaartje/<slug:slug>/", embedding.embed_card, name="embed_card"),
]
files = [
    path("meegroeien.js", embedding.embed_growing, name="embed_growing"),
    re_path(r"^(?P<theme>licht|donker)\.css$", embedding.embed_style, name="embed_style"),
]
