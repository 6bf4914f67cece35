"""What may be done with the data, if the owner has said so in ``settings.DATA_LICENCE``."""

from dataclasses import dataclass

from django.conf import settings

from places.open_data.vocabulary import EUROPE

NOT_CHOSEN = "http://standaarden.overheid.nl/owms/terms/licentieonbekend"
"""The value of data.overheid.nl for a licence that is not known; no value is not allowed there."""


@dataclass(frozen=True)
class Licence:
    """A licence, with its addresses: what it says to people, and for catalogues.

    ``deed`` is spelled as in the list of licences that data.overheid.nl reads.
    """

    code: str
    name: str
    url: str
    deed: str
    european: str


LICENCES = [
    Licence(
        "CC0-1.0",
        "Creative Commons Zero 1.0 (CC0)",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "http://creativecommons.org/publicdomain/zero/1.0/deed.nl",
        f"{EUROPE}/licence/CC0",
    ),
    Licence(
        "CC-BY-4.0",
        "Creative Commons Naamsvermelding 4.0 (CC BY)",
        "https://creativecommons.org/licenses/by/4.0/",
        "http://creativecommons.org/licenses/by/4.0/deed.nl",
        f"{EUROPE}/licence/CC_BY_4_0",
    ),
]


def licence() -> Licence | None:
    """The licence that was chosen."""
    return next((one for one in LICENCES if one.code == settings.DATA_LICENCE), None)
