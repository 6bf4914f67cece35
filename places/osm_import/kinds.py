"""Which tags of OpenStreetMap mean a meeting place; the table with reasons is in docs/data.md."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from places.importing.report import Refused

ANY = "*"

Tag = tuple[str, str]


@dataclass(frozen=True)
class Rule:
    """Tags that an object must all have, and the slug of our kind for it; empty for none."""

    tags: tuple[Tag, ...]
    kind: str = ""

    def applies_to(self, tags: Mapping[str, str]) -> bool:
        return all(_has(tags, key, value) for key, value in self.tags)

    def __str__(self) -> str:
        return " + ".join(f"{key}={value}" for key, value in self.tags)


def _rule(kind: str, *tags: str) -> Rule:
    return Rule(
        tuple((key, value) for key, _is, value in (tag.partition("=") for tag in tags)), kind
    )


RULES = (
    _rule("jongerenplek", "amenity=community_centre", "community_centre=youth_centre"),
    _rule("kerkelijke-plek", "amenity=community_centre", "community_centre=parish_hall"),
    _rule("buurthuis", "amenity=community_centre", "community_centre=community_hall"),
    _rule("buurthuis", "amenity=community_centre", "community_centre=village_hall"),
    _rule("", "amenity=community_centre"),
    _rule("", "amenity=social_centre"),
    _rule("kerkelijke-plek", "amenity=place_of_worship", "social_facility=outreach"),
    _rule("kerkelijke-plek", "amenity=place_of_worship", "social_facility=soup_kitchen"),
    _rule("", "amenity=social_facility", "social_facility=outreach"),
    _rule("", "amenity=social_facility", "social_facility=day_care"),
    _rule("", "amenity=social_facility", "social_facility=soup_kitchen"),
    _rule("leeszaal", "amenity=library"),
    _rule("wijktuin", "leisure=garden", "garden:type=community"),
)
"""The most telling first: the first that applies gives the kind. Most tags mean several of ours."""

NOT_PUBLIC = {"private", "no", "members", "students", "employees", "residents"}


class Selection:
    """Which objects are read: those of the table, and those that were asked for beside it."""

    def __init__(self, extra: Iterable[str] = ()) -> None:
        self.rules = [*RULES, *map(_extra_rule, extra)]
        self.keys = {rule.tags[0][0] for rule in self.rules}

    def wants(self, tags: Mapping[str, str]) -> bool:
        return self.rule_for(tags) is not None

    def rule_for(self, tags: Mapping[str, str]) -> Rule | None:
        """The first rule that applies; None for what is no meeting place."""
        return next((rule for rule in self.rules if rule.applies_to(tags)), None)


def _extra_rule(text: str) -> Rule:
    key, _is, value = (part.strip() for part in text.partition("="))
    if not key or not value:
        raise Refused(_("‘%s’ is geen tag zoals club=social of club=*.") % text)
    return Rule(((key, value),))


def _has(tags: Mapping[str, str], key: str, value: str) -> bool:
    """Several values of one key stand with semicolons between them."""
    said = tags.get(key, "")
    return bool(said) if value == ANY else value in (one.strip() for one in said.split(";"))
