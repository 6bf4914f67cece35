"""A first visit with a slow phone: few bytes, and a list before any script has run."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory

MOST_BYTES = 150_000
MOST_REQUESTS = 10


@pytest.fixture
def weights(page: Page) -> dict[str, float]:
    """Bytes over the wire of everything that comes in from now on, by request."""
    weights: dict[str, float] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.loadingFinished",
        lambda event: weights.update({event["requestId"]: event["encodedDataLength"]}),
    )
    return weights


def test_a_first_visit_weighs_at_most_150_kilobytes(page: Page, weights: dict[str, float]) -> None:
    Directory(page).open().await_map()
    page.wait_for_load_state("networkidle")
    assert 20_000 < sum(weights.values()) <= MOST_BYTES


def test_the_list_is_readable_after_ten_requests_and_before_any_script(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/*.js", lambda route: None)
    page.goto("/", wait_until="commit")
    expect(page.locator("#results h3").first).to_be_in_viewport()
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    assert len(asked) <= MOST_REQUESTS, asked


def test_text_comes_compressed(page: Page) -> None:
    answers = []
    page.on("response", lambda response: answers.append(response))
    page.goto("/", wait_until="networkidle")
    kinds = (".css", ".js", ".svg", "/")
    plain = [
        one.url
        for one in answers
        if one.url.split("#")[0].endswith(kinds)
        and "content-encoding" not in one.headers
        and int(one.headers.get("content-length", 9999)) > 1000
    ]
    assert plain == []


def test_files_that_never_change_may_be_kept(page: Page) -> None:
    answers = []
    page.on("response", lambda response: answers.append(response))
    page.goto("/", wait_until="networkidle")
    files = [one for one in answers if "/static/" in one.url]
    assert files
    assert all("immutable" in one.headers["cache-control"] for one in files)


def test_an_answer_to_a_choice_is_lighter_than_the_page(page: Page) -> None:
    directory = Directory(page).open()
    whole = len(page.request.get("/?gebied=noord").text())
    directory.group("gebied")
    with page.expect_response("**/?gebied=noord") as answer:
        directory.option("gebied", "noord").click()
    assert "<html" not in answer.value.text()
    assert len(answer.value.text()) < whole
