"""The words by which places are found."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from places.api.hsds import parameters, schemas
from places.api.hsds.answers import known, written
from places.api.hsds.asking import TaxonomiesForm, TermsForm
from places.api.v1.asking import complaints
from places.models.hsds_lists import (
    taxonomies_page,
    taxonomy_document,
    term_document,
    terms_page,
)
from places.problem import unreadable
from places.validators import validated

router = Router(tags=["optional"])


@router.get(
    "/taxonomies",
    url_name="hsds_taxonomies",
    summary="Taxonomieën",
    response={200: schemas.Taxonomies, 400: schemas.Unreadable},
    openapi_extra=parameters.TAXONOMIES,
)
@validated()
def taxonomies(request: HttpRequest) -> HttpResponse:
    """A page of taxonomies."""
    form = TaxonomiesForm(request.GET)
    if wrong := complaints(form):
        return unreadable(wrong)
    return written(taxonomies_page(form.cleaned_data["search"], form.asked()))


@router.get(
    "/taxonomies/{uuid:id}",
    url_name="hsds_taxonomy",
    summary="Een taxonomie",
    response={200: schemas.Taxonomy, 404: schemas.Problem},
)
@validated()
def taxonomy(request: HttpRequest, id: UUID) -> HttpResponse:
    """One taxonomy."""
    return known(taxonomy_document(id), "Deze taxonomie kennen we niet.")


@router.get(
    "/taxonomy_terms",
    url_name="hsds_terms",
    summary="Termen",
    response={200: schemas.TaxonomyTerms, 400: schemas.Unreadable},
    openapi_extra=parameters.TERMS,
)
@validated()
def terms(request: HttpRequest) -> HttpResponse:
    """A page of terms."""
    form = TermsForm(request.GET)
    if wrong := complaints(form):
        return unreadable(wrong)
    return written(terms_page(form.terms, form.asked()))


@router.get(
    "/taxonomy_terms/{uuid:id}",
    url_name="hsds_term",
    summary="Een term",
    response={200: schemas.TaxonomyTerm, 404: schemas.Problem},
)
@validated()
def term(request: HttpRequest, id: UUID) -> HttpResponse:
    """One term."""
    return known(term_document(id), "Deze term kennen we niet.")
