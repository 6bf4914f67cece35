"""Texts, lists and rows in a cell: whatever stands in the database comes back as it was."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from places.exchange.cells import defused, restored
from places.exchange.columns import COLUMNS, apply
from places.exchange.notation import items_of, line, lines_of, listed, parts_of, tidy
from places.models import Place

any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5)
awkward = st.sampled_from(["|", ";", ",", "\\", "\n", "\n\n", '"', ":", "bron: x", "'", "=", "  "])
texts = st.lists(
    awkward | any_text,
    max_size=5,
).map(lambda pieces: tidy("".join(pieces)))
words = texts.filter(bool)


@settings(deadline=None)
@given(st.lists(words, unique=True))
def test_a_list_is_read_as_it_was_written(items: list[str]) -> None:
    assert items_of(listed(items)) == items


@settings(deadline=None)
@given(st.lists(st.tuples(words, words, texts), max_size=4))
@example([("|", "|", "|\n  \n|")])
def test_rows_are_read_as_they_were_written(rows: list[tuple[str, str, str]]) -> None:
    cell = "\n".join(line(head, [("bron", one), ("datum", two)]) for head, one, two in rows)
    read = [parts_of(row) for row in lines_of(cell)]
    wanted = [
        (h, [(k, t) for k, t in (("bron", one), ("datum", two)) if t]) for h, one, two in rows
    ]
    assert read == wanted


@given(texts)
def test_a_defused_text_is_restored(text: str) -> None:
    assert restored(defused(text)) == text


@pytest.mark.django_db
def test_every_text_of_every_place_means_what_the_place_says() -> None:
    for place in Place.objects.with_rows():
        for column in COLUMNS.values():
            text = column.text_of(place)
            assert column.text(column.read(text)) == text, (place, column.name)


@pytest.mark.django_db
def test_writing_its_texts_back_leaves_the_rows_of_a_place_as_they_are() -> None:
    place = Place.objects.get(slug="pauluskerk")
    rows = place.hours.model.history.filter(place=place.pk)
    versions = rows.count()
    apply(place, {name: column.text_of(place) for name, column in COLUMNS.items()})
    assert rows.count() == versions


@pytest.mark.django_db
def test_texts_become_a_whole_new_place() -> None:
    place = Place()
    apply(place, {"name": "De Lamp", "lat": "51,92", "lon": "4,47", "location_precision": "adres",
                  "offers": "taal", "hours": "ma 9-12", "values": "Sfeer: warm | bron: x",
                  "contact": "bel Ria"})  # fmt: skip
    place = Place.objects.get(name="De Lamp")
    assert (place.slug, place.referral.contact) == ("de-lamp", "bel Ria")
    assert (place.hours.count(), place.offers.count(), place.place_values.count()) == (1, 1, 1)
    assert COLUMNS["lat"].text_of(place) == "51,9200000"


@pytest.mark.django_db
def test_nothing_is_written_when_one_text_is_wrong() -> None:
    place = Place.objects.get(slug="pauluskerk")
    with pytest.raises(ValidationError) as refusal:
        apply(place, {"phone": "010", "hours": "soms", "kind": "kasteel"})
    assert set(refusal.value.message_dict) == {"hours", "kind"}
    place.refresh_from_db()
    assert place.phone == ""


@pytest.mark.django_db
def test_what_fields_say_together_is_refused_beside_a_column() -> None:
    place = Place.objects.get(slug="pauluskerk")
    with pytest.raises(ValidationError) as refusal:
        apply(place, {"lat": ""})
    assert set(refusal.value.message_dict) == {"lat"}
