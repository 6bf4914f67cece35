"""Photos as the page of a place shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from places.models import Photo

WIDE = "(min-width: 60rem) 44rem, 100vw"
HALF = "(min-width: 60rem) 22rem, (min-width: 30rem) 50vw, 100vw"
"""How wide a photo is on the page, as in photos.css."""


@dataclass(frozen=True)
class Picture:
    """What an ``img`` and its caption need; ``alt_language`` is ``nl`` where the page is not."""

    alt: str
    alt_language: str
    credit: str
    width: int
    height: int
    url: str
    """The largest JPEG, which every browser and every other site can show."""
    jpeg: str
    avif: str
    sizes: str


def pictures(photos: Iterable[Photo]) -> list[Picture]:
    """In the order that the editor gave them; the first of an odd number is wide."""
    shown = list(photos)
    odd = len(shown) % 2
    return [_picture(photo, WIDE if odd and photo is shown[0] else HALF) for photo in shown]


def _picture(photo: Photo, sizes: str) -> Picture:
    return Picture(
        alt=photo.described,
        alt_language="" if get_language() == "nl" or photo.alt_en else "nl",
        credit=photo.credit,
        width=photo.width,
        height=photo.height,
        url=photo.address(photo.width, "jpg"),
        jpeg=_every_size(photo, "jpg"),
        avif=_every_size(photo, "avif"),
        sizes=sizes,
    )


def _every_size(photo: Photo, extension: str) -> str:
    """For ``srcset``: every address with its width."""
    return ", ".join(f"{photo.address(width, extension)} {width}w" for width in photo.widths)
