"""A photo on its way in: one at a time, so that a few uploads do not slow the site down."""

import logging
import time
from threading import BoundedSemaphore

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from places.photos.files import Unplaced, remove_forgotten
from places.photos.reading import read

logger = logging.getLogger(__name__)

PATIENCE = 30
"""Seconds that an upload waits for the one before it, in the same process."""

A_DAY = 24 * 3600
"""Seconds that a photo waits for the rest of its form to be right."""

_one_at_a_time = BoundedSemaphore()


def prepared(upload: "UploadedFile[bytes]") -> Unplaced:
    """The sizes of an uploaded photo. Raises ValidationError with a reason for whoever chose it."""
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise ValidationError(_("Er worden al foto’s verwerkt. Probeer het over een minuut weer."))
    try:
        remove_forgotten(time.time() - A_DAY)
        return Unplaced.of(read(upload, upload.size or 0))
    except OSError as error:
        logger.error("A photo could not be written: %s", error)
        message = _("De foto kon nu niet bewaard worden. Probeer het later weer.")
        raise ValidationError(message) from error
    finally:
        _one_at_a_time.release()
