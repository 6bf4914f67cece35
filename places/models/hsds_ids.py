"""Identifiers of what HSDS calls by a UUID and we do not, in Python and the same in SQL.

A place is a service, a location, a service at a location and, where nobody else is known to run it,
an organization. What can be asked for by its id has the digits of the place's UUID turned by a few
at the end, so that the index on that UUID finds it back. All else has a name-based UUID (RFC 9562,
version 3, which PostgreSQL reckons without an extension).
"""

from enum import IntEnum
from uuid import UUID, uuid3

NAMESPACE = UUID("6f0f5a5e-6f2b-5d0c-9a52-6a8d0e3f7c11")
"""Of words and organisations, which have a slug only; their name in it is their tag."""

DIGITS = "0123456789abcdef"
TURNED = 12
"""How many digits at the end tell one entity from another."""


class Entity(IntEnum):
    """What a place is besides a service, with how far its digits are turned."""

    LOCATION = 1
    SERVICE_AT_LOCATION = 2
    ORGANIZATION = 3


def id_of(place: UUID, entity: Entity) -> UUID:
    """The id of the place as this entity."""
    return _turned(place, int(entity))


def place_of(one: UUID, entity: Entity) -> UUID:
    """The UUID of the place that has this id as this entity."""
    return _turned(one, -int(entity))


def id_of_tag(tag: str) -> UUID:
    """The id of a word (``waarde:sfeer``), a taxonomy (``waarde``), a network (``netwerk:sol``)."""
    return uuid3(NAMESPACE, tag)


def entity_sql(entity: Entity, column: str = "place.uuid") -> str:
    """``id_of`` in SQL."""
    kept = 36 - TURNED
    end = f"translate(right({column}::text, {TURNED}), '{DIGITS}', '{_wheel(entity)}')"
    return f"(left({column}::text, {kept}) || {end})::uuid"


def named_sql(name: str, within: str = "place.uuid") -> str:
    """``uuid3`` in SQL: the md5 of both, with the version and the variant where they belong."""
    digits = f"md5(uuid_send({within}) || convert_to({name}, 'UTF8'))"
    variant = f"translate(substr(digits, 17, 1), '{DIGITS}', '{'89ab' * 4}')"
    versioned = "overlay(digits PLACING '3' FROM 13)"
    placed = f"overlay({versioned} PLACING {variant} FROM 17)::uuid"
    return f"(SELECT {placed} FROM {digits} AS digits)"  # noqa: S608


def tag_sql(tag: str) -> str:
    """``id_of_tag`` in SQL."""
    return named_sql(tag, f"'{NAMESPACE}'::uuid")


def _turned(one: UUID, steps: int) -> UUID:
    digits = str(one)
    end = digits[-TURNED:].translate(str.maketrans(DIGITS, _wheel(steps)))
    return UUID(digits[:-TURNED] + end)


def _wheel(steps: int) -> str:
    """The digits, beginning so many further on."""
    steps %= len(DIGITS)
    return DIGITS[steps:] + DIGITS[:steps]
