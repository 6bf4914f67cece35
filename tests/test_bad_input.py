"""Whatever comes in, a page says what is wrong and shows the rest."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.filters import PlaceFilter

pytestmark = pytest.mark.django_db

NAMES = [*PlaceFilter.base_filters, "zoom", "onbekend"]
VALUES = st.one_of(
    st.text(max_size=40),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        ["nu", "1,2,3,4", "4.4,51.8,4.6,52", "3014", "9999ZZ", "2026-10-25T02:30", "a:b", "\0", "%"]
    ),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pairs=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=6))
def test_any_query_string_gets_a_page_and_an_honest_answer(
    client: Client, pairs: list[tuple[str, str]]
) -> None:
    query = urlencode(pairs, errors="replace")
    assert client.get(f"/?{query}").status_code == 200
    assert client.get(f"/kaart.geojson?{query}").status_code in (200, 400)


@pytest.mark.parametrize(
    "query",
    [
        "q=%ff%fe",
        "q=%00%00",
        "waarde=%00",
        "bij=%00",
        "open=%00",
        "bbox=%00",
        "sorteer=%00",
        "pagina=%00",
        "q=" + "%F0%9F%8F%A0" * 50,
        "pagina=" + "9" * 400,
        "straal=1e309",
        "straal=" + "9" * 5000,
        "open=0001-01-01T00:00",
        "bbox=1e308,1e308,1e309,1e309",
        "bbox=-180,-90,180,90",
        "bij=1e5,1e5",
        "bij=999.9,999.9",
        "q=" + "a+" * 99,
        "waarde=" + "&waarde=".join(f"x{number}" for number in range(200)),
    ],
)
def test_hostile_values_get_a_page(client: Client, query: str) -> None:
    assert client.get(f"/?{query}").status_code == 200


def test_the_reason_stands_beside_the_field_in_the_language_of_the_page(client: Client) -> None:
    dutch = client.get("/?open=banaan").content.decode()
    english = client.get("/en/?open=banaan").content.decode()
    assert "Schrijf dag en tijd als" in dutch
    assert "Schrijf" not in english
    assert "2026-11-24T19:30" in english


@pytest.mark.parametrize(
    "path",
    [
        "/plekken/bestaat-niet/",
        "/waarden/bestaat-niet/",
        "/dilemmas/bestaat-niet/",
        "/wijken/bestaat-niet/",
        "/gebieden/bestaat-niet/",
        "/netwerken/bestaat-niet/",
        "/en/plekken/bestaat-niet/",
        "/plekken/%00/",
        "/plekken/%ff/",
        "/bestaat-niet/",
    ],
)
def test_an_unknown_address_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/kaart.geojson", "/plekken/pauluskerk/", "/over/"])
def test_pages_that_only_show_refuse_to_be_posted_to(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("alphabet", ["utf-7", "unicode_escape", "idna", "punycode", "hex"])
@pytest.mark.parametrize("path", ["/aanmelden/", "/inloggen/", "/wachtwoord-vergeten/"])
def test_a_form_in_another_alphabet_is_read_in_ours(
    client: Client, path: str, alphabet: str
) -> None:
    fields = ["name", "username", "password", "email", "remark"]
    part = '--x\r\nContent-Disposition: form-data; name="{}"\r\n\r\n+2AA-\\ud800\r\n'
    body = "".join(part.format(name) for name in fields) + "--x--\r\n"
    kind = f"multipart/form-data; boundary=x; charset={alphabet}"
    assert client.generic("POST", path, body, kind).status_code in (200, 302)


@pytest.mark.parametrize("alphabet", ["utf-7", "unicode_escape", "idna", "hex"])
def test_a_query_in_another_alphabet_is_read_in_ours(client: Client, alphabet: str) -> None:
    kind = f"text/plain; charset={alphabet}"
    assert client.generic("GET", "/?q=%2B2AA-%5Cud800%FF", "", kind).status_code == 200


@pytest.mark.parametrize("path", ["/", "/plekken/pauluskerk/", "/plekken.csv", "/api/v1/plekken"])
def test_a_name_that_the_site_does_not_have_is_a_bad_request(client: Client, path: str) -> None:
    client.raise_request_exception = False
    assert client.get(path, headers={"host": "evil.example"}).status_code == 400


def test_no_page_links_to_the_host_that_an_address_begins_with(client: Client) -> None:
    page = client.get("/", PATH_INFO="//evil.example/").content.decode()
    assert "evil.example" in page
    assert '"//evil.example' not in page
    assert '"http://evil.example' not in page
