"""manage.py import_osm: meeting places in a file of OpenStreetMap, as suggestions to staff."""

from pathlib import Path
from typing import Any

from django.contrib.gis.geos import Polygon
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from places.fields import BoxField
from places.importing.report import Refused
from places.models.area import RD_NEW
from places.osm_import.files import read_objects
from places.osm_import.kinds import Selection
from places.osm_import.licence import licence_note
from places.osm_import.outcome import Outcome
from places.osm_import.proposing import Request, propose


class Command(BaseCommand):
    help = _(
        "Leest ontmoetingsplekken uit een bestand van OpenStreetMap en stelt ze voor aan het "
        "beheer; er komt niets vanzelf in de lijst. Twee keer hetzelfde bestand geeft niets nieuws."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help=_("JSON van Overpass, of .osm.pbf, .osm, .osm.gz"))
        parser.add_argument(
            "--tag",
            action="append",
            default=[],
            metavar="key=value",
            help=_("ook deze objecten, zoals club=social of club=*; mag vaker"),
        )
        parser.add_argument("--bbox", default="", help=_("alleen hier: west,zuid,oost,noord"))
        parser.add_argument("--limit", type=int, help=_("hoogstens zoveel voorstellen"))
        parser.add_argument(
            "--dry-run", action="store_true", help=_("zeg wat er zou gebeuren, en doe het niet")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = _imported(options)
        except Refused as refused:
            nothing = _("Er is niets voorgesteld.")
            raise CommandError(f"{refused}\n{nothing}") from refused
        if options["verbosity"] > 1:
            for line in outcome.lines:
                self.stdout.write(line)
        for line in outcome.summary():
            self.stdout.write(line)
        if options["dry_run"]:
            self.stdout.write(_("Dit was een proef: er is niets voorgesteld."))
        self.stdout.write(licence_note())


def _imported(options: dict[str, Any]) -> Outcome:
    selection = Selection(options["tag"])
    request = Request(
        today=timezone.localdate(),
        selection=selection,
        box=_box(options["bbox"]),
        limit=options["limit"],
        dry_run=options["dry_run"],
    )
    objects = read_objects(Path(options["file"]), selection.keys, selection.wants)
    return propose(objects, request)


def _box(text: str) -> Polygon | None:
    try:
        box = BoxField(required=False).clean(text)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    return Polygon(box.corners, srid=RD_NEW) if box else None
