"""Addresses of what agendas, readers of feeds and crawlers ask for; without a language."""

from django.urls import URLPattern, path, re_path

from places.views import crawlers, feeds

patterns: list[URLPattern] = [
    path("plekken.atom", feeds.feed_atom, name="feed_atom"),
    path("plekken.ics", feeds.agenda_filter, name="agenda_filter"),
    path("plekken/<slug:slug>.ics", feeds.agenda_place, name="agenda_place"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.index, name="sitemap"),
    re_path(
        r"^sitemap-(?P<kind>[a-z]{1,20})-(?P<number>[0-9]{1,9})\.xml$",
        crawlers.part,
        name="sitemap_part",
    ),
]
