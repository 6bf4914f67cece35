"""The words in which places are described, and the themes of the brochure."""

from django.contrib import admin

from places.models import Audience, Dilemma, Kind, Language, Offer, Trait, Value


class TermAdmin(admin.ModelAdmin):
    """A word with its English twin and its place in the list."""

    list_display = ["name", "name_en", "position"]
    list_editable = ["position"]
    search_fields = ["name", "name_en"]
    prepopulated_fields = {"slug": ["name"]}


admin.site.register([Audience, Dilemma, Kind, Language, Offer, Trait, Value], TermAdmin)
