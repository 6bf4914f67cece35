"""The roles in words, as staff read them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from places.roles import ADMINISTRATOR, EDITOR, TEAM

WORDS = {
    ADMINISTRATOR: _(
        "mag alles: plekken, voorstellen, in- en uitvoer, gebieden en woorden, en bepaalt wie "
        "een account heeft."
    ),
    EDITOR: _(
        "houdt plekken bij en handelt voorstellen en meldingen af, in de hele stad of alleen in "
        "gekozen gebieden. Verwijdert geen plekken en gaat niet over accounts."
    ),
    TEAM: _(
        "leest alle plekken, met het contact en de afspraken voor verwijzers, ook buiten het "
        "eigen gebied. Wijzigt niets."
    ),
}


def role_of(user: Any) -> str:
    """The role that gives this user most; a superuser counts as administrator. May be empty."""
    if user.is_superuser:
        return ADMINISTRATOR
    names = {group.name for group in user.groups.all()}
    return next((role for role in WORDS if role in names), "")


def in_words(role: str) -> Any:
    """What somebody in this role may do."""
    return WORDS.get(role, "")
