"""What the database already has that a place in a file may mean."""

import uuid
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from places.importing.row import Row
from places.importing.slugs import free_slug
from places.importing.whereabouts import AreaNames
from places.models import (
    Area,
    Audience,
    Dilemma,
    FormerSlug,
    Kind,
    Language,
    Offer,
    Organisation,
    Place,
    Value,
)
from places.models.vocabulary import Term

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "huiskamers")
"""For places whose file gives no UUID: the same name and city is the same place, also renamed."""

AnyTerm = TypeVar("AnyTerm", bound=Term)


class Lexicon(Generic[AnyTerm]):
    """The terms of one vocabulary, found by name or slug."""

    def __init__(self, model: type[AnyTerm]) -> None:
        self.title = str(model._meta.verbose_name)
        self.terms = list(model._default_manager.all())
        self._by_word = {word.casefold(): t for t in self.terms for word in (t.slug, t.name)}

    def chosen(self, row: Row, words: list[str]) -> list[AnyTerm]:
        """The terms that the row means; a word that is not known is told to the row."""
        found = [self._by_word.get(word.casefold()) for word in words]
        for word, term in zip(words, found, strict=True):
            if term is None:
                known = ", ".join(term.name for term in self.terms)
                row.refuse(
                    _("%(title)s ‘%(word)s’ is niet bekend; wel: %(known)s")
                    % {"title": self.title, "word": word, "known": known}
                )
        return list(dict.fromkeys(term for term in found if term is not None))


class Register:
    """Places, areas, organisations and words as they are before the load, and addresses in use."""

    def __init__(self) -> None:
        self.kinds = Lexicon(Kind)
        self.audiences = Lexicon(Audience)
        self.offers = Lexicon(Offer)
        self.languages = Lexicon(Language)
        self.values = Lexicon(Value)
        self.dilemmas = Lexicon(Dilemma)
        self.areas = AreaNames()
        self._organisations = {
            word.casefold(): organisation
            for organisation in Organisation.objects.all()
            for word in (organisation.slug, organisation.name)
        }
        self._organisation_slugs = {known.slug for known in self._organisations.values()}
        places = Place.objects.values_list("uuid", "slug", "name", "city")
        self._identities = {identity for identity, _slug, _name, _city in places}
        self._names = {(name, city) for _uuid, _slug, name, city in places}
        self._place_slugs = {slug for _uuid, slug, _name, _city in places}
        self._place_slugs |= set(FormerSlug.objects.values_list("slug", flat=True))
        self.new_organisations: list[Organisation] = []

    def identity(self, row: Row) -> uuid.UUID:
        """The UUID of the row, or else one made of its name and city."""
        given = row.text("uuid")
        name_and_city = (row.text("name"), row.text("city"))
        try:
            identity = uuid.UUID(given) if given else uuid.uuid5(NAMESPACE, "/".join(name_and_city))
        except ValueError:
            row.refuse(_("‘%s’ is geen UUID") % given)
            return uuid.uuid4()
        return identity

    def knows(self, identity: uuid.UUID, row: Row) -> bool:
        """Whether the place was there before; how it looks now is up to its editors."""
        return identity in self._identities or (row.text("name"), row.text("city")) in self._names

    def slug(self, row: Row) -> str:
        """A free address for a new place, which is taken from then on."""
        name, city = row.text("name"), row.text("city")
        wished = [row.text("slug")] if row.text("slug") else []
        return free_slug([*wished, name, f"{name} {city}"], self._place_slugs)

    def organisation(self, row: Row) -> Organisation | None:
        """Who runs it; an organisation that is not known yet is a new one."""
        name = row.text("organisation")
        known = self._organisations.get(name.casefold())
        if known or not name:
            return known
        slug = free_slug([name], self._organisation_slugs, limit=80)
        organisation = Organisation(name=name, slug=slug)
        self._organisations[name.casefold()] = organisation
        self.new_organisations.append(organisation)
        return organisation

    def area(self, row: Row) -> Area | None:
        """The smallest area that the row names; what cannot be found is told to the row."""
        city = row.text("gemeente") or row.text("city")
        area = self.areas.municipality(city)
        if row.text("gemeente") and area is None:
            row.refuse(_("gemeente ‘%s’ is niet bekend") % city)
        for level in (Area.Level.DISTRICT, Area.Level.NEIGHBOURHOOD):
            name = row.text(level)
            if not name:
                continue
            found = self.areas.called(level, name, above=[area] if area else [])
            if len(found) != 1:
                where = area.name if area else city or _("de bekende gemeenten")
                reason = _("%(level)s ‘%(name)s’ is niet bekend in %(where)s")
                if found:
                    reason = _("%(level)s ‘%(name)s’ komt vaker voor in %(where)s")
                row.refuse(reason % {"level": level.label, "name": name, "where": where})
                return None
            area = found[0]
        return area
