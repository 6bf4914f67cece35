"""Which worker runs which tests: those in the browser go in two parts, so two sites are enough.

pytest-xdist has groups for this, but since pytest 9.2 its marks no longer reach the scheduler.
"""

from typing import Any

from xdist.scheduler import LoadScopeScheduling

HERE = "tests/browser/"
ABOUT_EVERY_PAGE = tuple(f"{HERE}test_{name}.py" for name in ("axe", "beheer_axe", "every_page"))


class TwoBrowsers(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out tests one by one, as they are asked for, but those in the browser in two parts."""

    def _split_scope(self, nodeid: str) -> str:
        if not nodeid.startswith(HERE):
            return nodeid
        return "every page" if nodeid.startswith(ABOUT_EVERY_PAGE) else "visits"


def pytest_xdist_make_scheduler(config: Any, log: Any) -> TwoBrowsers:
    return TwoBrowsers(config, log)
