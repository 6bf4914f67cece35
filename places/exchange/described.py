"""The columns one by one: heading, what it is, an example, and how it is read and written."""

from operator import attrgetter
from typing import Any

from django.utils.translation import gettext_lazy as _

from places.exchange.column import (
    AsideColumn,
    Column,
    DegreeColumn,
    IdentityColumn,
    RowsColumn,
    TermsColumn,
    content,
)
from places.exchange.rows import RowForm, RowsWidget, WeekWidget
from places.exchange.widgets import (
    ChoiceWidget,
    DayWidget,
    FieldWidget,
    IdentityWidget,
    ListWidget,
    TermsWidget,
    TermWidget,
    YesNoWidget,
    latitude,
    longitude,
    phone,
    postcode,
    web_address,
)
from places.models import (
    Area,
    Audience,
    Dossier,
    Kind,
    Language,
    Offer,
    Organisation,
    Place,
    PlaceDilemma,
    PlaceTrait,
    PlaceValue,
    Quote,
    Referral,
    Source,
)
from places.week_notation import (
    hours_text,
    read_hours,
    read_special_days,
    special_days_text,
)

SOURCED = {"bron": "source", "gelezen": "source_date"}
WORDS = {"engels": "words_en"}

VALUES = RowForm(PlaceValue, "words", "value", WORDS | SOURCED)
DILEMMAS = RowForm(PlaceDilemma, "words", "dilemma", {"stand": "position"} | WORDS | SOURCED)
TRAITS = RowForm(PlaceTrait, "answer", "trait", SOURCED)
SOURCES = RowForm(Source, "title", parts={"gelezen": "as_of"}, position="position")
QUOTES = RowForm(Quote, "text", parts={"wie": "said_by"} | SOURCED)


def _field(name: str, label: Any, wash: Any = None, **more: Any) -> Column:
    return Column(name, label, FieldWidget(Place._meta.get_field(name), wash), **more)


def _texts(name: str, label: Any, english: Any, about: Any) -> tuple[Column, Column]:
    """A text and its English twin."""
    translated = _("Hetzelfde in het Engels.")
    return _field(name, label, about=about), _field(f"{name}_en", english, about=translated)


def _rows(name: str, label: Any, form: RowForm, **more: Any) -> RowsColumn:
    key = f"{form.term}_id" if form.term else form.head
    return RowsColumn(name, label, RowsWidget(form), key=attrgetter(key), **more)


def _aside(name: str, label: Any, model: Any, about: Any, example: str = "") -> AsideColumn:
    model_field = model._meta.get_field(name)
    widget = DayWidget() if name.endswith("_until") else FieldWidget(model_field)
    return AsideColumn(name, label, widget, about=about, model=model, example=example)


WHO = (
    IdentityColumn(
        "uuid",
        _("UUID"),
        IdentityWidget(),
        about=_("Het kenmerk van een plek die er al is; laat leeg voor een nieuwe."),
        example="0b9ec0f6-3a0f-4f0e-9d5c-6f5d2f1f7a11",
    ),
    _field(
        "slug",
        _("Adresnaam"),
        about=_("Zo heet de plek in het webadres. Leeg bij een nieuwe plek: gemaakt van de naam."),
        example="huiskamer-de-lamp",
    ),
    _field("name", _("Naam"), required=True, example="Huiskamer De Lamp"),
    Column(
        "name_variants",
        _("Andere namen"),
        ListWidget(Place._meta.get_field("name_variants")),
        about=_("Namen waarop mensen ook zoeken, met komma's ertussen."),
        example="De Lamp, Buurthuis De Lamp",
    ),
    Column("kind", _("Soort"), TermWidget(Kind), example="huiskamer"),
    Column(
        "organisation",
        _("Organisatie of netwerk"),
        TermWidget(Organisation),
        about=_("De naam zoals die in het beheer staat; maak een nieuwe eerst daar aan."),
        example="SOL",
    ),
    _field("since", _("Sinds"), about=_("Een jaartal."), example="2015"),
)
WHERE = (
    _field("street", _("Straat"), example="Voorbeeldstraat"),
    _field("house_number", _("Huisnummer"), example="12a"),
    _field("postcode", _("Postcode"), postcode, example="3014 RA"),
    _field("city", _("Plaats"), example="Rotterdam"),
    Column(
        "area",
        _("Wijk of gebied"),
        TermWidget(Area),
        about=_("Het kleinste dat bekend is; waar een naam vaker voorkomt met niveau en gemeente."),
        example="Oude Westen",
    ),
    DegreeColumn(
        "lat",
        _("Breedtegraad"),
        latitude(),
        about=_("In WGS84, met een komma. Samen met de lengtegraad."),
        example="51,9172000",
    ),
    DegreeColumn(
        "lon",
        _("Lengtegraad"),
        longitude(),
        about=_("In WGS84, met een komma. Samen met de breedtegraad."),
        example="4,4698000",
    ),
    Column(
        "location_precision",
        _("Precisie"),
        ChoiceWidget(Place.Precision, Place.Precision.UNKNOWN),
        about=_("adres of straat als er een punt is; anders wijk of onbekend."),
        example="adres",
    ),
)
REACH = (
    _field("phone", _("Telefoon"), phone, example="010 123 45 67"),
    _field("email", _("E-mail van de plek"), example="welkom@voorbeeld.example"),
    _field("website", _("Website"), web_address, example="https://voorbeeld.example"),
)
WHEN = (
    RowsColumn(
        "hours",
        _("Openingstijden"),
        WeekWidget(hours_text, read_hours),
        key=content,
        about=_("Een regel per periode, of met puntkomma's ertussen."),
        example="ma-vr 09:00-17:00; wo 19:00-21:00 op afspraak",
    ),
    Column(
        "hours_complete",
        _("Openingstijden zijn volledig"),
        YesNoWidget(),
        about=_("ja: buiten deze tijden is het dicht. nee: daarbuiten staat er “bel even”."),
        example="nee",
    ),
    RowsColumn(
        "special_days",
        _("Bijzondere dagen"),
        WeekWidget(special_days_text, read_special_days),
        key=content,
        about=_("Dagen die anders zijn dan de week, een regel per keer."),
        example="2026-12-24 t/m 2027-01-03 dicht | kerstvakantie",
    ),
    Column(
        "holiday_policy",
        _("Op feestdagen"),
        ChoiceWidget(Place.HolidayPolicy, Place.HolidayPolicy.UNKNOWN),
        about=_("dicht, gewoon (open zoals altijd) of onbekend."),
        example="dicht",
    ),
)
WHAT = (
    *_texts(
        "description", _("Beschrijving"), _("Beschrijving, Engels"), _("Wat voor plek het is.")
    ),
    *_texts(
        "first_visit",
        _("Eerste bezoek"),
        _("Eerste bezoek, Engels"),
        _("Wat je kunt verwachten als je voor het eerst komt."),
    ),
    *_texts(
        "note",
        _("Goed om te weten"),
        _("Goed om te weten, Engels"),
        _("Wat verder handig is om te weten."),
    ),
    TermsColumn("audiences", _("Bewust voor"), TermsWidget(Audience), example="ouderen, vrouwen"),
    TermsColumn("offers", _("Aanbod"), TermsWidget(Offer), example="samen eten, taal"),
    TermsColumn("languages", _("Talen"), TermsWidget(Language), example="Nederlands, Turks"),
)
FEEL = (
    _rows(
        "values",
        _("Waarden"),
        VALUES,
        related="place_values",
        about=_("Een regel per waarde: hoe je die hier merkt, en de bron."),
        example="Sfeer: er staat soep | engels: there is soup | bron: eigen site | gelezen: 2026",
    ),
    _rows(
        "dilemmas",
        _("Dilemma's"),
        DILEMMAS,
        related="place_dilemmas",
        about=_("Een regel per dilemma; de stand is 1 (ene kant) tot en met 5, of ontbreekt."),
        example="Diversiteit: iedereen door elkaar | stand: 5 | bron: gesprek | gelezen: 2026-03",
    ),
    _rows(
        "traits",
        _("Kenmerken"),
        TRAITS,
        related="place_traits",
        about=_("Een regel per kenmerk: ja, nee of onbekend."),
        example="gelijkvloers: ja | bron: bezoek | gelezen: 2026-03-14",
    ),
    _rows(
        "quotes",
        _("Uitspraken"),
        QUOTES,
        about=_("Een regel per uitspraak, woord voor woord."),
        example="Hier hoeft niets | wie: een bezoeker | bron: wijkkrant | gelezen: 2025-11",
    ),
    *_texts("strengths", _("Sterke punten"), _("Sterke punten, Engels"), _("Wat hier goed gaat.")),
    *_texts("needs", _("Wat nodig is"), _("Wat nodig is, Engels"), _("Wat deze plek nodig heeft.")),
    *_texts("attention", _("Aandachtspunten"), _("Aandachtspunten, Engels"), _("Waar je op let.")),
)
LISTED = (
    _rows(
        "sources",
        _("Bronnen"),
        SOURCES,
        about=_("Een regel per bron, met de datum waarop die is gelezen of verschenen."),
        example="eigen site | gelezen: 2026-11-03",
    ),
    Column(
        "status",
        _("Status"),
        ChoiceWidget(Place.Status, Place.Status.DRAFT),
        about=_("concept of gepubliceerd; een nieuwe plek is concept als hier niets staat."),
        example="concept",
    ),
)
STAFF_ONLY = _("Niet openbaar: alleen voor het beheer.")
TEAMS_ONLY = _("Niet openbaar: alleen voor wijkteams en het beheer.")
ASIDE = (
    _aside("editor_note", _("Aantekening"), Dossier, STAFF_ONLY),
    _aside("lease_until", _("Huur tot en met"), Dossier, STAFF_ONLY, "2027-12-31"),
    _aside("funding_until", _("Geld tot en met"), Dossier, STAFF_ONLY, "2027-12-31"),
    _aside("contact", _("Contact voor verwijzers"), Referral, TEAMS_ONLY),
    _aside("intake_notes", _("Kennismaking"), Referral, TEAMS_ONLY),
    _aside("capacity", _("Ruimte voor nieuwe mensen"), Referral, TEAMS_ONLY),
)
