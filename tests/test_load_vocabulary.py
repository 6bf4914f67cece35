"""The words: made when missing, never overwritten."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError

from places.models import Kind, Value
from tests.cities import told, written

pytestmark = pytest.mark.django_db


def words(folder: Path, **sections: Any) -> str:
    return written(folder, "vocabulary.json", sections)


def test_a_second_load_makes_nothing() -> None:
    assert "gemaakt" in told("load_vocabulary")
    assert ": 1" not in told("load_vocabulary")


def test_an_edited_word_is_left_as_it_is() -> None:
    Kind.objects.filter(slug="leeszaal").update(name="leesplek", position=99)
    told("load_vocabulary")
    assert Kind.objects.get(slug="leeszaal").name == "leesplek"


def test_a_word_whose_slug_was_changed_does_not_come_back() -> None:
    Kind.objects.filter(slug="leeszaal").update(slug="leesplek")
    told("load_vocabulary")
    assert Kind.objects.filter(name="leeszaal").count() == 1


def test_a_missing_word_is_made_at_its_place_in_the_file(tmp_path: Path) -> None:
    old, new = {"slug": "huiskamer", "name": "huiskamer"}, {"slug": "boot", "name": "boot"}
    told("load_vocabulary", words(tmp_path, kinds=[old, new | {"symbol": "home"}]))
    assert Kind.objects.get(slug="boot").position == 2


def test_a_new_value_gets_its_traits(tmp_path: Path) -> None:
    texts = dict.fromkeys(("name", "meaning", "explanation", "question"), "Rust")
    told(
        "load_vocabulary",
        words(tmp_path, values=[{"slug": "rust", "traits": ["geen-balie"], **texts}]),
    )
    assert [trait.slug for trait in Value.objects.get(slug="rust").traits.all()] == ["geen-balie"]


@pytest.mark.parametrize(
    ("sections", "reason"),
    [
        ({"kinds": [{"slug": "boot"}]}, "soorten, rij 1, : naam: Dit veld kan niet leeg zijn"),
        ({"kinds": [{"slug": "a", "name": "b", "kleur": "c"}]}, "rij 1, b: onbekend veld ‘kleur’"),
        ({"kinds": [{"slug": "a", "name": "b", "symbol": "ster"}]}, "rij 1, b: teken: "),
        ({"kinds": ["boot"]}, "rij 1, : dit is geen woord met velden"),
        ({"smaken": []}, "onbekend onderdeel ‘smaken’"),
    ],
    ids=["no name", "unknown field", "unknown symbol", "no object", "unknown section"],
)
def test_a_refused_word_is_named_with_its_reason(
    sections: dict[str, Any], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match=r"rij|onderdeel") as refused:
        told("load_vocabulary", words(tmp_path, **sections))
    assert reason in str(refused.value)


def test_one_refused_word_keeps_all_others_out(tmp_path: Path) -> None:
    good, bad = {"slug": "boot", "name": "boot"}, {"slug": "", "name": "niks"}
    with pytest.raises(CommandError):
        told("load_vocabulary", words(tmp_path, kinds=[good, bad]))
    assert not Kind.objects.filter(slug="boot").exists()
