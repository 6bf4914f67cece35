"""Places from a file, all or none, and never over a place that is already there."""

from collections import Counter

from django.db import transaction
from django.utils.translation import gettext as _

from places.importing.ahead import one_ahead
from places.importing.documents import json_of
from places.importing.entries import Entry, entry_of
from places.importing.garbage import seldom_looked_for
from places.importing.register import Register
from places.importing.report import Refused
from places.importing.row import Row
from places.importing.weeks import overlapping
from places.models import Place
from places.models.bulk import create_places, create_rows, set_links
from places.models.copying import new_keys
from places.models.history import Change, Door, one_change

AT_A_TIME = 1000


@seldom_looked_for()
def load_places(source: str) -> list[str]:
    """Make the places that are not there yet. Those that are stay as their editors made them.

    Returns what was done, one line per fact. Raises Refused with every reason there is, and then
    changes nothing.
    """
    document = json_of(source)
    if not isinstance(document, list):
        raise Refused(_("%(source)s is geen lijst van plekken.") % {"source": source})
    rows = [Row(number, data) for number, data in enumerate(document, 1)]
    words = _("uit het bestand waarmee de lijst begon")
    with transaction.atomic(), one_change(Door.SYSTEM, words=words) as change:
        register = Register()
        made = _load(rows, register, change)
        refusals = [refusal for row in rows for refusal in row.refusals()]
        if refusals:
            raise Refused(*refusals)
    return _lines(rows, made, register)


def _load(rows: list[Row], register: Register, change: Change) -> int:
    """Some at a time: a hundred thousand places with all that is around them are a gigabyte.

    From the first that is refused on nothing is written any more, but what else is wrong is told.
    """
    identities = {row.number: register.identity(row) for row in rows}
    times, made, refused = Counter(identities.values()), 0, False

    def weighed(some: list[Row]) -> list[Entry]:
        for row in some:
            if times[identities[row.number]] > 1:
                row.refuse(_("deze plek staat vaker in het bestand; geef elke plek een eigen uuid"))
        return [
            entry_of(row, identities[row.number], register)
            for row in some
            if not row.problems and not register.knows(identities[row.number], row)
        ]

    parts = [rows[start : start + AT_A_TIME] for start in range(0, len(rows), AT_A_TIME)]
    for some, entries in one_ahead(weighed, parts):
        for position in overlapping([entry.hours for entry in entries]):
            entries[position].row.refuse(_("twee openingstijden van dezelfde soort overlappen"))
        refused = refused or any(row.problems for row in some)
        if not refused:
            _store(change, entries, register)
        made += len(entries)
    return made


def _store(change: Change, entries: list[Entry], register: Register) -> None:
    """Write everything with its history, a few statements per table.

    The places come last: the database derives what is searched from all that belongs to a place,
    and so does it once. Foreign keys are checked at the end of the transaction.
    """
    for organisation in register.new_organisations:
        if organisation.pk is None:
            organisation.save()
    for entry, key in zip(entries, new_keys(Place, len(entries)), strict=True):
        entry.place.pk = key
        entry.place.organisation = entry.place.organisation  # which may have a key only now
        for item in entry.around():
            item.place = entry.place
    create_rows(change, [row for entry in entries for row in entry.around()])
    set_links("audiences", [(entry.place, entry.audiences) for entry in entries])
    set_links("offers", [(entry.place, entry.offers) for entry in entries])
    set_links("languages", [(entry.place, entry.languages) for entry in entries])
    create_places(change, [entry.place for entry in entries])


def _lines(rows: list[Row], made: int, register: Register) -> list[str]:
    lines = [
        _("plekken: %(made)d gemaakt, %(known)d bestonden al")
        % {"made": made, "known": len(rows) - made}
    ]
    if register.new_organisations:
        names = ", ".join(organisation.name for organisation in register.new_organisations)
        lines.append(_("nieuwe organisaties: %s") % names)
    return lines
