"""Pictures as people upload them, good and bad."""

import struct
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

HERE = b"51.9225 noord"
RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, height // 2, width, height))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a file."""
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def upload(content: bytes | None = None, name: str = "foto.jpg") -> SimpleUploadedFile:
    """What a form gets."""
    return SimpleUploadedFile(name, saved(picture()) if content is None else content)


def telling_exif(orientation: int = 1) -> Image.Exif:
    """What a telephone notes: where, with what, and which way up."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Telefoonmerk"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.0, 55.0, 21.0)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSProcessingMethod] = HERE
    return exif


def telling_files() -> dict[str, bytes]:
    """Every kind of file with everything in it that could tell where a photo was taken."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    told = {"exif": telling_exif(), "icc_profile": profile}
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><GPSLatitude>51.9225 noord</GPSLatitude></x:xmpmeta>'
    )
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", HERE.decode())
    words.add_itxt("XML:com.adobe.xmp", xmp.decode())
    return {
        "jpeg": saved(picture(), "JPEG", comment=HERE, xmp=xmp, **told),
        "png": saved(picture(), "PNG", pnginfo=words, **told),
        "webp": saved(picture(), "WEBP", xmp=xmp, **told),
        "avif": saved(picture(), "AVIF", xmp=xmp, **told),
    }


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of one colour: few bytes, and gigabytes when it is decoded."""
    rows = zlib.compressobj(9)
    row = bytes(1 + width // 8)
    data = b"".join(rows.compress(row) for _each in range(height)) + rows.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def moving(kind: str) -> bytes:
    """Two pictures after each other."""
    return saved(picture(), kind, save_all=True, append_images=[picture(mode="L").convert("RGB")])


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
