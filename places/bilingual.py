"""Text that is kept in Dutch and in English."""

from typing import Any

from django.db.models import F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language


class Bilingual:
    """The column of the active language; Dutch where the English one is empty.

    ``label = Bilingual("name")`` reads ``name`` or ``name_en`` of the instance.
    """

    def __init__(self, field: str, english: str = "") -> None:
        self.field, self.english = field, english or f"{field}_en"

    def __get__(self, instance: Any, owner: type | None = None) -> str:
        dutch: str = getattr(instance, self.field)
        if in_english():
            return getattr(instance, self.english) or dutch
        return dutch


def spoken(field: str, english: str = "") -> Combinable:
    """The same choice as ``Bilingual``, as an expression in a statement."""
    if in_english():
        return Coalesce(NullIf(F(english or f"{field}_en"), Value("")), F(field))
    return F(field)


def in_english() -> bool:
    """Whether English is the active language."""
    return (get_language() or "nl").startswith("en")
