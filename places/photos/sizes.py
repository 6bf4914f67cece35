"""How large photos are kept, as plain numbers."""

BOX = 1600
"""Pixels that neither side of a photo exceeds; the largest size is the original that we hold."""

SMALLER = (480, 960)
"""Widths in which a photo is kept beside its largest, if that is wider."""

LEAST_SIDE = 240
"""Pixels that the short side has at least when the photo fits the box."""

FORMATS = {"avif": "image/avif", "jpg": "image/jpeg"}
"""Formats that every size is kept in, by the end of the file's name; the newest first."""


def fitted(width: int, height: int) -> tuple[int, int]:
    """The size within the box, never enlarged."""
    longest = max(width, height)
    if longest <= BOX:
        return width, height
    return max(1, round(width * BOX / longest)), max(1, round(height * BOX / longest))


def widths_of(width: int) -> list[int]:
    """The widths in which a photo of this width is kept, smallest first."""
    return [*(smaller for smaller in SMALLER if smaller < width), width]
