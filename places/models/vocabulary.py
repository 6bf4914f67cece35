"""The words in which places are described: kinds, audiences, offers, languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from places.bilingual import Bilingual


class Term(models.Model):
    """A word of the vocabulary, in Dutch and English, with the slug that addresses use."""

    slug = models.SlugField(
        _("adresnaam"), max_length=80, unique=True, help_text=_("Staat in adressen; verander niet.")
    )
    name = models.CharField(_("naam"), max_length=120)
    name_en = models.CharField(_("naam in het Engels"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    label = Bilingual("name")

    class Meta:
        abstract = True
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Symbol(models.TextChoices):
    """The drawing beside or above the house on the map."""

    HOUSE = "house", _("groot huis")
    HOME = "home", _("huiskamer")
    DOOR = "door", _("open deur")
    TREE = "tree", _("boom")
    SWING = "swing", _("schommel")
    STEEPLE = "steeple", _("torentje")
    BOOK = "book", _("boek")
    TABLE = "table", _("gedekte tafel")
    BAG = "bag", _("tas")
    PEOPLE = "people", _("mensen")
    BED = "bed", _("bed")


class Kind(Term):
    """What sort of place it is: huis van de wijk, wijktuin, leeszaal."""

    symbol = models.CharField(
        _("teken"), max_length=12, choices=Symbol.choices, default=Symbol.HOUSE
    )

    class Meta(Term.Meta):
        verbose_name = _("soort")
        verbose_name_plural = _("soorten")


class Audience(Term):
    """Whom a place has in mind on purpose; never to the exclusion of others."""

    class Meta(Term.Meta):
        verbose_name = _("doelgroep")
        verbose_name_plural = _("doelgroepen")


class Offer(Term):
    """What there is to do: eat together, garden, get help with a computer."""

    class Meta(Term.Meta):
        verbose_name = _("aanbod")
        verbose_name_plural = _("aanbod")


class Language(Term):
    """A language that hosts speak."""

    class Meta(Term.Meta):
        verbose_name = _("taal")
        verbose_name_plural = _("talen")
