"""An upload as a picture of our own: pixels upright in sRGB, and nothing else of the file.

The picture is decoded only when its dimensions are known to be bearable, and made anew: what else
the file carried (where and when it was taken, thumbnails, comments, pages) cannot come along.
"""

import struct
import warnings
import zlib
from io import BytesIO
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError

from places.photos.sizes import BOX, LEAST_SIDE, fitted

MOST_BYTES = 15_000_000
MOST_PIXELS = 25_000_000
MOST_JPEG_PIXELS = 60_000_000
"""JPEG may have more: it is decoded at a fraction of its size."""

READABLE = ("JPEG", "PNG", "WEBP", "AVIF")
BROKEN = (
    *(OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError),
    *(OverflowError, RuntimeError, ZeroDivisionError, struct.error, zlib.error),
)
"""What Pillow raises on files that are not what they say."""

HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes an Exif orientation."""

SRGB = ImageCms.createProfile("sRGB")
WHITE = (255, 255, 255)

# Pillow's own guard counts as well, and stops instead of warning.
Image.MAX_IMAGE_PIXELS = MOST_JPEG_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def read(upload: IO[bytes], size: int) -> Image.Image:
    """The picture in this file of ``size`` bytes, within the box and without anything but pixels.

    Raises ValidationError with a reason for whoever chose the file.
    """
    if size > MOST_BYTES:
        raise _refusal(_("Deze foto is te groot: kies er een van hoogstens 15 MB."))
    start = upload.read(1024)
    upload.seek(0)
    _refuse_what_we_know(start)
    try:
        with Image.open(upload, formats=READABLE) as image:
            _refuse_by_its_measures(image)
            return _anew(image)
    except UnidentifiedImageError as error:
        raise _refusal(
            _("Dit is geen foto. Kies een bestand van het soort JPEG of PNG.")
        ) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except BROKEN as error:
        raise _refusal(_("Dit bestand is beschadigd of niet helemaal overgekomen.")) from error


def _refuse_what_we_know(start: bytes) -> None:
    """Kinds of file that people have, with what they can do about it."""
    if start[4:8] == b"ftyp" and start[8:12] in HEIC_BRANDS and b"avif" not in start[:64]:
        raise _refusal(_("Dit is een HEIC-foto. Bewaar hem als JPEG en kies dat bestand."))
    if b"<svg" in start.lower():
        raise _refusal(_("Dit is een tekening (SVG) en geen foto. Kies een JPEG of PNG."))
    if start.startswith(b"GIF8"):
        raise _refusal(_("Dit is een GIF. Kies een foto van het soort JPEG of PNG."))


def _refuse_by_its_measures(image: Image.Image) -> None:
    """What its first bytes tell, before anything of it is decoded."""
    most = MOST_JPEG_PIXELS if image.format in ("JPEG", "MPO") else MOST_PIXELS
    if image.width * image.height > most:
        raise _too_many_pixels()
    if min(fitted(image.width, image.height)) < LEAST_SIDE:
        raise _refusal(
            _("Deze foto is te klein of te smal (%(width)s bij %(height)s beeldpunten).")
            % {"width": image.width, "height": image.height}
        )
    # Cameras keep a preview or a depth map as further pages of a JPEG: the first is the photo.
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise _refusal(_("Dit plaatje beweegt. Kies een foto die stilstaat."))


def _anew(image: Image.Image) -> Image.Image:
    """Pixels alone, in an image that never knew the file."""
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    profile = image.info.get("icc_profile")
    image.draft("RGB", (BOX, BOX))
    small = _with_plain_channels(image)
    small.thumbnail((BOX, BOX), Image.Resampling.LANCZOS, reducing_gap=2.0)
    coloured = _in_srgb(small, profile)
    fresh = Image.new("RGB", coloured.size, WHITE)
    fresh.paste(coloured.convert("RGB"), mask=_opaque_part(coloured))
    return fresh.transpose(UPRIGHT[orientation]) if orientation in UPRIGHT else fresh


def _with_plain_channels(image: Image.Image) -> Image.Image:
    """Eight bits a channel, no palette."""
    if image.mode.startswith("I") or image.mode == "F":
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("P", "PA", "1") or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.load()
    return image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """In the colours that browsers assume; a profile that says nothing useful is left out."""
    if not profile or image.mode not in ("L", "RGB", "RGBA", "CMYK"):
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, given, SRGB, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image


def _opaque_part(image: Image.Image) -> Image.Image | None:
    return image.getchannel("A") if "A" in image.getbands() else None


def _too_many_pixels() -> ValidationError:
    return _refusal(_("Deze foto heeft te veel beeldpunten. Bewaar hem kleiner en kies die."))


def _refusal(reason: str) -> ValidationError:
    return ValidationError(reason, code="photo")
