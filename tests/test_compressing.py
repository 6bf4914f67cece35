"""What is public leaves compressed, once, for who can read that."""

import gzip

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory

from places.compressing import WORTH_IT, compressed

LONG = b"koffie staat klaar " * 100


def asking(coding: str = "gzip, br") -> HttpRequest:
    return RequestFactory().get("/", headers={"accept-encoding": coding})


def test_who_can_unpack_gets_less_of_the_same() -> None:
    answer = compressed(HttpResponse(LONG), asking())
    assert isinstance(answer, HttpResponse)
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == LONG
    assert len(answer.content) < len(LONG) / 5


@pytest.mark.parametrize(
    ("answer", "coding"),
    [
        (HttpResponse(LONG), "br"),
        (HttpResponse(LONG), ""),
        (HttpResponse(b"x" * (WORTH_IT - 1)), "gzip"),
        (HttpResponse(LONG, status=404), "gzip"),
        (HttpResponse(LONG, headers={"Content-Encoding": "br"}), "gzip"),
        (StreamingHttpResponse([LONG]), "gzip"),
    ],
    ids=["other coding", "no coding", "short", "not there", "compressed already", "in pieces"],
)
def test_all_else_stays_as_it_is(answer: HttpResponseBase, coding: str) -> None:
    before = dict(answer.headers)
    assert compressed(answer, asking(coding)) is answer
    assert dict(answer.headers) == before


@pytest.mark.django_db
def test_a_page_is_compressed_once_and_says_how_long_it_is(client: Client) -> None:
    packed = client.get("/", headers={"accept-encoding": "gzip"})
    assert gzip.decompress(packed.content) == client.get("/").content
    assert packed["Content-Length"] == str(len(packed.content))
    assert "Accept-Encoding" in packed["Vary"]
