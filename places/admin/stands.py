"""How it feels, in the form of a place: words first, then who says so."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from places.admin.words import RowsOfWords, without_shortcuts
from places.models import Dilemma, PlaceDilemma, PlaceTrait, PlaceValue, Quote

WORDS_OF_THE_PUBLIC = _("De bezoeker leest dit op de pagina van de plek, met de bron erachter.")
SOURCE = _("Verplicht: wie zegt dit? Bijvoorbeeld “gesprek met de gastvrouw”.")
WHEN = _("Een jaar (2025), een maand (2025-11) of een dag (2025-11-03).")


class Stands(admin.StackedInline):
    """Rows that choose a word and say something about it."""

    extra = 0

    def formfield_for_foreignkey(self, *args: Any, **options: Any) -> Any:
        return without_shortcuts(super().formfield_for_foreignkey(*args, **options))

    def formfield_for_dbfield(self, *args: Any, **options: Any) -> Any:
        return without_shortcuts(super().formfield_for_dbfield(*args, **options))


class ValueRows(RowsOfWords):
    word = "value"


class ValueForm(forms.ModelForm):
    class Meta:
        model = PlaceValue
        fields = ["value", "words", "words_en", "source", "source_date"]
        help_texts = {"words": WORDS_OF_THE_PUBLIC, "source": SOURCE, "source_date": WHEN}


class ValueInline(Stands):
    model = PlaceValue
    form = ValueForm
    formset = ValueRows
    fields = ["value", ("words", "words_en"), ("source", "source_date")]


class DilemmaRows(RowsOfWords):
    word = "dilemma"


class DilemmaForm(forms.ModelForm):
    """The position is said in the words of the two poles; only the source is asked for."""

    class Meta:
        model = PlaceDilemma
        fields = ["dilemma", "words", "words_en", "position", "source", "source_date"]
        help_texts = {
            "dilemma": _("Achter elk dilemma staan de twee kanten; beide zijn goed."),
            "words": WORDS_OF_THE_PUBLIC,
            "position": _(
                "Mag leeg blijven: woorden zeggen meer. Kies alleen iets als de plek het zelf zo "
                "zegt; de bezoeker kan dan op die kant zoeken. Het is geen cijfer."
            ),
            "source": SOURCE,
            "source_date": WHEN,
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "position" not in self.fields:  # somebody who may only look
            return
        chosen = self.instance.dilemma if self.instance.dilemma_id else None
        self.fields["position"] = forms.TypedChoiceField(
            label=self.fields["position"].label,
            help_text=self.fields["position"].help_text,
            choices=positions(chosen),
            coerce=int,
            empty_value=None,
            required=False,
        )
        words: Any = self.fields["dilemma"]
        words.label_from_instance = both_sides


class DilemmaInline(Stands):
    model = PlaceDilemma
    form = DilemmaForm
    formset = DilemmaRows
    fields = ["dilemma", ("words", "words_en"), "position", ("source", "source_date")]

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("dilemma")


def both_sides(dilemma: Dilemma) -> str:
    """The dilemma with its poles: “Diversiteit: iedereen in huis – bewust voor een groep”."""
    return f"{dilemma.name}: {dilemma.pole_a} – {dilemma.pole_b}"


def positions(dilemma: Dilemma | None) -> list[tuple[int | str, str]]:
    """What may be chosen, in the words of the dilemma, or in general when none is chosen yet."""
    one = dilemma.pole_a if dilemma else gettext("de kant die eerst genoemd is")
    other = dilemma.pole_b if dilemma else gettext("de andere kant")
    return [
        ("", gettext("niet gezegd, de woorden zijn genoeg")),
        (1, gettext("helemaal: %(side)s") % {"side": one}),
        (2, gettext("meer: %(side)s") % {"side": one}),
        (3, gettext("ertussenin, of allebei")),
        (4, gettext("meer: %(side)s") % {"side": other}),
        (5, gettext("helemaal: %(side)s") % {"side": other}),
    ]


class TraitRows(RowsOfWords):
    word = "trait"


class TraitForm(forms.ModelForm):
    class Meta:
        model = PlaceTrait
        fields = ["trait", "answer", "source", "source_date"]
        help_texts = {"source_date": WHEN}

    def clean(self) -> dict[str, Any]:
        """What is new or changed needs a source; “unknown” does not."""
        data = super().clean() or {}
        known = data.get("answer") in (PlaceTrait.Answer.YES, PlaceTrait.Answer.NO)
        if self.has_changed() and known and not data.get("source"):
            self.add_error("source", _("Zeg wie dit weet: een bezoek, de gastheer, een site."))
        return data


class TraitInline(Stands):
    model = PlaceTrait
    form = TraitForm
    formset = TraitRows
    fields = [("trait", "answer"), ("source", "source_date")]


class QuoteInline(admin.StackedInline):
    model = Quote
    extra = 0
    fields = ["text", "said_by", ("source", "source_date")]
