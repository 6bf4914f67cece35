"""Opening hours: the week, and the days that beat it."""

from datetime import date, time

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from places.models.history import History
from places.models.provenance import SOURCE_DATE

DAY = 24 * 60
WEEK = 7 * DAY

LAST_DAY = date(2199, 12, 31)
"""A range until the last day that Python knows ends with the day after, which it cannot tell."""

IN_OUR_DAYS = MaxValueValidator(
    LAST_DAY, _("Kies een dag voor het jaar 2200, of geen als er geen einde aan komt.")
)


class Mode(models.TextChoices):
    """How one may come in."""

    WALK_IN = "inloop", _("inloop")
    ACTIVITY = "activiteit", _("activiteit")
    APPOINTMENT = "afspraak", _("op afspraak")


class Weekday(models.IntegerChoices):
    """Days as Python and ISO order them, counted from 0."""

    MONDAY = 0, _("maandag")
    TUESDAY = 1, _("dinsdag")
    WEDNESDAY = 2, _("woensdag")
    THURSDAY = 3, _("donderdag")
    FRIDAY = 4, _("vrijdag")
    SATURDAY = 5, _("zaterdag")
    SUNDAY = 6, _("zondag")


class WeekMinutesField(models.Field):  # type: ignore[type-arg]
    """A multirange of minutes in the week, Monday 00:00 = 0, Sunday night wrapped to the front."""

    def db_type(self, connection: object) -> str:
        return "int4multirange"


class OpeningHours(models.Model):
    """A period that comes back every week."""

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("dag"), choices=Weekday.choices)
    opens = models.TimeField(_("van"))
    closes = models.TimeField(
        _("tot"),
        null=True,
        blank=True,
        help_text=_(
            "Leeg als de eindtijd niet bekend is. Vroeger dan de begintijd: na middernacht. "
            "Gelijk aan de begintijd: 24 uur."
        ),
    )
    mode = models.CharField(_("hoe"), max_length=10, choices=Mode.choices, default=Mode.WALK_IN)
    note = models.CharField(_("wat er dan is"), max_length=200, blank=True)
    note_en = models.CharField(_("wat er dan is, Engels"), max_length=200, blank=True)
    cost = models.CharField(_("kosten"), max_length=100, blank=True)
    cost_en = models.CharField(_("kosten, Engels"), max_length=100, blank=True)
    sign_up = models.CharField(_("aanmelden"), max_length=100, blank=True)
    sign_up_en = models.CharField(_("aanmelden, Engels"), max_length=100, blank=True)
    valid_from = models.DateField(_("geldt vanaf"), null=True, blank=True, validators=[IN_OUR_DAYS])
    valid_until = models.DateField(
        _("geldt tot en met"), null=True, blank=True, validators=[IN_OUR_DAYS]
    )
    source = models.CharField(_("bron"), max_length=200, blank=True)
    source_date = models.CharField(_("datum"), max_length=10, blank=True, validators=[SOURCE_DATE])
    minutes = models.GeneratedField(
        expression=models.Func("weekday", "opens", "closes", function="places_week_minutes"),
        output_field=WeekMinutesField(),
        db_persist=True,
    )
    validity = models.GeneratedField(
        expression=models.Func(
            "valid_from", "valid_until", models.Value("[]"), function="daterange"
        ),
        output_field=DateRangeField(),
        db_persist=True,
    )

    history = History(without=("minutes", "validity"))

    class Meta:
        verbose_name = _("openingstijd")
        verbose_name_plural = _("openingstijden")
        ordering = ["weekday", "opens", "id"]
        indexes = [
            models.Index(  # holds all that "open at" asks, so that the rows need not be read
                fields=["weekday", "opens", "closes", "mode", "place", "validity"],
                name="hours_by_clock",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekday__range=(0, 6)),
                name="hours_weekday",
                violation_error_message=_("Kies een dag van de week."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_from__lte=models.F("valid_until")),
                name="hours_valid_in_order",
                violation_error_message=_("De einddatum ligt voor de begindatum."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from__lte=LAST_DAY) & models.Q(valid_until__lte=LAST_DAY),
                name="hours_valid_in_our_days",
                violation_error_message=IN_OUR_DAYS.message,
            ),
            ExclusionConstraint(
                name="hours_do_not_overlap",
                expressions=[
                    ("place", RangeOperators.EQUAL),
                    ("mode", RangeOperators.EQUAL),
                    ("minutes", RangeOperators.OVERLAPS),
                    ("validity", RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message=_(
                    "Deze openingstijd overlapt met een andere van dezelfde soort."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {_hours_text(self.opens, self.closes)}"

    def clean(self) -> None:
        """Refuse what the database could not even compute: an end before the beginning."""
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("De einddatum ligt voor de begindatum.")})

    def clashes_with(self, other: "OpeningHours") -> bool:
        """Whether both rows claim a minute of the same week in the same mode."""
        return (
            self.mode == other.mode
            and _share_a_day(self.valid_from, self.valid_until, other.valid_from, other.valid_until)
            and any(
                begin < other_end + week and other_begin + week < end
                for begin, end in [self.stretch()]
                for other_begin, other_end in [other.stretch()]
                for week in (-WEEK, 0, WEEK)
            )
        )

    def stretch(self) -> tuple[int, int]:
        """First and last minute counted from Monday 00:00; beyond the week on Sunday night."""
        begin, end = _day_stretch(self.opens, self.closes)
        return self.weekday * DAY + begin, self.weekday * DAY + end


class SpecialDay(models.Model):
    """Days that beat the week: closed, or other hours, and why."""

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="special_days")
    first_day = models.DateField(_("van"))
    last_day = models.DateField(_("tot en met"), validators=[IN_OUR_DAYS])
    opens = models.TimeField(_("open van"), null=True, blank=True, help_text=_("Leeg: dicht."))
    closes = models.TimeField(_("open tot"), null=True, blank=True)
    mode = models.CharField(_("hoe"), max_length=10, choices=Mode.choices, default=Mode.WALK_IN)
    reason = models.CharField(_("reden"), max_length=120)
    reason_en = models.CharField(_("reden, Engels"), max_length=120, blank=True)
    days = models.GeneratedField(
        expression=models.Func("first_day", "last_day", models.Value("[]"), function="daterange"),
        output_field=DateRangeField(),
        db_persist=True,
    )
    minutes = models.GeneratedField(
        expression=models.Func("opens", "closes", function="places_day_minutes"),
        output_field=WeekMinutesField(),
        db_persist=True,
    )

    history = History(without=("minutes", "days"))

    class Meta:
        verbose_name = _("bijzondere dag")
        verbose_name_plural = _("bijzondere dagen")
        ordering = ["first_day", "opens", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_day__lte=models.F("last_day")),
                name="special_day_in_order",
                violation_error_message=_("De laatste dag ligt voor de eerste."),
            ),
            models.CheckConstraint(
                condition=models.Q(last_day__lte=LAST_DAY),
                name="special_day_in_our_days",
                violation_error_message=IN_OUR_DAYS.message,
            ),
            models.CheckConstraint(
                condition=models.Q(opens__isnull=False) | models.Q(closes__isnull=True),
                name="special_day_closes_after_opening",
                violation_error_message=_("Geef ook de tijd waarop het opengaat."),
            ),
            ExclusionConstraint(
                name="special_days_do_not_overlap",
                expressions=[
                    ("place", RangeOperators.EQUAL),
                    ("days", RangeOperators.OVERLAPS),
                    ("minutes", RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message=_("Op een van deze dagen geldt al iets anders."),
            ),
        ]

    def __str__(self) -> str:
        days = date_format(self.first_day, "j F Y")
        if self.last_day != self.first_day:
            days += f" t/m {date_format(self.last_day, 'j F Y')}"
        hours = _hours_text(self.opens, self.closes) if self.opens else _("dicht")
        return f"{days} {hours}: {self.reason}" if self.reason else f"{days} {hours}"

    def clean(self) -> None:
        """Refuse days in the wrong order, which the database could not even compute."""
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("De laatste dag ligt voor de eerste.")})

    def clashes_with(self, other: "SpecialDay") -> bool:
        """Whether both say something about a minute of the same day; closed is the whole day."""
        if not _share_a_day(self.first_day, self.last_day, other.first_day, other.last_day):
            return False
        if self.opens is None or other.opens is None:
            return True
        begin, end = _day_stretch(self.opens, self.closes)
        other_begin, other_end = _day_stretch(other.opens, other.closes)
        return begin < other_end and other_begin < end


def _hours_text(opens: time, closes: time | None) -> str:
    if closes is None:
        return _("vanaf %(time)s") % {"time": f"{opens:%H:%M}"}
    return f"{opens:%H:%M}-{closes:%H:%M}"


def _day_stretch(opens: time, closes: time | None) -> tuple[int, int]:
    """Minutes of the day, the twin of ``places_day_minutes``; the end may lie on the next day."""
    begin = opens.hour * 60 + opens.minute
    if closes is None:
        return begin, DAY
    end = closes.hour * 60 + closes.minute
    return begin, end if end > begin else end + DAY


def _share_a_day(
    first: date | None, last: date | None, other_first: date | None, other_last: date | None
) -> bool:
    begins_in_time = first is None or other_last is None or first <= other_last
    return begins_in_time and (last is None or other_first is None or other_first <= last)
