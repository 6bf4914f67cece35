"""Where somebody with an account begins."""

from typing import Any

from django.urls import reverse

from places.accounts.roles import role_of
from places.models import Area
from places.roles import TEAM


def own_areas(user: Any) -> list[Area]:
    """The gebieden from which this wijkteam looks for places; none for anybody else."""
    colleague = getattr(user, "colleague", None)
    return list(colleague.areas.all()) if colleague and role_of(user) == TEAM else []


def start_of(user: Any) -> str:
    """A wijkteam refers, from its gebied if it has just one; all others begin in the admin."""
    if role_of(user) != TEAM:
        return reverse("admin:index")
    areas = own_areas(user)
    start = f"?vanuit={areas[0].slug}" if len(areas) == 1 else ""
    return reverse("referral") + start
