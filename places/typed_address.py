"""What people type for an address, taken apart: postcode, street or area, and the city it is in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

POSTCODE = re.compile(r"(?<![\w-])([1-9]\d{3})\s?([A-Za-z]{2})(?![\w-])")
DIGITS = re.compile(r"(?:^|(?<=,))\s*([1-9]\d{3})(?=\s*(?:,|$)|\s+[^\W\d])")
NUMBER = re.compile(r"\s+\d+")
NUMBER_AT_THE_END = re.compile(r"\s+\d+\s*[\w-]*$")
SHORTENED = re.compile(r"str(?:\.|(?=\s|$))")
LONGEST_CITY = 3
"""Words: ``Capelle aan den IJssel`` has four, but then usually a comma before it."""

MOST_NUMBERS = 3


@dataclass(frozen=True)
class Named:
    """A street or an area by its name, in a city; without a city in any."""

    name: str
    city: str = ""


@dataclass(frozen=True)
class TypedAddress:
    """Digits and letters of the postcode if there is one, and what else may be meant.

    ``names`` has the likeliest first; ``whole`` says that nothing else was typed but a name.
    """

    digits: str
    letters: str
    names: tuple[Named, ...]
    whole: bool


def typed_address(text: str) -> TypedAddress:
    """Take apart ``Zaagmolenstraat 12, 3036 HA Rotterdam``, or any part of that."""
    text = " ".join(text.replace("’", "'").split())
    match = POSTCODE.search(text) or DIGITS.search(text)
    rest = f"{text[: match.start()]},{text[match.end() :]}" if match else text
    parts = [
        part for part in (SHORTENED.sub("straat", one).strip() for one in rest.split(",")) if part
    ]
    return TypedAddress(
        digits=match[1] if match else "",
        letters=match[2].upper() if match and match.re is POSTCODE else "",
        names=tuple(dict.fromkeys(_names(parts))),
        whole=not match and len(parts) == 1,
    )


def _names(parts: list[str]) -> Iterator[Named]:
    if len(parts) == 1:
        yield from _in_one_breath(parts[0])
    elif parts:
        for street in _streets(parts[0]):
            yield Named(street, parts[-1])
        for other in parts[1:]:
            yield Named(other)


def _in_one_breath(text: str) -> Iterator[Named]:
    """Without commas: the whole, with a city at the end or in front, or up to the number."""
    yield Named(text)
    words = text.split()
    for length in range(1, min(LONGEST_CITY, len(words) - 1) + 1):
        city = " ".join(words[-length:])
        for street in _streets(" ".join(words[:-length])):
            yield Named(street, city)
    if len(words) > 1:
        yield Named(" ".join(words[1:]), words[0])
    yield Named(NUMBER_AT_THE_END.sub("", text))


def _streets(text: str) -> Iterator[str]:
    """The text, and what stands before each number in it: ``Plein 1953 12`` has two."""
    yield text
    cuts = [match.start() for match in NUMBER.finditer(text)][:MOST_NUMBERS]
    for cut in reversed(cuts):
        yield text[:cut]
