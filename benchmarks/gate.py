"""Before anything is timed: does the site give the right answers?

Sixty questions of each scenario, drawn at random, against the honest query; scenarios that ask the
same share its answers. The lean views have to be right too: a floor that answers something else
would be lower than any right answer could be. One difference ends the run. The textbook is asked
the same, as long as it is not too slow for it, and it is told how often it differs.
"""

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from benchmarks import honest, scenarios
from benchmarks.draw import Drawn, drawings
from benchmarks.scenarios import Scenario
from benchmarks.server import Servers, fetched

QUESTIONS, SEED = 60, 2026
COUNTED = 10_000
"""As far as totals are exact."""

PATIENCE = 60.0
"""Seconds for the textbook to answer in, per scenario: a million places take it seconds each."""

Rows = list[tuple[str, int]]
_OPTION = re.compile(
    r'name="(aanbod|soort|taal|nagekeken)" value="([^"]+)"[^>]*>\s*<span>[^<]*</span>'
    r' <span class="option-count">([^<]+)</span>'
)
_CARD = re.compile(r'<h[23][^>]*>\s*<a [^>]*href="/plekken/([^/"]+)/"')


class WrongAnswer(SystemExit):
    """The site says something else than the honest query."""


@dataclass(frozen=True)
class Textbook:
    """Of so many answers how many have places, how many of the textbook differ, and which part of
    the places it has."""

    asked: int
    found: int
    differ: int
    right: float


@dataclass(frozen=True)
class Check:
    """The honest query of a scenario, and how an answer is held against its rows."""

    scenario: Scenario
    query: str
    holds: Callable[[bytes, Rows], bool]
    questions: int = QUESTIONS


def passed(servers: Servers, cursor: Any) -> dict[str, Textbook]:
    """How the textbook does, by scenario; WrongAnswer is raised where site or floor is wrong."""
    textbook: dict[str, Textbook] = {}
    for number, query in enumerate(dict.fromkeys(check.query for check in CHECKS)):
        checks = [check for check in CHECKS if check.query == query]
        drawn = list(islice(drawings(cursor, SEED + number), checks[0].questions))
        right = [_right(cursor, query, one) for one in drawn]
        for check in checks:
            for one, rows in zip(drawn, right, strict=True):
                _hold(servers, check, one, rows)
            if check.scenario.key in ("nearest", "combination"):
                textbook[check.scenario.key] = _of_textbook(servers.textbook, check, drawn, right)
    return textbook


def _right(cursor: Any, query: str, drawn: Drawn) -> Rows:
    cursor.execute(query, drawn)
    rows: Rows = cursor.fetchall()
    return rows


def _hold(servers: Servers, check: Check, drawn: Drawn, right: Rows) -> None:
    """The site's answer, and that of the lean view where there is one, against the right one."""
    one = check.scenario
    asked = [(servers.site, one.asked(drawn).path)]
    if one.lean:
        asked.append((servers.floor, one.asked_lean(drawn).path))
    for port, path in asked:
        if not check.holds(fetched(port, path), right):
            raise WrongAnswer(f"{path} does not answer {[slug for slug, _ in right[:25]]}")


def _same_list(answer: bytes, right: Rows) -> bool:
    """These places in this order, and this total."""
    said = json.loads(answer)
    total = right[0][1] if right else 0
    return (
        [one["slug"] for one in said["resultaten"]] == [slug for slug, _ in right]
        and said["totaal"] == min(total, COUNTED)
        and said["totaalIsOndergrens"] == (total > COUNTED)
    )


def _some_of(answer: bytes, right: Rows) -> bool:
    """As many of these places as fit, whatever their order, and this total."""
    said = json.loads(answer)
    slugs = [one["slug"] for one in said["resultaten"]]
    known = {slug for slug, _ in right}
    return (
        known.issuperset(slugs)
        and len(set(slugs)) == len(slugs) == min(25, len(right))
        and said["totaal"] == min(len(right), COUNTED)
    )


def _same_cards(answer: bytes, right: Rows) -> bool:
    return _CARD.findall(answer.decode()) == [slug for slug, _ in right]


def _same_numbers(answer: bytes, right: Rows) -> bool:
    """These options and no others would leave something, and so much."""
    said = {f"{name}:{value}": text for name, value, text in _OPTION.findall(answer.decode())}
    known = {
        tag: f"{number:,}".replace(",", ".") if number <= COUNTED else "ruim 10.000"
        for tag, number in right
    }
    return {tag: text for tag, text in said.items() if text != "0"} == known


def _all_on_the_map(answer: bytes, right: Rows) -> bool:
    """Points and what is in the clusters are together these places, in at most 500 features."""
    said = [feature["properties"] for feature in json.loads(answer)["features"]]
    points = [one["slug"] for one in said if "slug" in one]
    together = len(points) + sum(one["aantal"] for one in said if "slug" not in one)
    known = {slug for slug, _ in right}
    return len(said) <= 500 and together == len(right) and known.issuperset(points)


def _this_place(answer: bytes, right: Rows) -> bool:
    said = json.loads(answer)
    return (said["slug"], len(said["openingstijden"])) == right[0]


def _page_of(answer: bytes, right: Rows) -> bool:
    return f"/plekken/{right[0][0]}/" in answer.decode()


CHECKS = [
    Check(scenarios.NEAREST, honest.NEAREST, _same_list),
    Check(scenarios.SLIM, honest.NEAREST, _same_list),
    Check(scenarios.NEAREST_PAGE, honest.NEAREST, _same_cards),
    Check(scenarios.POSTCODE_PAGE, honest.NEAR_POSTCODE, _same_cards),
    Check(scenarios.CHOSEN_PAGE, honest.NUMBERS, _same_numbers),
    Check(scenarios.COMBINATION, honest.COMBINATION, _same_list),
    Check(scenarios.WORD, honest.WORD, _same_list),
    Check(scenarios.TYPO, honest.TYPO, _some_of),
    Check(scenarios.CITY, honest.IN_BOX, _all_on_the_map),
    Check(scenarios.COUNTRY, honest.LOCATED, _all_on_the_map, questions=1),
    Check(scenarios.PLACE, honest.PLACE, _this_place),
    Check(scenarios.PLACE_PAGE, honest.PLACE, _page_of),
]


def _of_textbook(port: int, check: Check, drawn: list[Drawn], right: list[Rows]) -> Textbook:
    pairs, ends = [], time.monotonic() + PATIENCE
    for one, rows in zip(drawn, right, strict=True):
        if time.monotonic() > ends:
            break
        said = json.loads(fetched(port, check.scenario.asked_textbook(one).path))["results"]
        pairs.append(([place["slug"] for place in said], [slug for slug, _ in rows]))
    shared = sum(len(set(said) & set(known)) for said, known in pairs)
    wanted = sum(len(known) for _, known in pairs)
    return Textbook(
        asked=len(pairs),
        found=sum(bool(known) for _, known in pairs),
        differ=sum(said != known for said, known in pairs),
        right=shared / wanted if wanted else 1.0,
    )
