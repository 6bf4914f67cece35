"""What areas are called in the attributes of CBS and PDOK, and in those of the municipality.

What CBS calls a wijk is a gebied here, and its buurt is our wijk.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from places.importing.gazetteer import AreaRecord, Level

CODE = {
    Level.MUNICIPALITY: re.compile(r"^GM\d{4}$"),
    Level.DISTRICT: re.compile(r"^WK\d{6}$"),
    Level.NEIGHBOURHOOD: re.compile(r"^BU\d{8}$"),
}


class Unreadable(ValueError):  # noqa: N818 - one feature less, not a failure
    """The attributes or the outline of a feature make no area; the message says why, in Dutch."""


@dataclass(frozen=True)
class Description:
    """An area as its attributes describe it, with the areas that it says it lies in."""

    area: AreaRecord
    above: list[AreaRecord]  # the largest first; without a name where none is given
    is_water: bool = False  # CBS counts large waters apart from the land of the same area


def describe(properties: Any, vintage: int | None) -> Description:
    """Read the attributes of a feature. ``vintage`` is the year of the source, if known.

    Raises Unreadable.
    """
    known = normalised(properties)
    tree = _municipal(known) if "tekst" in known else _statistical(known)
    for record in tree:
        if not CODE[record.level].match(record.code):
            raise Unreadable(_("‘%s’ is geen code van CBS") % record.code)
    *above, area = tree
    return Description(_counted(area, known, vintage), above, known.get("water", "NEE") != "NEE")


def normalised(properties: Any) -> dict[str, str]:
    """The same names for aantalInwoners, aantal_inwoners and AANTAL_INWONERS."""
    items = properties.items() if isinstance(properties, dict) else ()
    return {key.replace("_", "").lower(): str(value) for key, value in items if value is not None}


def _statistical(known: dict[str, str]) -> list[AreaRecord]:
    """CBS: a code and a name per level; the codes of the levels above are in the code itself."""
    buurt, wijk, gemeente = (known.get(f"{word}code", "") for word in ("buurt", "wijk", "gemeente"))
    if not (buurt or wijk or gemeente):
        names = ", ".join(sorted(known)) or _("geen")
        raise Unreadable(_("dit zijn geen velden van CBS of een gemeente: %s") % names)
    digits = (buurt or wijk or gemeente)[2:]
    gemeente = gemeente or f"GM{digits[:4]}"
    tree = [AreaRecord(Level.MUNICIPALITY, gemeente, known.get("gemeentenaam", ""))]
    if buurt or wijk:
        wijk = wijk or f"WK{digits[:6]}"
        tree.append(AreaRecord(Level.DISTRICT, wijk, known.get("wijknaam", ""), gemeente))
    if buurt:
        tree.append(AreaRecord(Level.NEIGHBOURHOOD, buurt, known.get("buurtnaam", ""), wijk))
    return tree


def _municipal(known: dict[str, str]) -> list[AreaRecord]:
    """Rotterdam: TEKST is the end of the CBS code, of a buurt if there is a BUURTNAAM."""
    digits = known.get("gemeente", settings.AREAS_MUNICIPALITY[2:]).zfill(4)
    text, district_name = known["tekst"], known.get("gebdnaam", "")
    gemeente, gebied = f"GM{digits}", f"WK{digits}{text[:2]}"
    tree = [
        AreaRecord(Level.MUNICIPALITY, gemeente, ""),
        AreaRecord(Level.DISTRICT, gebied, district_name, gemeente),
    ]
    if "buurtnaam" in known:
        code = f"BU{digits}{text}"
        tree.append(AreaRecord(Level.NEIGHBOURHOOD, code, known["buurtnaam"], gebied))
    return tree


def _counted(area: AreaRecord, known: dict[str, str], vintage: int | None) -> AreaRecord:
    """With the inhabitants on 1 January of the vintage; a negative number is unknown to CBS."""
    year = known.get("jaar") or known.get("jrstatcode", "")[:4] or str(vintage or "")
    try:
        inhabitants = int(float(known.get("aantalinwoners", "")))
        counted_on = date(int(year), 1, 1)
    except (ValueError, OverflowError):
        return area
    if inhabitants < 0:
        return area
    return AreaRecord(area.level, area.code, area.name, area.parent_code, inhabitants, counted_on)
