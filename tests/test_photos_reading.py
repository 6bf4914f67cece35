"""What becomes of an upload: a picture and nothing else, or a reason."""

import random
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms

from places.photos.files import encoded
from places.photos.reading import MOST_BYTES, read
from places.photos.sizes import FORMATS, fitted, widths_of
from tests.pictures import (
    BLUE,
    HERE,
    RED,
    bomb,
    moving,
    picture,
    saved,
    telling_exif,
    telling_files,
)

MARKERS = [b"Exif", b"EXIF", b"GPS", b"xmp", b"adobe", b"Adobe", b"ICC", b"Telefoonmerk", HERE]
WRITTEN = {
    "cmyk": saved(picture(mode="CMYK")),
    "gray": saved(picture(mode="L")),
    "sixteen bits": saved(
        picture(mode="L").convert("I;16").point(lambda value: value * 256), "PNG"
    ),
    "palette": saved(picture(mode="P"), "PNG"),
    "black and white": saved(picture(mode="1"), "PNG"),
    "gray with alpha": saved(picture(mode="LA"), "PNG"),
    "progressive": saved(picture(), progressive=True),
    "webp": saved(picture(), "WEBP"),
    "avif": saved(picture(), "AVIF"),
    "page after the end": saved(picture()) + b"<html><script>alert(1)</script></html>",
}
REFUSED = {
    "no picture": (b"Beste gemeente, hierbij de foto.", "geen foto"),
    "nothing": (b"", "geen foto"),
    "a web page": (b"<!doctype html><title>foto</title>", "geen foto"),
    "a drawing called jpg": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "SVG"),
    "a gif": (saved(picture(), "GIF"), "GIF"),
    "a tiff": (saved(picture(), "TIFF"), "geen foto"),
    "a photo of an iphone": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "JPEG"),
    "half a jpeg": (saved(picture())[:2500], "beschadigd"),
    "half a png": (saved(Image.effect_noise((400, 400), 90), "PNG")[:9000], "beschadigd"),
    "half a webp": (saved(picture(), "WEBP")[:200], "beschadigd"),
    "half an avif": (saved(picture(), "AVIF")[:200], "geen foto"),
    "a bomb": (bomb(), "te veel beeldpunten"),
    "a small bomb": (bomb(6000, 6000), "te veel beeldpunten"),
    "one pixel": (saved(picture(1, 1)), "1 bij 1"),
    "a stamp": (saved(picture(239, 400)), "te klein"),
    "a ribbon": (saved(picture(8000, 700)), "te smal"),
    "a moving webp": (moving("WEBP"), "beweegt"),
    "a moving png": (moving("PNG"), "beweegt"),
    "a moving avif": (moving("AVIF"), "beweegt"),
}


def as_read(content: bytes) -> Image.Image:
    return read(BytesIO(content), len(content))


def near(pixel: object, colour: tuple[int, int, int], by: int = 12) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) <= by for one, other in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_photo_is_refused_with_a_reason(content: bytes, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        as_read(content)


def test_a_file_of_too_many_bytes_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValidationError, match="15 MB"):
        read(BytesIO(), MOST_BYTES + 1)


@pytest.mark.parametrize("content", WRITTEN.values(), ids=WRITTEN)
def test_every_way_of_writing_a_photo_is_read(content: bytes) -> None:
    image = as_read(content)
    assert (image.mode, image.size) == ("RGB", (640, 480))
    above, below = image.getpixel((320, 20)), image.getpixel((320, 460))
    assert above != below or content == WRITTEN["black and white"]


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
@pytest.mark.parametrize("extension", FORMATS)
def test_nothing_of_a_file_comes_along_but_its_pixels(kind: str, extension: str) -> None:
    telling = telling_files()[kind]
    assert HERE in telling
    written = encoded(as_read(telling), extension)
    with Image.open(BytesIO(written)) as image:
        assert not dict(image.getexif())
        assert {"exif", "icc_profile", "xmp", "comment"}.isdisjoint(image.info)
    assert [marker for marker in MARKERS if marker in written] == []


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_stands_upright(orientation: int, kind: str) -> None:
    image = as_read(saved(_lying(orientation), kind, exif=telling_exif(orientation)))
    assert image.size == (640, 480)
    assert near(image.getpixel((320, 20)), RED)
    assert near(image.getpixel((320, 460)), BLUE)
    assert near(image.getpixel((20, 20)), (30, 200, 30), by=40)


def _lying(orientation: int) -> Image.Image:
    """The picture with a green corner as a camera that was held so would store it."""
    upright = picture()
    upright.paste((30, 200, 30), (0, 0, 40, 40))
    turned = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return upright.transpose(turned[orientation]) if orientation in turned else upright


def test_what_one_can_look_through_becomes_white() -> None:
    glass = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    assert as_read(saved(glass, "PNG")).getpixel((9, 9)) == (255, 255, 255)
    palette = saved(picture(mode="P"), "PNG", transparency=picture(mode="P").getpixel((9, 9)))
    assert as_read(palette).getpixel((9, 9)) == (255, 255, 255)


def test_sixteen_bits_keep_their_lights() -> None:
    gray = Image.new("I;16", (400, 300), 32_768)
    assert near(as_read(saved(gray, "PNG")).getpixel((9, 9)), (128, 128, 128), by=2)


def test_colours_of_another_space_become_those_of_the_web() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for odd in (profile, lab, b"geen profiel"):
        assert near(as_read(saved(picture(), icc_profile=odd)).getpixel((320, 20)), RED, by=90)


def test_a_photo_is_made_smaller_but_never_larger() -> None:
    assert as_read(saved(picture(4000, 3000))).size == (1600, 1200)
    assert as_read(saved(picture(3000, 4000), "PNG")).size == (1200, 1600)
    assert as_read(saved(picture(500, 400))).size == (500, 400)
    assert fitted(1600, 1600) == (1600, 1600)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(1600, [480, 960, 1600]), (960, [480, 960]), (700, [480, 700]), (300, [300])],
)
def test_a_photo_is_kept_in_the_widths_that_it_has(width: int, widths: list[int]) -> None:
    assert widths_of(width) == widths


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
def test_a_file_with_errors_is_read_or_refused_and_never_anything_else(kind: str) -> None:
    chance = random.Random(kind)  # the same errors every time
    sound = telling_files()[kind]
    for _each in range(60):
        broken = bytearray(sound)
        for _error in range(chance.choice([1, 4, 30])):
            broken[chance.randrange(min(len(broken), 3000))] = chance.randrange(256)
        with suppress(ValidationError):
            assert as_read(bytes(broken)).mode == "RGB"
