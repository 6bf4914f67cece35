"""An editor adds a photo, everybody sees it, and it is taken down."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.site import Site
from tests.pictures import picture, saved, telling_exif

PAGE = "/plekken/villa-vonk/"
ALT = "Een rood dak boven blauw water"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo from a telephone that was held sideways."""
    file = tmp_path / "foto.jpg"
    file.write_bytes(saved(picture(2000, 1500), exif=telling_exif(6)))
    return file


@pytest.fixture
def place_form(staff: Page, running: Site) -> Page:
    """The form of a place, with no photos yet."""
    staff.goto(f"/beheer/places/place/{running.keys['villa-vonk']}/change/")
    return staff


def add(page: Page, photo: Path, alt: str) -> None:
    page.locator("#photos-group .add-row a").click()
    page.set_input_files("#id_photos-0-file", photo)
    page.fill("#id_photos-0-alt", alt)
    page.fill("#id_photos-0-credit", "Fatima")
    page.fill("#id_photos-0-consent", "Fatima, op 3 november")
    save(page)


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("input[name=_continue]").last.click()


def test_a_photo_comes_and_goes(place_form: Page, photo: Path, page: Page, running: Site) -> None:
    add(place_form, photo, ALT)
    page.goto(PAGE)
    shown = page.get_by_alt_text(ALT)
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate("image => image.naturalHeight > image.naturalWidth && image.naturalWidth")
    assert shown.evaluate("image => image.currentSrc").endswith(".avif")
    expect(page.get_by_text("Foto: Fatima")).to_be_visible()
    assert_accessible(page)
    place_form.get_by_role("link", name="Foto weghalen").click()
    assert_accessible(place_form)
    place_form.get_by_label("op verzoek weggehaald").check()
    place_form.get_by_role("button", name="Ja, haal de foto weg").click()
    expect(place_form.get_by_text("De foto is weg")).to_be_visible()
    page.reload()
    expect(shown).to_have_count(0)
    assert list((running.media / "fotos").iterdir()) == []


def test_who_forgets_the_words_keeps_the_photo_and_the_rest(
    place_form: Page, photo: Path, page: Page
) -> None:
    place_form.fill("#id_phone", "010 7654321")
    add(place_form, photo, "")
    expect(place_form.locator("#photos-0 .errorlist")).to_have_text("Dit veld is verplicht.")
    expect(place_form.locator("#photos-0")).to_contain_text("Je foto is er nog")
    expect(place_form.locator("#id_phone")).to_have_value("010 7654321")
    expect(place_form.locator("#id_photos-0-credit")).to_have_value("Fatima")
    place_form.fill("#id_photos-0-alt", ALT)
    save(place_form)
    page.goto(PAGE)
    expect(page.get_by_alt_text(ALT)).to_be_visible()
    place_form.get_by_role("link", name="Foto weghalen").click()
    place_form.get_by_label("klopt niet meer").check()
    place_form.get_by_role("button", name="Ja, haal de foto weg").click()


def test_a_file_that_is_no_photo_is_refused_with_a_reason(place_form: Page, tmp_path: Path) -> None:
    drawing = tmp_path / "tekening.jpg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    add(place_form, drawing, ALT)
    expect(place_form.locator("#photos-0 .errorlist")).to_contain_text("een tekening (SVG)")
    expect(place_form.locator("#id_photos-0-alt")).to_have_value(ALT)
