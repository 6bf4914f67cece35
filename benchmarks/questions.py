"""What visitors ask for: the questions that are measured."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class Question:
    """A path to get; with the ``body`` of a form, which stays out of the address, one to post."""

    label: str
    path: str
    body: str = ""

    @property
    def lean(self) -> "Question | None":
        """The same document from its statement alone, for documents that take one."""
        if not self.path.startswith("/api/"):
            return None
        return Question(self.label, f"/vloer/kaal?of={quote(self.path, safe='')}")

    def __str__(self) -> str:
        return f"POST {self.path} {self.body}" if self.body else self.path


FLOOR = Question("vloer", "/vloer/")
SAME_BYTES = Question("vloer, bytes van /", "/vloer/pagina/")
EVERYTHING = Question("alles", "/")

PAGES = [
    EVERYTHING,
    Question("woorden", "/?q=samen+eten"),
    Question("tikfout", "/?q=pauluskrek"),
    Question("vlakbij een punt", "/?bij=51.9225,4.4792"),
    Question("vlakbij een postcode", "/?bij=3014"),
    Question("vlakbij, binnen 2 km", "/?bij=51.9225,4.4792&straal=2000"),
    Question("nu open", "/?open=nu"),
    Question("op dag en tijd", "/?open=2026-11-24T17:30"),
    Question(
        "combinatie",
        "/?waarde=sfeer&gemeente=rotterdam&open=2026-11-24T17:30&bij=51.9225,4.4792",
    ),
    Question(
        "combinatie met woord", "/?waarde=sfeer&open=2026-11-24T17:30&bij=51.9225,4.4792&q=koffie"
    ),
    Question("niets gevonden", "/?q=xyzzyplugh&gebied=centrum"),
]
MAPS = [
    Question("kaart van de stad", "/kaart.geojson?bbox=4.38,51.86,4.58,51.98&zoom=12"),
    Question("kaart van alles", "/kaart.geojson"),
    Question("kaart, open en woord", "/kaart.geojson?open=2026-11-24T17:30&q=koffie"),
]
PLACES = [Question("een plek", "/plekken/pauluskerk/"), Question("een waarde", "/waarden/sfeer/")]
DOCUMENTS = [
    Question("25 dichtstbijzijnde, JSON", "/api/v1/plekken?bij=51.9225,4.4792"),
    Question(
        "25 dichtstbijzijnde, weinig velden",
        "/api/v1/plekken?bij=51.9225,4.4792&velden=slug,naam,staat,afstand",
    ),
    Question(
        "combinatie, JSON",
        "/api/v1/plekken?waarde=sfeer&open=2026-11-24T17:30&bij=51.9225,4.4792"
        "&bbox=4.38,51.86,4.58,51.98",
    ),
    Question("een plek, JSON", "/api/v1/plekken/pauluskerk"),
    Question("25 diensten, HSDS", "/api/hsds/v3/services?per_page=25"),
]
FEEDS = [
    Question("feed, eerste bladzijde", "/plekken.atom"),
    Question("agenda van een plek", "/plekken/pauluskerk.ics"),
    Question("kaart om in te sluiten", "/insluiten/kaart/?gebied=centrum"),
]
REFERRALS = [
    Question(
        "verwijzen, dichtbij",
        "/verwijzen/",
        "bij=51.9225,4.4792&minuten=20&dag=di&dagdeel=middag&aanbod=samen-eten",
    ),
    Question(
        "verwijzen, twee dagen op de fiets",
        "/verwijzen/",
        "bij=3014&hoe=fiets&minuten=20&dag=ma&dag=do",
    ),
    Question(
        "verwijzen, elke middag en avond, waar dan ook",
        "/verwijzen/",
        "dag=ma&dag=di&dag=wo&dag=do&dag=vr&dag=za&dag=zo&dagdeel=middag&dagdeel=avond",
    ),
    Question(
        "verwijzen, niets past zeker",
        "/verwijzen/",
        "bij=51.9225,4.4792&minuten=1&dag=zo&dagdeel=avond&taal=turks&aanbod=samen-eten",
    ),
    Question(
        "blad met vijf plekken",
        "/verwijzen/kaart/?plek=pauluskerk&plek=de-nieuwe-banier&plek=villa-vonk"
        "&plek=kleyburg&plek=thuis-in-west",
    ),
]

QUESTIONS = [*PAGES, *MAPS, *PLACES, *DOCUMENTS, *FEEDS, *REFERRALS]
