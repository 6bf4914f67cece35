"""What the documents say in tables and links is so."""

import re
from pathlib import Path
from typing import Any

import pytest

from places.models import Kind
from places.osm_import.kinds import RULES, Rule
from places.schedule.slots import MINUTES
from places.travel import TRAVELS, Travel

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
REFERRING = (ROOT / "docs" / "verwijzen.md").read_text("utf-8")
TWO_KILOMETRES = 2000


def anchors(document: Path) -> set[str]:
    """Of its headings, as GitHub makes them: a letter with an accent keeps it."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


def row(way: Travel) -> str:
    """How the table of docs/verwijzen.md says it."""
    kilometres = TWO_KILOMETRES * way.detour / 1000
    cells: list[Any] = [
        way.label,
        f"× {way.detour}",
        f"{way.kilometres_an_hour:.3g} km/u",
        f"{way.extra_minutes} minuten" if way.extra_minutes else "",
        f"ongeveer {kilometres:.1f} km, {way.minutes(TWO_KILOMETRES)} minuten",
    ]
    return re.sub(" +", " ", f"| {' | '.join(map(str, cells))} |").replace(".", ",")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_to_a_file_or_heading_leads_there(document: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8")):
        if target.startswith("http"):
            continue
        path, _hash, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


@pytest.mark.django_db
@pytest.mark.parametrize("rule", RULES, ids=str)
def test_the_data_page_names_every_tag_that_means_a_meeting_place(rule: Rule) -> None:
    kind = Kind.objects.filter(slug=rule.kind).first() if rule.kind else ""
    said = re.sub(" +", " ", f"| {rule} | {kind} |")
    assert kind is not None
    assert said in (ROOT / "docs" / "data.md").read_text("utf-8")


@pytest.mark.parametrize("way", TRAVELS.values(), ids=list(TRAVELS))
def test_the_manual_says_how_minutes_are_reckoned(way: Travel) -> None:
    assert row(way) in REFERRING


def test_the_manual_says_when_a_part_of_the_day_begins_and_ends() -> None:
    for part, (begin, end) in MINUTES.items():
        assert re.search(
            rf"\*\*{part}\*\* (is )?{begin // 60} tot {end // 60} uur", REFERRING, re.I
        )


def test_every_setting_is_in_the_readme() -> None:
    settings = (ROOT / "huiskamers" / "settings.py").read_text("utf-8")
    names = re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(names) > 30
    assert [name for name in names if f"`{name}`" not in readme] == []
