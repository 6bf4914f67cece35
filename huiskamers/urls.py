"""Addresses: pages in Dutch without a prefix and in English under /en/; data without either."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from places.api.hsds import urls as api_hsds
from places.api.v1 import urls as api_v1
from places.embedding import urls as embedding
from places.feeds import urls as feeds
from places.files import urls as files
from places.models import Area
from places.views import (
    accounts,
    areas,
    confirming,
    data_dictionary,
    directory,
    health,
    mapdata,
    networks,
    open_data,
    pages,
    photos,
    place,
    referral,
    referral_place,
    referral_sheet,
    suggestions,
    themes,
)

DISTRICT = {"level": Area.Level.DISTRICT}
NEIGHBOURHOOD = {"level": Area.Level.NEIGHBOURHOOD}

handler400 = "places.views.pages.bad_request"

urlpatterns: list[URLPattern | URLResolver] = [
    path("kaart.geojson", mapdata.map_data, name="map_data"),
    path("kaart-grond.geojson", mapdata.map_ground, name="ground"),
    path("insluiten/", include(embedding.files)),
    path("api/v1", api_v1.index, name="api_root"),
    path("api/v1/", include(api_v1.patterns)),
    path("api/hsds/v3", api_hsds.index, name="hsds_root"),
    path("api/hsds/v3/", include(api_hsds.patterns)),
    path("open-data/catalogus.jsonld", open_data.catalogue, name="catalogue"),
    *feeds.patterns,
    *files.patterns,
    path(
        "open-data/velden.json", data_dictionary.data_dictionary_json, name="data_dictionary_json"
    ),
    path("foto/<uuid:key>-<int:width>.<str:extension>", photos.photo, name="photo"),
    path("gezond/live", health.live),
    path("gezond/klaar", health.ready),
    path("beheer/", admin.site.urls),
    *i18n_patterns(
        path("", directory.directory, name="directory"),
        path("plekken/<slug:slug>/", place.place, name="place"),
        path("plekken/<slug:slug>/kaartje/", place.place_card, name="place_card"),
        path("plekken/<slug:slug>/wijziging/", suggestions.suggest_change, name="suggest_change"),
        path(
            "plekken/<slug:slug>/wijziging/bedankt/",
            suggestions.suggest_change_thanks,
            name="suggest_change_thanks",
        ),
        path("plekken/<slug:slug>/melden/", suggestions.report, name="report"),
        path(
            "plekken/<slug:slug>/melden/bedankt/", suggestions.report_thanks, name="report_thanks"
        ),
        path("aanmelden/", suggestions.suggest_place, name="suggest_place"),
        path("aanmelden/bedankt/", suggestions.suggest_place_thanks, name="suggest_place_thanks"),
        path("verwijzen/kaart/", referral_sheet.referral_sheet, name="referral_sheet"),
        path("verwijzen/", referral.ask, name="referral"),
        path("verwijzen/plek/<slug:slug>/", referral_place.referral_place, name="referral_place"),
        path(
            "verwijzen/plek/<slug:slug>/bedankt/",
            referral_place.referral_place_thanks,
            name="referral_place_thanks",
        ),
        path("waarden/", themes.values, name="values"),
        path("waarden/<slug:slug>/", themes.value, name="value"),
        path("dilemmas/", themes.dilemmas, name="dilemmas"),
        path("dilemmas/<slug:slug>/", themes.dilemma, name="dilemma"),
        path("gebieden/<slug:slug>/", areas.area, DISTRICT, name="district"),
        path("wijken/", areas.neighbourhoods, name="neighbourhoods"),
        path("wijken/<slug:slug>/", areas.area, NEIGHBOURHOOD, name="neighbourhood"),
        path("netwerken/", networks.networks, name="networks"),
        path("netwerken/<slug:slug>/", networks.network, name="network"),
        path("insluiten/", include(embedding.pages)),
        path("over/", pages.about, name="about"),
        path("toegankelijkheid/", pages.accessibility, name="accessibility"),
        path("privacy/", pages.privacy, name="privacy"),
        path("open-data/", open_data.open_data, name="open_data"),
        path("open-data/velden/", data_dictionary.data_dictionary, name="data_dictionary"),
        path("bevestigen/<str:token>/", confirming.confirm, name="confirm"),
        path("inloggen/", accounts.log_in, name="login"),
        path("uitloggen/", accounts.log_out, name="logout"),
        path("wachtwoord-vergeten/", accounts.forgotten_password, name="forgotten_password"),
        path("wachtwoord-vergeten/verstuurd/", accounts.password_mailed, name="password_mailed"),
        path("wachtwoord/<key>/<token>/", accounts.choose_password, name="choose_password"),
        prefix_default_language=False,
    ),
]
