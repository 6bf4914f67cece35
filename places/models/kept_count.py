"""How many places there are behind every option, kept by ``places/sql/edition.sql``."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class KeptCount(models.Model):
    """How many published places have a tag, as the newest edition left it.

    Ask ``places_numbers()`` in the database for them, which is right within a transaction too.
    """

    tag = models.CharField(max_length=140, primary_key=True)
    number = models.BigIntegerField(_("aantal"))

    class Meta:
        verbose_name = _("aantal")
        verbose_name_plural = _("aantallen")

    def __str__(self) -> str:
        return f"{self.tag}: {self.number}"
