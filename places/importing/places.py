"""Places from a file, all or none, and never over a place that is already there."""

from collections import Counter

from django.db import transaction
from django.utils.translation import gettext as _

from places.importing.documents import json_of
from places.importing.entries import Entry, entry_of
from places.importing.register import Register
from places.importing.report import Refused
from places.importing.row import Row
from places.importing.weeks import overlapping
from places.models.bulk import create_places, create_rows, new_keys, set_links
from places.models.history import Change, Door, one_change


def load_places(source: str) -> list[str]:
    """Make the places that are not there yet. Those that are stay as their editors made them.

    Returns what was done, one line per fact. Raises Refused with every reason there is, and then
    changes nothing.
    """
    document = json_of(source)
    if not isinstance(document, list):
        raise Refused(_("%(source)s is geen lijst van plekken.") % {"source": source})
    rows = [Row(number, data) for number, data in enumerate(document, 1)]
    with transaction.atomic():
        register = Register()
        entries = _new_entries(rows, register)
        refusals = [refusal for row in rows for refusal in row.refusals()]
        if refusals:
            raise Refused(*refusals)
        for organisation in register.new_organisations:
            organisation.save()
        with one_change(Door.SYSTEM, words=_("uit het bestand waarmee de lijst begon")) as change:
            _store(change, entries)
    return _lines(rows, entries, register)


def _new_entries(rows: list[Row], register: Register) -> list[Entry]:
    identities = {row.number: register.identity(row) for row in rows}
    times = Counter(identities.values())
    entries = []
    for row in rows:
        identity = identities[row.number]
        if times[identity] > 1:
            row.refuse(_("deze plek staat vaker in het bestand; geef elke plek een eigen uuid"))
        elif not row.problems and not register.knows(identity, row):
            entries.append(entry_of(row, identity, register))
    for position in overlapping([entry.hours for entry in entries]):
        entries[position].row.refuse(_("twee openingstijden van dezelfde soort overlappen"))
    return entries


def _store(change: Change, entries: list[Entry]) -> None:
    """Write everything with its history, a few statements per table.

    The places come last: the database derives what is searched from all that belongs to a place,
    and so does it once. Foreign keys are checked at the end of the transaction.
    """
    for entry, key in zip(entries, new_keys(len(entries)), strict=True):
        entry.place.pk = key
        for item in entry.around():
            item.place = entry.place
    create_rows(change, [row for entry in entries for row in entry.around()])
    set_links("audiences", [(entry.place, entry.audiences) for entry in entries])
    set_links("offers", [(entry.place, entry.offers) for entry in entries])
    set_links("languages", [(entry.place, entry.languages) for entry in entries])
    create_places(change, [entry.place for entry in entries])


def _lines(rows: list[Row], entries: list[Entry], register: Register) -> list[str]:
    lines = [
        _("plekken: %(made)d gemaakt, %(known)d bestonden al")
        % {"made": len(entries), "known": len(rows) - len(entries)}
    ]
    if register.new_organisations:
        names = ", ".join(organisation.name for organisation in register.new_organisations)
        lines.append(_("nieuwe organisaties: %s") % names)
    return lines
