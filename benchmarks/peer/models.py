"""Places as one models them at first: normal tables, indexes where Django makes them by itself."""

from django.contrib.gis.db import models


class Term(models.Model):
    """A word with an address."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Kind(Term):
    pass


class Organisation(Term):
    pass


class Value(Term):
    pass


class Trait(Term):
    pass


class Offer(Term):
    pass


class Place(models.Model):
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200, db_index=True)
    kind = models.ForeignKey(Kind, models.PROTECT, null=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True)
    description = models.TextField(blank=True)
    street = models.CharField(max_length=120, blank=True)
    house_number = models.CharField(max_length=20, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    city = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    location = models.PointField(null=True)
    published = models.BooleanField(default=True)
    changed_at = models.DateTimeField(auto_now=True)
    values = models.ManyToManyField(Value, related_name="places")
    traits = models.ManyToManyField(Trait, related_name="places")
    offers = models.ManyToManyField(Offer, related_name="places")

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class OpeningHours(models.Model):
    place = models.ForeignKey(Place, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField(null=True)
    mode = models.CharField(max_length=10)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["weekday", "opens"]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens}"
