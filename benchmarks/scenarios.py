"""What is measured beside a peer and a floor, and what each of it is meant to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.draw import Drawn
from benchmarks.visitors import Ask


@dataclass(frozen=True)
class Goals:
    """What the site should be: so many times as fast as the textbook (by number of places), at
    most so many times the lean view and the constant one, milliseconds (by number of places),
    kilobytes over the wire, and part of the textbook's bytes. None where nothing is meant."""

    textbook: Mapping[int, float] = field(default_factory=dict)
    lean: float | None = None
    constant: float | None = None
    milliseconds: Mapping[int, float] = field(default_factory=dict)
    kilobytes: float | None = None
    of_bytes: float | None = None


@dataclass(frozen=True)
class Scenario:
    """One question in the words of the site, of the textbook and of the lean view.

    Each is a path with the names of what was drawn; empty where there is nothing like it.
    ``again``: the visitor has the answer already. ``cold``: it is also asked first of all to a site
    that just started. ``textbook_most``: the number of places to which the textbook is asked;
    beyond it an answer would take its server's memory.
    """

    key: str
    label: str
    site: str
    textbook: str = ""
    lean: str = ""
    body: str = ""
    again: bool = False
    cold: bool = False
    textbook_most: int = 10**9
    goals: Goals = Goals()

    def asked(self, drawn: Drawn, known: str = "", coding: str = "gzip") -> Ask:
        """The question to the site."""
        return Ask(self.site.format_map(drawn), self.body.format_map(drawn), known, coding)

    def asked_textbook(self, drawn: Drawn) -> Ask:
        """The question to the textbook."""
        return Ask(self.textbook.format_map(drawn))

    def asked_lean(self, drawn: Drawn) -> Ask:
        """The question to the lean view."""
        return Ask(f"/lean/{self.lean}".format_map(drawn))


ANEW = "meting=1"
"""A name that the site does not know: it ignores it, but keeps no answer to be given again."""

_NEAR, _BOX = "bij={lat},{lon}", "bbox={box}"
_ALL = f"waarde={{value}}&open={{moment}}&{_BOX}&{_NEAR}"
_TEXTBOOK_ALL = "values={value}&open={moment}&in_bbox={box}&point={lon},{lat}"
_POINT = "lat={lat}&lon={lon}"
_EDGES = "west={west}&south={south}&east={east}&north={north}"
_LEAN_MOMENT = (
    "day={day}&weekday={weekday}&minute={minute}&half_hour={half_hour}&month={month}"
    "&holidays={holidays}"
)
_LEAN_ALL = f"{_POINT}&{_EDGES}&tag={{tag}}&{_LEAN_MOMENT}"
_MANY = (10_000, 100_000, 1_000_000)

NEAREST = Scenario(
    "nearest",
    "25 dichtstbijzijnde, JSON",
    f"/api/v1/plekken?{_NEAR}",
    "/api/places/?point={lon},{lat}",
    f"nearest?{_POINT}",
    cold=True,
    goals=Goals({10_000: 10, 100_000: 25, 1_000_000: 70}, lean=2, constant=5),
)
SLIM = Scenario(
    "slim",
    "25 dichtstbijzijnde, weinig velden",
    f"/api/v1/plekken?{_NEAR}&velden=slug,naam,staat,afstand",
    lean=f"slim?{_POINT}",
)
COMBINATION = Scenario(
    "combination",
    "waarde, open en kader, op afstand",
    f"/api/v1/plekken?{_ALL}",
    f"/api/places/?{_TEXTBOOK_ALL}",
    f"combination?{_LEAN_ALL}",
    cold=True,
    goals=Goals({10_000: 8, 100_000: 12, 1_000_000: 60}, lean=2, constant=6),
)
WORD = Scenario(
    "word",
    "hetzelfde met een woord",
    f"/api/v1/plekken?{_ALL}&q={{word}}",
    f"/api/places/?{_TEXTBOOK_ALL}&search={{word}}",
    f"word?{_LEAN_ALL}&word={{word}}",
    goals=Goals({10_000: 15, 100_000: 25}, lean=1),
)
TYPO = Scenario("typo", "tikfout, JSON", "/api/v1/plekken?q={typo}")
CITY = Scenario(
    "city",
    "kaart van een stad",
    f"/kaart.geojson?{_BOX}&zoom=12",
    "/api/map/?in_bbox={box}",
    f"city?{_EDGES}",
    cold=True,
    goals=Goals({10_000: 10, 100_000: 20}, lean=1.5, of_bytes=1 / 3),
)
COUNTRY = Scenario(
    "country",
    "kaart van het land",
    f"/kaart.geojson?{ANEW}",
    "/api/map/",
    "country",
    textbook_most=100_000,
    goals=Goals({10_000: 500, 100_000: 500}, constant=4, kilobytes=10),
)
PLACE = Scenario(
    "place",
    "een plek, JSON",
    f"/api/v1/plekken/{{slug}}?{ANEW}",
    "/api/places/{slug}/",
    "place?slug={slug}",
    cold=True,
    goals=Goals(dict.fromkeys(_MANY, 4), lean=2, constant=3),
)
PLACE_PAGE = Scenario(
    "place page",
    "een plek, bladzijde",
    f"/plekken/{{slug}}/?{ANEW}",
    "/places/{slug}/",
    cold=True,
    goals=Goals(dict.fromkeys(_MANY, 3)),
)
NEAREST_PAGE = Scenario(
    "nearest page",
    "25 dichtstbijzijnde, bladzijde",
    f"/?{_NEAR}",
    f"/places/?{_POINT}",
    cold=True,
    goals=Goals(milliseconds={58: 6, 100_000: 12}),
)
POSTCODE_PAGE = Scenario(
    "postcode page",
    "bij een postcode, bladzijde",
    "/?bij={postcode}",
    goals=Goals(milliseconds={58: 6, 100_000: 12}),
)
FRONT_PAGE = Scenario(
    "front page",
    "voorpagina",
    f"/?{ANEW}",
    "/places/",
    cold=True,
    goals=Goals(milliseconds={58: 6, 100_000: 12}),
)
CHOSEN_PAGE = Scenario(
    "chosen page",
    "waarde en open, bladzijde",
    "/?waarde={value}&open={moment}",
    "/places/?values={value}&open={moment}",
    goals=Goals(milliseconds={58: 6, 100_000: 12}),
)
TYPO_PAGE = Scenario("typo page", "tikfout, bladzijde", "/?q={typo}")
REPEATS = [
    Scenario(f"{key} {number}", f"{label}, {how}", path, again=again, goals=Goals(constant=2))
    for key, label, path in (
        ("front page", "voorpagina", "/"),
        ("place page", "een plek, bladzijde", "/plekken/pauluskerk/"),
        ("country", "kaart van het land", "/kaart.geojson"),
    )
    for number, how, again in ((2, "nog eens", False), (3, "onveranderd", True))
]
"""What many ask alike: made for somebody else before; and asked by who has it already."""

REFERRAL = Scenario(
    "referral",
    "verwijzen",
    "/verwijzen/",
    body="bij={lat},{lon}&minuten=20&dag=di&dagdeel=middag&aanbod=samen-eten",
    cold=True,
)

SCENARIOS = [
    *(NEAREST, SLIM, COMBINATION, WORD, TYPO, CITY, COUNTRY, PLACE, PLACE_PAGE),
    *(NEAREST_PAGE, POSTCODE_PAGE, FRONT_PAGE, CHOSEN_PAGE, TYPO_PAGE, *REPEATS, REFERRAL),
]
