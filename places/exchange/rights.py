"""Who may exchange what: asked of roles.py, for columns and for places."""

from typing import Any

from places.exchange.column import Column
from places.exchange.columns import COLUMNS
from places.models import Place


def may_exchange(user: Any) -> bool:
    """Whether the user may take places out and bring them in: whoever may change them."""
    return bool(user.is_authenticated and user.is_active and user.has_perm("places.change_place"))


def columns_to_export(user: Any) -> list[Column]:
    """The columns that the user may read."""
    return [column for column in COLUMNS.values() if _may(user, column, "view")]


def columns_to_import(user: Any) -> list[Column]:
    """The columns that the user may write."""
    return [column for column in COLUMNS.values() if _may(user, column, "change")]


def _may(user: Any, column: Column, action: str) -> bool:
    """What is not public about a place has a permission of its own."""
    name = column.model._meta.model_name
    return column.model is Place or bool(user.has_perm(f"places.{action}_{name}"))
