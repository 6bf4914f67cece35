"""Which place a row is about: the one with its UUID, else the one with its name and postcode."""

import uuid
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.exchange.widgets import IdentityWidget, postcode
from places.models import FormerSlug, Place

Key = tuple[str, str]


class KnownPlaces:
    """All places by what a file knows them by."""

    def __init__(self) -> None:
        self._by_uuid: dict[uuid.UUID, int] = {}
        self._by_name: dict[str, list[tuple[str, int]]] = {}
        self.slugs: dict[str, int] = {}
        known = Place.objects.values_list("pk", "uuid", "name", "postcode", "slug")
        for key, identity, name, code, slug in known:
            self._by_uuid[identity] = key
            self._by_name.setdefault(_plain(name), []).append((code, key))
            self.slugs[slug] = key
        self.former_slugs = set(FormerSlug.objects.values_list("slug", flat=True))

    def find(self, texts: Mapping[str, str]) -> int | None:
        """The primary key of the place that is meant; None for a new one.

        Raises ValidationError where more than one can be meant.
        """
        identity = IdentityWidget().clean(texts.get("uuid", ""))
        if identity in self._by_uuid:
            return self._by_uuid[identity]
        found = self._by_name_and_postcode(texts.get("name", ""), texts.get("postcode", ""))
        if identity and found:
            raise ValidationError(
                _("Deze UUID kennen we niet, maar naam en postcode wel. Laat de UUID leeg als het "
                  "dezelfde plek is.")
            )  # fmt: skip
        return found

    def _by_name_and_postcode(self, name: str, given: str) -> int | None:
        code = postcode(given)
        namesakes = self._by_name.get(_plain(name), []) if name else []
        same = [key for other, key in namesakes if other == code]
        if len(same) > 1:
            raise ValidationError(
                _("Er zijn %d plekken met deze naam en postcode; zet de UUID erbij.") % len(same)
            )
        unsure = [key for other, key in namesakes if other != code and not (other and code)]
        if not same and unsure:
            raise ValidationError(
                _("Er is al een plek met deze naam, maar de postcode is aan een kant niet bekend. "
                  "Zet de UUID erbij als het dezelfde is, of maak een nieuwe met het formulier.")
            )  # fmt: skip
        return same[0] if same else None


def new_place_key(texts: Mapping[str, str]) -> Key:
    """By what two rows of a file are the same new place."""
    identity = texts.get("uuid", "").casefold()
    name = _plain(texts.get("name", ""))
    return (identity, "") if identity else (name, postcode(texts.get("postcode", "")))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
