"""Values and dilemmas: what they mean, and the places that show them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from places.models import Dilemma, Value
from places.selection import Survey, select


@require_safe
def values(request: HttpRequest) -> HttpResponse:
    """The ten values, and how many places show each."""
    survey = Survey(timezone.now())
    lines = [{"value": one, **vars(survey.lead(one.tag))} for one in Value.objects.all()]
    return render(request, "places/values.html", {"values": lines})


@require_safe
def value(request: HttpRequest, slug: str) -> HttpResponse:
    """One value: what it means, how to recognise it, and where."""
    found = get_object_or_404(Value, slug=slug)
    now = timezone.now()
    survey = Survey(now)
    traits = [
        {"trait": trait, **vars(survey.lead(f"kenmerk:{trait.slug}"))}
        for trait in found.traits.all()
    ]
    context = {"value": found, "traits": traits, "selection": select(found.tag, now)}
    return render(request, "places/value.html", context)


@require_safe
def dilemmas(request: HttpRequest) -> HttpResponse:
    """The six dilemmas, each with two poles."""
    survey = Survey(timezone.now())
    lines = [{"dilemma": one, **vars(survey.lead(one.tag))} for one in Dilemma.objects.all()]
    return render(request, "places/dilemmas.html", {"dilemmas": lines})


@require_safe
def dilemma(request: HttpRequest, slug: str) -> HttpResponse:
    """One dilemma: why both sides are good, and who stands where."""
    found = get_object_or_404(Dilemma, slug=slug)
    now = timezone.now()
    survey = Survey(now)
    sides = [
        {"name": name, "text": text, **vars(survey.lead(f"{found.tag}:{side}"))}
        for side, name, text in (
            ("a", found.one_side, found.one_side_text),
            ("b", found.other_side, found.other_side_text),
        )
    ]
    context = {"dilemma": found, "sides": sides, "selection": select(found.tag, now)}
    return render(request, "places/dilemma.html", context)
