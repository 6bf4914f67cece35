"""Files with places that are not there yet, as editors and other systems bring them in."""

import csv
import io
import json
import random

STREETS = ["Dorpsstraat", "Kerkweg", "Molenlaan", "Havenkade", "Lindenhof", "Stationsplein"]
OFFERS = ["samen eten", "taal", "computerhulp"]
HOURS = ["ma-vr 9-17", "di 10-12; do 19:00-21:30", "za 11-15", "wo 13-17 op afspraak"]
HEADINGS = ["UUID", "Naam", "Straat", "Huisnummer", "Postcode", "Openingstijden", "Aanbod"]


def sheet(rows: int, seed: int = 1) -> bytes:
    """So many new places as a spreadsheet saves them."""
    chance = random.Random(seed)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    for number in range(rows):
        where = [chance.choice(STREETS), str(number + 1), _postcode(chance)]
        what = [chance.choice(HOURS), chance.choice(OFFERS)]
        writer.writerow(["", f"Nieuwe plek {number:06}", *where, *what])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def document(rows: int, offers: list[str], values: list[str], seed: int = 2) -> bytes:
    """The same as JSON with points, for ``load_places``; offers and values are slugs."""
    chance = random.Random(seed)
    return json.dumps(
        [
            {
                "name": f"Ingelezen plek {number:06}",
                "street": chance.choice(STREETS),
                "house_number": str(number + 1),
                "postcode": _postcode(chance),
                "city": "Apeldoorn",
                "lat": round(52.2 + chance.uniform(-0.2, 0.2), 5),
                "lon": round(5.9 + chance.uniform(-0.3, 0.3), 5),
                "location_precision": "address",
                "description": " ".join(chance.choices(STREETS, k=12)),
                "offers": chance.sample(offers, 2),
                "values": chance.sample(values, 2),
                "hours": [_week(chance)],
                "sources": [{"title": "gemeentegids", "as_of": "2026"}],
            }
            for number in range(rows)
        ]
    ).encode()


def _week(chance: random.Random) -> dict[str, str]:
    begins = chance.randrange(8, 14)
    hours = {"opens": f"{begins:02}:00", "closes": f"{begins + 3:02}:30"}
    return {"days": "ma-vr", "mode": "inloop", **hours}


def _postcode(chance: random.Random) -> str:
    return f"{chance.randrange(1000, 9999)} {''.join(chance.choices('ABCDEFGHJK', k=2))}"
