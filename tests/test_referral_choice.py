"""What the form of a sheet says: order, lines and all that must not be lost."""

import pytest
from django.http import QueryDict

from places.referral.choice import LONGEST, Choice, Typed, public_choice, workers_choice


def choice(query: str) -> Choice:
    return workers_choice(QueryDict(query))


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ("", "a b c"),
        ("omhoog=b", "b a c"),
        ("omhoog=a", "a b c"),
        ("omlaag=b", "a c b"),
        ("omlaag=c", "a b c"),
        ("weg=b", "a c"),
        ("weg=onbekend", "a b c"),
    ],
)
def test_buttons_change_the_order(button: str, order: str) -> None:
    assert choice(f"plek=a&plek=b&plek=c&{button}").slugs == tuple(order.split())


def test_a_place_that_is_named_twice_stands_once_where_it_came_first() -> None:
    assert choice("plek=b&plek=a&plek=b").slugs == ("b", "a")


@pytest.mark.parametrize(
    ("fields", "order"),
    [
        ("volgorde=c&volgorde=a&plek=a&plek=b&plek=c", "c a b"),
        ("volgorde=c&volgorde=b&volgorde=a&plek=a&plek=c", "c a"),
        ("volgorde=c&volgorde=c&plek=c&plek=c", "c"),
        ("volgorde=c&volgorde=a", ""),
        ("volgorde=c&volgorde=a&plek=a&plek=b&plek=c&omhoog=b", "c b a"),
    ],
    ids=["new last", "unticked goes", "twice", "nothing ticked", "then a button"],
)
def test_the_order_of_the_sheet_outlives_choosing_again(fields: str, order: str) -> None:
    made = choice(fields)
    assert made.slugs == tuple(order.split())
    assert made.rest == ()


def test_the_order_of_an_address_is_that_of_its_places() -> None:
    assert public_choice(QueryDict("volgorde=b&plek=a&plek=b")).slugs == ("a", "b")


def test_what_no_address_can_be_is_left_out() -> None:
    assert choice("plek=a%00&plek=&plek=../etc&plek=b").slugs == ("b",)


def test_lines_belong_to_their_place() -> None:
    made = choice("plek=a&regel-a=Neem+je+pas+mee&vraag-a=Fatima")
    assert (made.line("a").fit, made.ask("a").fit, made.line("b").fit) == (
        "Neem je pas mee",
        "Fatima",
        "",
    )


def test_wishes_travel_along_but_buttons_and_tokens_do_not() -> None:
    made = choice("kenmerk=a&kenmerk=b&bij=3014&csrfmiddlewaretoken=x&omhoog=z&werker=F&meer=ask")
    assert made.rest == (("kenmerk", "a"), ("kenmerk", "b"), ("bij", "3014"), ("meer", "ask"))


@pytest.mark.parametrize("name", ["reset", "querySelector", "elements", "onbekend"])
def test_what_is_no_question_of_the_form_does_not_travel_along(name: str) -> None:
    assert choice(f"{name}=x&plek=a").rest == ()


def test_lines_of_places_that_are_not_shown_travel_along() -> None:
    made = choice("regel-a=een&vraag-b=twee&regel-c=")
    assert list(made.texts_of_others({"a"})) == [("vraag-b", "twee")]


def test_an_address_says_places_and_nothing_of_a_client() -> None:
    made = public_choice(QueryDict("plek=a&bij=3014&regel-a=geheim&werker=Fatima&omhoog=a"))
    assert made == Choice(slugs=("a",))


def test_a_long_line_is_complained_about_and_kept() -> None:
    typed = Typed("x" * (LONGEST + 30))
    assert "230 tekens" in typed.complaint
    assert (len(typed.fit), len(typed.raw)) == (200, 230)


def test_ends_of_lines_are_spaces_and_count_as_one() -> None:
    typed = Typed("a\r\n\r\n" * 50)
    assert typed.fit == " ".join("a" * 50)
    assert not typed.complaint


def test_what_cannot_be_printed_is_left_out() -> None:
    assert Typed("a\x00b\ud800c\u202ed").fit == "abcd"
