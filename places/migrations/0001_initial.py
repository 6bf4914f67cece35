"""The whole schema, with what the database derives by itself (see ``places/sql``)."""

import datetime
import uuid
from pathlib import Path

import django.contrib.gis.db.models.fields
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.contrib.postgres.operations import (
    BtreeGistExtension,
    CreateExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations, models

import places.models.history
import places.models.hours
import places.models.plausible
from places.models.document import reader, writer
from places.tables import sign

SQL = Path(__file__).resolve().parent.parent / "sql"


def statements(name: str) -> migrations.RunSQL:
    """Run a file of ours."""
    return migrations.RunSQL((SQL / name).read_text())


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateExtension("postgis"),
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        CreateExtension("fuzzystrmatch"),
        statements("minutes.sql"),
        migrations.CreateModel(
            name="Option",
            fields=[
                ("tag", models.CharField(max_length=140, primary_key=True, serialize=False)),
                ("parameter", models.CharField(max_length=20)),
                ("value", models.CharField(max_length=120)),
                ("dutch", models.CharField(db_column="name", max_length=250)),
                ("english", models.CharField(db_column="name_en", max_length=250)),
                ("symbol", models.CharField(max_length=12)),
                ("parent", models.CharField(max_length=140)),
                ("position", models.IntegerField()),
            ],
            options={
                "db_table": "places_option",
                "ordering": ["parameter", "position", "dutch"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Audience",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Staat in adressen; verander niet.",
                        max_length=80,
                        unique=True,
                        verbose_name="adresnaam",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="naam in het Engels"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "doelgroep",
                "verbose_name_plural": "doelgroepen",
                "ordering": ["position", "name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dilemma",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Staat in adressen; verander niet.",
                        max_length=80,
                        unique=True,
                        verbose_name="adresnaam",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="naam in het Engels"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("explanation", models.TextField(verbose_name="uitleg")),
                ("explanation_en", models.TextField(blank=True, verbose_name="uitleg, Engels")),
                ("pole_a", models.CharField(max_length=120, verbose_name="ene kant")),
                (
                    "pole_a_en",
                    models.CharField(blank=True, max_length=120, verbose_name="ene kant, Engels"),
                ),
                ("pole_a_text", models.TextField(verbose_name="waarom dat goed is")),
                (
                    "pole_a_text_en",
                    models.TextField(blank=True, verbose_name="waarom dat goed is, Engels"),
                ),
                ("pole_b", models.CharField(max_length=120, verbose_name="andere kant")),
                (
                    "pole_b_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="andere kant, Engels"
                    ),
                ),
                ("pole_b_text", models.TextField(verbose_name="waarom dat ook goed is")),
                (
                    "pole_b_text_en",
                    models.TextField(blank=True, verbose_name="waarom dat ook goed is, Engels"),
                ),
            ],
            options={
                "verbose_name": "dilemma",
                "verbose_name_plural": "dilemma's",
                "ordering": ["position", "name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="adresnaam")),
                (
                    "name",
                    models.CharField(db_collation="nl-x-icu", max_length=200, verbose_name="naam"),
                ),
                (
                    "name_variants",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Namen waarop mensen ook zoeken, met komma's ertussen.",
                        size=None,
                        verbose_name="andere namen",
                    ),
                ),
                ("street", models.CharField(blank=True, max_length=120, verbose_name="straat")),
                (
                    "house_number",
                    models.CharField(blank=True, max_length=20, verbose_name="huisnummer"),
                ),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[1-9]\\d{3} [A-Z]{2}$", "Schrijf de postcode als 3014 RA."
                            )
                        ],
                        verbose_name="postcode",
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "location",
                    django.contrib.gis.db.models.fields.PointField(
                        blank=True, null=True, srid=28992, verbose_name="punt op de kaart"
                    ),
                ),
                (
                    "location_precision",
                    models.CharField(
                        choices=[
                            ("adres", "adres"),
                            ("straat", "straat, bij benadering"),
                            ("wijk", "alleen de wijk of het gebied"),
                            ("onbekend", "onbekend"),
                        ],
                        default="onbekend",
                        max_length=8,
                        verbose_name="hoe precies is de plek bekend",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?(?:[ ()/.-]*\\d){3,}[ ()/.-]*$",
                                "Schrijf een telefoonnummer als 010 123 45 67.",
                            )
                        ],
                        verbose_name="telefoon",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "since",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[places.models.plausible.past_year],
                        verbose_name="sinds",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="beschrijving")),
                (
                    "description_en",
                    models.TextField(blank=True, verbose_name="beschrijving, Engels"),
                ),
                (
                    "first_visit",
                    models.TextField(
                        blank=True, verbose_name="wat je kunt verwachten bij een eerste bezoek"
                    ),
                ),
                (
                    "first_visit_en",
                    models.TextField(blank=True, verbose_name="eerste bezoek, Engels"),
                ),
                ("note", models.TextField(blank=True, verbose_name="goed om te weten")),
                ("note_en", models.TextField(blank=True, verbose_name="goed om te weten, Engels")),
                ("strengths", models.TextField(blank=True, verbose_name="sterke punten")),
                (
                    "strengths_en",
                    models.TextField(blank=True, verbose_name="sterke punten, Engels"),
                ),
                ("needs", models.TextField(blank=True, verbose_name="wat deze plek nodig heeft")),
                (
                    "needs_en",
                    models.TextField(blank=True, verbose_name="wat deze plek nodig heeft, Engels"),
                ),
                ("attention", models.TextField(blank=True, verbose_name="aandachtspunten")),
                (
                    "attention_en",
                    models.TextField(blank=True, verbose_name="aandachtspunten, Engels"),
                ),
                (
                    "hours_complete",
                    models.BooleanField(
                        default=False,
                        help_text="Zo niet, dan staat er buiten deze tijden: onbekend, bel even.",
                        verbose_name="dit zijn alle openingstijden",
                    ),
                ),
                (
                    "holiday_policy",
                    models.CharField(
                        choices=[
                            ("dicht", "dicht op feestdagen"),
                            ("gewoon", "open zoals altijd"),
                            ("onbekend", "niet bekend"),
                        ],
                        default="onbekend",
                        max_length=8,
                        verbose_name="op feestdagen",
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="nagekeken op"
                    ),
                ),
                (
                    "checked_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gemeente", "de gemeente"),
                            ("gastheer", "de gastheer of gastvrouw"),
                            ("wijkteam", "een wijkteam"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="nagekeken door",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("gepubliceerd", "gepubliceerd"),
                            ("gearchiveerd", "gearchiveerd"),
                        ],
                        default="concept",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "archived_on",
                    models.DateField(blank=True, null=True, verbose_name="gearchiveerd op"),
                ),
                (
                    "archived_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verhuisd", "verhuisd"),
                            ("gesloten", "voorgoed gesloten"),
                            ("samengevoegd", "samengevoegd met een andere plek"),
                        ],
                        max_length=12,
                        verbose_name="waarom",
                    ),
                ),
                ("archived_words", models.TextField(blank=True, verbose_name="in woorden")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt op")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="gewijzigd op")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=140),
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                (
                    "search",
                    django.contrib.postgres.search.SearchVectorField(editable=False, null=True),
                ),
            ],
            options={
                "verbose_name": "plek",
                "verbose_name_plural": "plekken",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(verbose_name="nummer")),
                (
                    "first_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="openbaar sinds"),
                ),
                ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
                (
                    "words_changed_at",
                    models.DateTimeField(
                        help_text="Of gebieden, organisaties en postcodes: wat meer dan één plek aangaat.",
                        verbose_name="woorden gewijzigd op",
                    ),
                ),
            ],
            options={
                "verbose_name": "editie",
                "verbose_name_plural": "edities",
            },
        ),
        migrations.CreateModel(
            name="KeptCount",
            fields=[
                ("tag", models.CharField(max_length=140, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(verbose_name="aantal")),
            ],
            options={
                "verbose_name": "aantal",
                "verbose_name_plural": "aantallen",
            },
        ),
        migrations.CreateModel(
            name="Kind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Staat in adressen; verander niet.",
                        max_length=80,
                        unique=True,
                        verbose_name="adresnaam",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="naam in het Engels"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "symbol",
                    models.CharField(
                        choices=[
                            ("house", "groot huis"),
                            ("home", "huiskamer"),
                            ("door", "open deur"),
                            ("tree", "boom"),
                            ("swing", "schommel"),
                            ("steeple", "torentje"),
                            ("book", "boek"),
                            ("table", "gedekte tafel"),
                            ("bag", "tas"),
                            ("people", "mensen"),
                            ("bed", "bed"),
                        ],
                        default="house",
                        max_length=12,
                        verbose_name="teken",
                    ),
                ),
            ],
            options={
                "verbose_name": "soort",
                "verbose_name_plural": "soorten",
                "ordering": ["position", "name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Language",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Staat in adressen; verander niet.",
                        max_length=80,
                        unique=True,
                        verbose_name="adresnaam",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="naam in het Engels"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "taal",
                "verbose_name_plural": "talen",
                "ordering": ["position", "name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MapCell",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "level",
                        "x",
                        "y",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("level", models.SmallIntegerField(verbose_name="zoom")),
                ("x", models.IntegerField(verbose_name="x")),
                ("y", models.IntegerField(verbose_name="y")),
                ("count", models.BigIntegerField(verbose_name="aantal")),
                ("east_sum", models.BigIntegerField()),
                ("north_sum", models.BigIntegerField()),
                ("west", models.FloatField()),
                ("south", models.FloatField()),
                ("east", models.FloatField()),
                ("north", models.FloatField()),
                ("first", models.BigIntegerField()),
                ("feature", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "aantal",
                "verbose_name_plural": "aantallen",
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Staat in adressen; verander niet.",
                        max_length=80,
                        unique=True,
                        verbose_name="adresnaam",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="naam in het Engels"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "aanbod",
                "verbose_name_plural": "aanbod",
                "ordering": ["position", "name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adresnaam")),
                (
                    "name",
                    models.CharField(
                        db_collation="nl-x-icu", max_length=120, unique=True, verbose_name="naam"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("organisatie", "organisatie"), ("netwerk", "netwerk")],
                        default="organisatie",
                        max_length=12,
                        verbose_name="vorm",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="wie het zijn")),
                (
                    "description_en",
                    models.TextField(blank=True, verbose_name="wie het zijn, in het Engels"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum van de bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisatie of netwerk",
                "verbose_name_plural": "organisaties en netwerken",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Trait",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Staat in adressen; verander niet.",
                        max_length=80,
                        unique=True,
                        verbose_name="adresnaam",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="naam in het Engels"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("question", models.CharField(blank=True, max_length=200, verbose_name="vraag")),
                (
                    "question_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vraag in het Engels"
                    ),
                ),
            ],
            options={
                "verbose_name": "kenmerk",
                "verbose_name_plural": "kenmerken",
                "ordering": ["position", "name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("gemeente", "gemeente"), ("gebied", "gebied"), ("wijk", "wijk")],
                        max_length=8,
                        verbose_name="niveau",
                    ),
                ),
                ("code", models.CharField(max_length=10, unique=True, verbose_name="CBS-code")),
                (
                    "name",
                    models.CharField(db_collation="nl-x-icu", max_length=100, verbose_name="naam"),
                ),
                ("slug", models.SlugField(max_length=120, verbose_name="adresnaam")),
                (
                    "inhabitants",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="inwoners"),
                ),
                (
                    "inhabitants_on",
                    models.DateField(blank=True, null=True, verbose_name="inwoners geteld op"),
                ),
                (
                    "centre",
                    django.contrib.gis.db.models.fields.PointField(
                        srid=28992, verbose_name="midden"
                    ),
                ),
                (
                    "boundary",
                    django.contrib.gis.db.models.fields.MultiPolygonField(
                        blank=True, null=True, srid=28992, verbose_name="grens"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="places.area",
                        verbose_name="ligt in",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebied of wijk",
                "verbose_name_plural": "gebieden en wijken",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sender", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "poging",
                "verbose_name_plural": "pogingen",
                "indexes": [models.Index(fields=["sender", "at"], name="attempt_of_sender")],
            },
        ),
        migrations.CreateModel(
            name="Colleague",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notices",
                    models.CharField(
                        choices=[
                            ("meteen", "meteen"),
                            ("dagelijks", "een keer per dag"),
                            ("nooit", "nooit"),
                        ],
                        default="dagelijks",
                        max_length=10,
                        verbose_name="mail over wat er ligt",
                    ),
                ),
                (
                    "areas",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Leeg: de hele stad. Anders ziet en wijzigt een redacteur alleen plekken hier.",
                        to="places.area",
                        verbose_name="alleen deze gebieden",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="colleague",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "medewerker",
                "verbose_name_plural": "medewerkers",
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "place",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="places.place",
                    ),
                ),
                ("text", models.TextField(verbose_name="tekst")),
                ("traits", models.JSONField(blank=True, verbose_name="kenmerken")),
                (
                    "days",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="dagen"),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documenten",
            },
        ),
        migrations.AddField(
            model_name="place",
            name="area",
            field=models.ForeignKey(
                blank=True,
                help_text="Het kleinste dat bekend is: de wijk, anders het gebied of de gemeente.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="places",
                to="places.area",
                verbose_name="wijk of gebied",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="audiences",
            field=models.ManyToManyField(
                blank=True, to="places.audience", verbose_name="bewust voor"
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="successor",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="predecessors",
                to="places.place",
                verbose_name="verder als",
            ),
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="nagekeken op")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("gemeente", "de gemeente"),
                            ("gastheer", "de gastheer of gastvrouw"),
                            ("wijkteam", "een wijkteam"),
                        ],
                        max_length=10,
                        verbose_name="door",
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("telefoon", "aan de telefoon"),
                            ("bezoek", "ter plekke"),
                            ("link", "via een link"),
                            ("online", "op hun eigen site"),
                        ],
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="ingevoerd op"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ingevoerd door",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "bevestiging",
                "verbose_name_plural": "bevestigingen",
                "ordering": ["-day", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "editor_note",
                    models.TextField(
                        blank=True,
                        help_text="Alleen het beheer ziet dit.",
                        verbose_name="aantekening",
                    ),
                ),
                (
                    "lease_until",
                    models.DateField(
                        blank=True,
                        help_text="Alleen het beheer ziet dit.",
                        null=True,
                        verbose_name="huur tot en met",
                    ),
                ),
                (
                    "funding_until",
                    models.DateField(
                        blank=True,
                        help_text="Alleen het beheer ziet dit.",
                        null=True,
                        verbose_name="geld tot en met",
                    ),
                ),
                (
                    "place",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossier",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
            },
        ),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True)),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "oud adres",
                "verbose_name_plural": "oude adressen",
            },
        ),
        migrations.CreateModel(
            name="HistoricalDossier",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "editor_note",
                    models.TextField(
                        blank=True,
                        help_text="Alleen het beheer ziet dit.",
                        verbose_name="aantekening",
                    ),
                ),
                (
                    "lease_until",
                    models.DateField(
                        blank=True,
                        help_text="Alleen het beheer ziet dit.",
                        null=True,
                        verbose_name="huur tot en met",
                    ),
                ),
                (
                    "funding_until",
                    models.DateField(
                        blank=True,
                        help_text="Alleen het beheer ziet dit.",
                        null=True,
                        verbose_name="geld tot en met",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dossier",
                "verbose_name_plural": "historical dossiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOpeningHours",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "maandag"),
                            (1, "dinsdag"),
                            (2, "woensdag"),
                            (3, "donderdag"),
                            (4, "vrijdag"),
                            (5, "zaterdag"),
                            (6, "zondag"),
                        ],
                        verbose_name="dag",
                    ),
                ),
                ("opens", models.TimeField(verbose_name="van")),
                (
                    "closes",
                    models.TimeField(
                        blank=True,
                        help_text="Leeg als de eindtijd niet bekend is. Vroeger dan de begintijd: na middernacht. Gelijk aan de begintijd: 24 uur.",
                        null=True,
                        verbose_name="tot",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("inloop", "inloop"),
                            ("activiteit", "activiteit"),
                            ("afspraak", "op afspraak"),
                        ],
                        default="inloop",
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=200, verbose_name="wat er dan is"),
                ),
                (
                    "note_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="wat er dan is, Engels"
                    ),
                ),
                ("cost", models.CharField(blank=True, max_length=100, verbose_name="kosten")),
                (
                    "cost_en",
                    models.CharField(blank=True, max_length=100, verbose_name="kosten, Engels"),
                ),
                ("sign_up", models.CharField(blank=True, max_length=100, verbose_name="aanmelden")),
                (
                    "sign_up_en",
                    models.CharField(blank=True, max_length=100, verbose_name="aanmelden, Engels"),
                ),
                (
                    "valid_from",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="geldt vanaf",
                        validators=[places.models.hours.IN_OUR_DAYS],
                    ),
                ),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="geldt tot en met",
                        validators=[places.models.hours.IN_OUR_DAYS],
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical openingstijd",
                "verbose_name_plural": "historical openingstijden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPhoto",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("width", models.PositiveIntegerField(editable=False, verbose_name="breedte")),
                ("height", models.PositiveIntegerField(editable=False, verbose_name="hoogte")),
                (
                    "alt",
                    models.CharField(
                        help_text="Voor wie de foto niet ziet: “Lange tafel met mensen die soep eten.”",
                        max_length=250,
                        verbose_name="wat er te zien is",
                    ),
                ),
                (
                    "alt_en",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="wat er te zien is, Engels"
                    ),
                ),
                ("credit", models.CharField(max_length=120, verbose_name="gemaakt door")),
                (
                    "consent",
                    models.CharField(
                        help_text="Van wie en wanneer: de maker, en wie er herkenbaar op staan. Niet openbaar.",
                        max_length=200,
                        verbose_name="toestemming",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "added_at",
                    models.DateTimeField(blank=True, editable=False, verbose_name="toegevoegd op"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical foto",
                "verbose_name_plural": "historical foto's",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlace",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("slug", models.SlugField(max_length=120, verbose_name="adresnaam")),
                ("name", models.CharField(max_length=200, verbose_name="naam")),
                (
                    "name_variants",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Namen waarop mensen ook zoeken, met komma's ertussen.",
                        size=None,
                        verbose_name="andere namen",
                    ),
                ),
                ("street", models.CharField(blank=True, max_length=120, verbose_name="straat")),
                (
                    "house_number",
                    models.CharField(blank=True, max_length=20, verbose_name="huisnummer"),
                ),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[1-9]\\d{3} [A-Z]{2}$", "Schrijf de postcode als 3014 RA."
                            )
                        ],
                        verbose_name="postcode",
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "location",
                    django.contrib.gis.db.models.fields.PointField(
                        blank=True, null=True, srid=28992, verbose_name="punt op de kaart"
                    ),
                ),
                (
                    "location_precision",
                    models.CharField(
                        choices=[
                            ("adres", "adres"),
                            ("straat", "straat, bij benadering"),
                            ("wijk", "alleen de wijk of het gebied"),
                            ("onbekend", "onbekend"),
                        ],
                        default="onbekend",
                        max_length=8,
                        verbose_name="hoe precies is de plek bekend",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?(?:[ ()/.-]*\\d){3,}[ ()/.-]*$",
                                "Schrijf een telefoonnummer als 010 123 45 67.",
                            )
                        ],
                        verbose_name="telefoon",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "since",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[places.models.plausible.past_year],
                        verbose_name="sinds",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="beschrijving")),
                (
                    "description_en",
                    models.TextField(blank=True, verbose_name="beschrijving, Engels"),
                ),
                (
                    "first_visit",
                    models.TextField(
                        blank=True, verbose_name="wat je kunt verwachten bij een eerste bezoek"
                    ),
                ),
                (
                    "first_visit_en",
                    models.TextField(blank=True, verbose_name="eerste bezoek, Engels"),
                ),
                ("note", models.TextField(blank=True, verbose_name="goed om te weten")),
                ("note_en", models.TextField(blank=True, verbose_name="goed om te weten, Engels")),
                ("strengths", models.TextField(blank=True, verbose_name="sterke punten")),
                (
                    "strengths_en",
                    models.TextField(blank=True, verbose_name="sterke punten, Engels"),
                ),
                ("needs", models.TextField(blank=True, verbose_name="wat deze plek nodig heeft")),
                (
                    "needs_en",
                    models.TextField(blank=True, verbose_name="wat deze plek nodig heeft, Engels"),
                ),
                ("attention", models.TextField(blank=True, verbose_name="aandachtspunten")),
                (
                    "attention_en",
                    models.TextField(blank=True, verbose_name="aandachtspunten, Engels"),
                ),
                (
                    "hours_complete",
                    models.BooleanField(
                        default=False,
                        help_text="Zo niet, dan staat er buiten deze tijden: onbekend, bel even.",
                        verbose_name="dit zijn alle openingstijden",
                    ),
                ),
                (
                    "holiday_policy",
                    models.CharField(
                        choices=[
                            ("dicht", "dicht op feestdagen"),
                            ("gewoon", "open zoals altijd"),
                            ("onbekend", "niet bekend"),
                        ],
                        default="onbekend",
                        max_length=8,
                        verbose_name="op feestdagen",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("gepubliceerd", "gepubliceerd"),
                            ("gearchiveerd", "gearchiveerd"),
                        ],
                        default="concept",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "archived_on",
                    models.DateField(blank=True, null=True, verbose_name="gearchiveerd op"),
                ),
                (
                    "archived_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verhuisd", "verhuisd"),
                            ("gesloten", "voorgoed gesloten"),
                            ("samengevoegd", "samengevoegd met een andere plek"),
                        ],
                        max_length=12,
                        verbose_name="waarom",
                    ),
                ),
                ("archived_words", models.TextField(blank=True, verbose_name="in woorden")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Het kleinste dat bekend is: de wijk, anders het gebied of de gemeente.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.area",
                        verbose_name="wijk of gebied",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                        verbose_name="verder als",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.kind",
                        verbose_name="soort",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.organisation",
                        verbose_name="organisatie of netwerk",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plek",
                "verbose_name_plural": "historical plekken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlace_audiences",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "audience",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.audience",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="places.historicalplace",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalPlace_audiences",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlaceDilemma",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="in woorden")),
                ("words_en", models.TextField(blank=True, verbose_name="in woorden, Engels")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 is helemaal de ene kant, 5 de andere; leeg als woorden genoeg zijn.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="plaats tussen de twee kanten",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "dilemma",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.dilemma",
                        verbose_name="dilemma",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dilemma van deze plek",
                "verbose_name_plural": "historical dilemma's van deze plek",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalQuote",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("text", models.TextField(help_text="Woord voor woord.", verbose_name="uitspraak")),
                ("said_by", models.CharField(max_length=120, verbose_name="wie zei het")),
                ("source", models.CharField(max_length=200, verbose_name="waar staat het")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="wanneer",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical uitspraak",
                "verbose_name_plural": "historical uitspraken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReferral",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "contact",
                    models.TextField(
                        blank=True,
                        help_text="Wie een wijkteam belt of mailt. Alleen wijkteams en beheer zien dit.",
                        verbose_name="contact voor verwijzers",
                    ),
                ),
                (
                    "intake_notes",
                    models.TextField(
                        blank=True,
                        help_text="Wat een verwijzer vooraf moet weten. Alleen wijkteams en beheer zien dit.",
                        verbose_name="hoe een kennismaking gaat",
                    ),
                ),
                (
                    "capacity",
                    models.TextField(
                        blank=True,
                        help_text="Bijvoorbeeld een wachtlijst. Alleen wijkteams en beheer zien dit.",
                        verbose_name="ruimte voor nieuwe mensen",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical verwijsinformatie",
                "verbose_name_plural": "historical verwijsinformatie",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSource",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="bron")),
                (
                    "as_of",
                    models.CharField(
                        blank=True,
                        help_text="Wanneer de bron is gelezen of verschenen; leeg als dat niet bekend is.",
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical bron",
                "verbose_name_plural": "historical bronnen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSpecialDay",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("first_day", models.DateField(verbose_name="van")),
                (
                    "last_day",
                    models.DateField(
                        verbose_name="tot en met", validators=[places.models.hours.IN_OUR_DAYS]
                    ),
                ),
                (
                    "opens",
                    models.TimeField(
                        blank=True, help_text="Leeg: dicht.", null=True, verbose_name="open van"
                    ),
                ),
                ("closes", models.TimeField(blank=True, null=True, verbose_name="open tot")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("inloop", "inloop"),
                            ("activiteit", "activiteit"),
                            ("afspraak", "op afspraak"),
                        ],
                        default="inloop",
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                ("reason", models.CharField(max_length=120, verbose_name="reden")),
                (
                    "reason_en",
                    models.CharField(blank=True, max_length=120, verbose_name="reden, Engels"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical bijzondere dag",
                "verbose_name_plural": "historical bijzondere dagen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HostRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="gestuurd naar")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                (
                    "sent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="gestuurd op"),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op"),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="host_requests",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "vraag aan de gastheer",
                "verbose_name_plural": "vragen aan gastheren",
                "ordering": ["-asked_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="place",
            name="kind",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="places.kind",
                verbose_name="soort",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="languages",
            field=models.ManyToManyField(blank=True, to="places.language", verbose_name="talen"),
        ),
        migrations.CreateModel(
            name="HistoricalPlace_languages",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="places.historicalplace",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "language",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.language",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalPlace_languages",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MapPoint",
            fields=[
                ("uuid", models.UUIDField(primary_key=True, serialize=False)),
                ("place_id", models.BigIntegerField(verbose_name="plek")),
                (
                    "location",
                    django.contrib.gis.db.models.fields.PointField(
                        spatial_index=False, srid=28992, verbose_name="punt op de kaart"
                    ),
                ),
                ("x", models.IntegerField(verbose_name="x")),
                ("y", models.IntegerField(verbose_name="y")),
            ],
            options={
                "verbose_name": "plek",
                "verbose_name_plural": "plekken",
                "indexes": [
                    models.Index(
                        fields=["x", "y"], include=("place_id", "location"), name="map_point"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="dag")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "dagelijkse mail",
                "verbose_name_plural": "dagelijkse mails",
            },
        ),
        migrations.AddField(
            model_name="place",
            name="offers",
            field=models.ManyToManyField(blank=True, to="places.offer", verbose_name="aanbod"),
        ),
        migrations.CreateModel(
            name="HistoricalPlace_offers",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="places.historicalplace",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.offer",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalPlace_offers",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="OpeningHours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "maandag"),
                            (1, "dinsdag"),
                            (2, "woensdag"),
                            (3, "donderdag"),
                            (4, "vrijdag"),
                            (5, "zaterdag"),
                            (6, "zondag"),
                        ],
                        verbose_name="dag",
                    ),
                ),
                ("opens", models.TimeField(verbose_name="van")),
                (
                    "closes",
                    models.TimeField(
                        blank=True,
                        help_text="Leeg als de eindtijd niet bekend is. Vroeger dan de begintijd: na middernacht. Gelijk aan de begintijd: 24 uur.",
                        null=True,
                        verbose_name="tot",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("inloop", "inloop"),
                            ("activiteit", "activiteit"),
                            ("afspraak", "op afspraak"),
                        ],
                        default="inloop",
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=200, verbose_name="wat er dan is"),
                ),
                (
                    "note_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="wat er dan is, Engels"
                    ),
                ),
                ("cost", models.CharField(blank=True, max_length=100, verbose_name="kosten")),
                (
                    "cost_en",
                    models.CharField(blank=True, max_length=100, verbose_name="kosten, Engels"),
                ),
                ("sign_up", models.CharField(blank=True, max_length=100, verbose_name="aanmelden")),
                (
                    "sign_up_en",
                    models.CharField(blank=True, max_length=100, verbose_name="aanmelden, Engels"),
                ),
                (
                    "valid_from",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="geldt vanaf",
                        validators=[places.models.hours.IN_OUR_DAYS],
                    ),
                ),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="geldt tot en met",
                        validators=[places.models.hours.IN_OUR_DAYS],
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                (
                    "minutes",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            "weekday", "opens", "closes", function="places_week_minutes"
                        ),
                        output_field=places.models.hours.WeekMinutesField(),
                    ),
                ),
                (
                    "validity",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            "valid_from", "valid_until", models.Value("[]"), function="daterange"
                        ),
                        output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hours",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "openingstijd",
                "verbose_name_plural": "openingstijden",
                "ordering": ["weekday", "opens", "id"],
            },
        ),
        migrations.AddField(
            model_name="place",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="places",
                to="places.organisation",
                verbose_name="organisatie of netwerk",
            ),
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("width", models.PositiveIntegerField(editable=False, verbose_name="breedte")),
                ("height", models.PositiveIntegerField(editable=False, verbose_name="hoogte")),
                (
                    "alt",
                    models.CharField(
                        help_text="Voor wie de foto niet ziet: “Lange tafel met mensen die soep eten.”",
                        max_length=250,
                        verbose_name="wat er te zien is",
                    ),
                ),
                (
                    "alt_en",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="wat er te zien is, Engels"
                    ),
                ),
                ("credit", models.CharField(max_length=120, verbose_name="gemaakt door")),
                (
                    "consent",
                    models.CharField(
                        help_text="Van wie en wanneer: de maker, en wie er herkenbaar op staan. Niet openbaar.",
                        max_length=200,
                        verbose_name="toestemming",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="toegevoegd op")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "foto",
                "verbose_name_plural": "foto's",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="PlaceDilemma",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="in woorden")),
                ("words_en", models.TextField(blank=True, verbose_name="in woorden, Engels")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 is helemaal de ene kant, 5 de andere; leeg als woorden genoeg zijn.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="plaats tussen de twee kanten",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                (
                    "dilemma",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="places.dilemma",
                        verbose_name="dilemma",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="place_dilemmas",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "dilemma van deze plek",
                "verbose_name_plural": "dilemma's van deze plek",
                "ordering": ["dilemma__position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Postcode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=7, unique=True, verbose_name="postcode")),
                (
                    "point",
                    django.contrib.gis.db.models.fields.PointField(
                        spatial_index=False, srid=28992, verbose_name="midden"
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
            ],
            options={
                "verbose_name": "postcode",
                "verbose_name_plural": "postcodes",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[1-9][0-9]{3}( [A-Z]{2})?$")),
                        name="postcode_as_one_writes_it",
                        violation_error_message="Schrijf de postcode als 3014 RA of 3014.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("uuid", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "place_id",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="sleutel van de plek"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(db_index=False, max_length=120, verbose_name="adresnaam"),
                ),
                ("number", models.PositiveBigIntegerField(verbose_name="editie")),
                ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
                ("first_number", models.PositiveBigIntegerField(verbose_name="eerste editie")),
                ("first_at", models.DateTimeField(verbose_name="openbaar sinds")),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="niet meer openbaar sinds"
                    ),
                ),
                (
                    "counted",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=140),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
            ],
            options={
                "verbose_name": "openbaarmaking",
                "verbose_name_plural": "openbaarmakingen",
                "indexes": [
                    models.Index(fields=["number", "uuid"], name="publication_by_edition"),
                    models.Index(fields=["changed_at"], name="publication_by_change"),
                    models.Index(
                        models.F("place_id") / 5000,
                        models.F("changed_at"),
                        name="publication_by_part",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("place_id", None), ("withdrawn_at__isnull", False)),
                            models.Q(("place_id__isnull", False), ("withdrawn_at", None)),
                            _connector="OR",
                        ),
                        name="publication_has_a_key_while_public",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Quote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(help_text="Woord voor woord.", verbose_name="uitspraak")),
                ("said_by", models.CharField(max_length=120, verbose_name="wie zei het")),
                ("source", models.CharField(max_length=200, verbose_name="waar staat het")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="wanneer",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotes",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitspraak",
                "verbose_name_plural": "uitspraken",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "contact",
                    models.TextField(
                        blank=True,
                        help_text="Wie een wijkteam belt of mailt. Alleen wijkteams en beheer zien dit.",
                        verbose_name="contact voor verwijzers",
                    ),
                ),
                (
                    "intake_notes",
                    models.TextField(
                        blank=True,
                        help_text="Wat een verwijzer vooraf moet weten. Alleen wijkteams en beheer zien dit.",
                        verbose_name="hoe een kennismaking gaat",
                    ),
                ),
                (
                    "capacity",
                    models.TextField(
                        blank=True,
                        help_text="Bijvoorbeeld een wachtlijst. Alleen wijkteams en beheer zien dit.",
                        verbose_name="ruimte voor nieuwe mensen",
                    ),
                ),
                (
                    "place",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referral",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "verwijsinformatie",
                "verbose_name_plural": "verwijsinformatie",
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "handled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="behandeld op"),
                ),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="binnengekomen op"),
                ),
                (
                    "tone",
                    models.CharField(
                        choices=[
                            ("klacht", "een klacht"),
                            ("zorg", "een zorg"),
                            ("dank", "een bedankje"),
                        ],
                        max_length=8,
                        verbose_name="wat is het",
                    ),
                ),
                ("text", models.TextField(verbose_name="wat je wilt vertellen")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "wacht"),
                            ("beantwoord", "beantwoord"),
                            ("gesloten", "afgesloten"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="antwoord of reden")),
                (
                    "handled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="behandeld door",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="places.place",
                        verbose_name="plek",
                    ),
                ),
            ],
            options={
                "verbose_name": "melding",
                "verbose_name_plural": "meldingen",
                "ordering": ["-created_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="bron")),
                (
                    "as_of",
                    models.CharField(
                        blank=True,
                        help_text="Wanneer de bron is gelezen of verschenen; leeg als dat niet bekend is.",
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "bron",
                "verbose_name_plural": "bronnen",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="SpecialDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="van")),
                (
                    "last_day",
                    models.DateField(
                        verbose_name="tot en met", validators=[places.models.hours.IN_OUR_DAYS]
                    ),
                ),
                (
                    "opens",
                    models.TimeField(
                        blank=True, help_text="Leeg: dicht.", null=True, verbose_name="open van"
                    ),
                ),
                ("closes", models.TimeField(blank=True, null=True, verbose_name="open tot")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("inloop", "inloop"),
                            ("activiteit", "activiteit"),
                            ("afspraak", "op afspraak"),
                        ],
                        default="inloop",
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                ("reason", models.CharField(max_length=120, verbose_name="reden")),
                (
                    "reason_en",
                    models.CharField(blank=True, max_length=120, verbose_name="reden, Engels"),
                ),
                (
                    "days",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            "first_day", "last_day", models.Value("[]"), function="daterange"
                        ),
                        output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                    ),
                ),
                (
                    "minutes",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func("opens", "closes", function="places_day_minutes"),
                        output_field=places.models.hours.WeekMinutesField(),
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="special_days",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "bijzondere dag",
                "verbose_name_plural": "bijzondere dagen",
                "ordering": ["first_day", "opens", "id"],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "handled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="behandeld op"),
                ),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="binnengekomen op"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("wijziging", "wijziging"),
                            ("nieuw", "nieuwe plek"),
                            ("klopt", "klopt nog"),
                        ],
                        max_length=10,
                        verbose_name="soort voorstel",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("bezoeker", "een bezoeker"),
                            ("gastheer", "de gastheer of gastvrouw"),
                            ("wijkteam", "een wijkteam"),
                            ("osm", "OpenStreetMap"),
                        ],
                        default="bezoeker",
                        max_length=10,
                        verbose_name="van wie",
                    ),
                ),
                (
                    "proposed",
                    models.JSONField(
                        default=dict, help_text="column -> text", verbose_name="voorgesteld"
                    ),
                ),
                (
                    "seen",
                    models.JSONField(
                        default=dict, help_text="column -> text", verbose_name="wat er stond"
                    ),
                ),
                ("remark", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Komt bij de plek te staan.",
                        max_length=200,
                        verbose_name="bron",
                    ),
                ),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, help_text="node/123", max_length=40, verbose_name="kenmerk"
                    ),
                ),
                (
                    "fingerprint",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="of what the reference said",
                        max_length=64,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("wacht", "wacht"),
                            ("aangenomen", "aangenomen"),
                            ("deels", "deels aangenomen"),
                            ("afgewezen", "afgewezen"),
                        ],
                        default="wacht",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="antwoord")),
                (
                    "handled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="behandeld door",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="places.place",
                        verbose_name="plek",
                    ),
                ),
            ],
            options={
                "verbose_name": "voorstel",
                "verbose_name_plural": "voorstellen",
                "ordering": ["-created_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlaceTrait",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("ja", "ja"), ("nee", "nee"), ("onbekend", "onbekend")],
                        default="onbekend",
                        max_length=8,
                        verbose_name="antwoord",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="place_traits",
                        to="places.place",
                    ),
                ),
                (
                    "trait",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="places.trait",
                        verbose_name="kenmerk",
                    ),
                ),
            ],
            options={
                "verbose_name": "kenmerk van deze plek",
                "verbose_name_plural": "kenmerken van deze plek",
                "ordering": ["trait__position", "id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPlaceTrait",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("ja", "ja"), ("nee", "nee"), ("onbekend", "onbekend")],
                        default="onbekend",
                        max_length=8,
                        verbose_name="antwoord",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "trait",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.trait",
                        verbose_name="kenmerk",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical kenmerk van deze plek",
                "verbose_name_plural": "historical kenmerken van deze plek",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Value",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Staat in adressen; verander niet.",
                        max_length=80,
                        unique=True,
                        verbose_name="adresnaam",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="naam in het Engels"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("meaning", models.CharField(max_length=200, verbose_name="in één zin")),
                (
                    "meaning_en",
                    models.CharField(blank=True, max_length=200, verbose_name="in één zin, Engels"),
                ),
                ("explanation", models.TextField(verbose_name="uitleg")),
                ("explanation_en", models.TextField(blank=True, verbose_name="uitleg, Engels")),
                (
                    "question",
                    models.CharField(max_length=200, verbose_name="vraag van een bezoeker"),
                ),
                (
                    "question_en",
                    models.CharField(blank=True, max_length=200, verbose_name="vraag, Engels"),
                ),
                (
                    "traits",
                    models.ManyToManyField(
                        blank=True,
                        related_name="values",
                        to="places.trait",
                        verbose_name="kenmerken die ervoor spreken",
                    ),
                ),
            ],
            options={
                "verbose_name": "waarde",
                "verbose_name_plural": "waarden",
                "ordering": ["position", "name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlaceValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="hoe je dat hier merkt")),
                (
                    "words_en",
                    models.TextField(blank=True, verbose_name="hoe je dat hier merkt, Engels"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="place_values",
                        to="places.place",
                    ),
                ),
                (
                    "value",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="places.value",
                        verbose_name="waarde",
                    ),
                ),
            ],
            options={
                "verbose_name": "waarde van deze plek",
                "verbose_name_plural": "waarden van deze plek",
                "ordering": ["value__position", "id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPlaceValue",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "change",
                    models.UUIDField(
                        db_index=True,
                        default=places.models.history.change_id,
                        editable=False,
                        verbose_name="wijziging",
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("beheer", "in het beheer"),
                            ("invoer", "uit een bestand"),
                            ("voorstel", "uit een voorstel"),
                            ("samenvoegen", "bij het samenvoegen"),
                            ("herstel", "teruggezet"),
                            ("systeem", "door het systeem"),
                        ],
                        default=places.models.history.change_door,
                        editable=False,
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="hoe je dat hier merkt")),
                (
                    "words_en",
                    models.TextField(blank=True, verbose_name="hoe je dat hier merkt, Engels"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="bron")),
                (
                    "source_date",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                                "Geef een jaar (2025), een maand (2025-11) of een dag (2025-11-03).",
                            )
                        ],
                        verbose_name="datum",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "value",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="places.value",
                        verbose_name="waarde",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical waarde van deze plek",
                "verbose_name_plural": "historical waarden van deze plek",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddIndex(
            model_name="area",
            index=models.Index(django.db.models.functions.text.Upper("name"), name="area_by_name"),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.UniqueConstraint(
                fields=("level", "slug"),
                name="area_slug_once_per_level",
                violation_error_message="Er is al een gebied van dit niveau met dit adres.",
            ),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", "gemeente"), ("parent__isnull", True)),
                    models.Q(
                        models.Q(("level", "gemeente"), _negated=True), ("parent__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="area_below_a_parent",
                violation_error_message="Een gebied of wijk ligt in een ander gebied.",
            ),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("inhabitants__isnull", True),
                    ("inhabitants_on__isnull", False),
                    _connector="OR",
                ),
                name="area_inhabitants_dated",
                violation_error_message="Zeg van welke datum het aantal inwoners is.",
            ),
        ),
        migrations.AddIndex(
            model_name="confirmation",
            index=models.Index(fields=["place", "-day", "-id"], name="confirmation_newest"),
        ),
        migrations.AddIndex(
            model_name="hostrequest",
            index=models.Index(fields=["place", "-asked_at"], name="host_request_newest"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(fields=("user", "day"), name="notice_once_a_day"),
        ),
        migrations.AddIndex(
            model_name="openinghours",
            index=models.Index(
                fields=["weekday", "opens", "closes", "mode", "place", "validity"],
                name="hours_by_clock",
            ),
        ),
        migrations.AddConstraint(
            model_name="openinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday__range", (0, 6))),
                name="hours_weekday",
                violation_error_message="Kies een dag van de week.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_until__isnull", True),
                    ("valid_from__lte", models.F("valid_until")),
                    _connector="OR",
                ),
                name="hours_valid_in_order",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__lte", datetime.date(2199, 12, 31)),
                    ("valid_until__lte", datetime.date(2199, 12, 31)),
                ),
                name="hours_valid_in_our_days",
                violation_error_message="Kies een dag voor het jaar 2200, of geen als er geen einde aan komt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openinghours",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                expressions=[("place", "="), ("mode", "="), ("minutes", "&&"), ("validity", "&&")],
                name="hours_do_not_overlap",
                violation_error_message="Deze openingstijd overlapt met een andere van dezelfde soort.",
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(
                models.F("name"),
                models.F("id"),
                condition=models.Q(("status", "gepubliceerd")),
                name="place_by_name",
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(
                models.OrderBy(models.F("checked_on"), descending=True, nulls_last=True),
                models.F("name"),
                models.F("id"),
                condition=models.Q(("status", "gepubliceerd")),
                name="place_by_check",
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(
                fields=["postcode"], name="place_by_postcode", opclasses=["varchar_pattern_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(
                django.db.models.functions.text.Upper("street"), name="place_by_street"
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="place_by_word"),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(
                models.F("area"),
                condition=models.Q(("location__isnull", True)),
                name="place_without_point",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("location__isnull", False), ("location_precision__in", ["adres", "straat"])
                    ),
                    models.Q(
                        ("location__isnull", True), ("location_precision__in", ["wijk", "onbekend"])
                    ),
                    _connector="OR",
                ),
                name="place_precision_matches_location",
                violation_error_message="Een punt op de kaart hoort bij de precisie adres of straat; zonder punt is de precisie wijk of onbekend.",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("archived_on__isnull", False), ("status", "gearchiveerd")),
                    models.Q(
                        models.Q(("status", "gearchiveerd"), _negated=True),
                        ("archived_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="place_archived_with_date",
                violation_error_message="Alleen een gearchiveerde plek heeft een archiefdatum.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placedilemma",
            constraint=models.UniqueConstraint(
                fields=("place", "dilemma"),
                name="dilemma_once_per_place",
                violation_error_message="Dit dilemma staat er al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placedilemma",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("position__isnull", True), ("position__range", (1, 5)), _connector="OR"
                ),
                name="dilemma_position_one_to_five",
                violation_error_message="Kies een plaats van 1 tot en met 5.",
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("status", "open")), fields=["created_at"], name="report_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handled_at__isnull", True), ("status", "open")),
                    models.Q(
                        models.Q(("status", "open"), _negated=True),
                        ("email", ""),
                        ("handled_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="report_handled_keeps_no_address",
                violation_error_message="Van een behandelde melding blijft geen adres bewaard.",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.UniqueConstraint(
                fields=("place", "title"),
                name="source_once_per_place",
                violation_error_message="Deze bron staat er al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="specialday",
            constraint=models.CheckConstraint(
                condition=models.Q(("first_day__lte", models.F("last_day"))),
                name="special_day_in_order",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
        ),
        migrations.AddConstraint(
            model_name="specialday",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__lte", datetime.date(2199, 12, 31))),
                name="special_day_in_our_days",
                violation_error_message="Kies een dag voor het jaar 2200, of geen als er geen einde aan komt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="specialday",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("opens__isnull", False), ("closes__isnull", True), _connector="OR"
                ),
                name="special_day_closes_after_opening",
                violation_error_message="Geef ook de tijd waarop het opengaat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="specialday",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                expressions=[("place", "="), ("days", "&&"), ("minutes", "&&")],
                name="special_days_do_not_overlap",
                violation_error_message="Op een van deze dagen geldt al iets anders.",
            ),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(
                condition=models.Q(("status", "wacht")),
                fields=["created_at"],
                name="suggestion_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handled_at__isnull", True), ("status", "wacht")),
                    models.Q(
                        models.Q(("status", "wacht"), _negated=True),
                        ("email", ""),
                        ("handled_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="suggestion_handled_keeps_no_address",
                violation_error_message="Van een behandeld voorstel blijft geen adres bewaard.",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("place__isnull", False), ("kind", "nieuw"), _connector="OR"),
                name="suggestion_about_a_place",
                violation_error_message="Een wijziging gaat over een plek.",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "wacht"), models.Q(("reference", ""), _negated=True)),
                fields=("reference",),
                name="suggestion_waits_once_per_reference",
                violation_error_message="Hierover wacht al een voorstel.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placetrait",
            constraint=models.UniqueConstraint(
                fields=("place", "trait"),
                name="trait_once_per_place",
                violation_error_message="Dit kenmerk staat er al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placevalue",
            constraint=models.UniqueConstraint(
                fields=("place", "value"),
                name="value_once_per_place",
                violation_error_message="Deze waarde staat er al.",
            ),
        ),
        statements("option.sql"),
        statements("read_model.sql"),
        statements("half_hours.sql"),
        statements("openness.sql"),
        statements("whereabouts.sql"),
        statements("kept_numbers.sql"),
        statements("search_terms.sql"),
        statements("checked.sql"),
        statements("alike.sql"),
        statements("cluster.sql"),
        statements("document.sql"),
        statements("edition.sql"),
        statements("bitmap.sql"),
        statements("pieces.sql"),
        statements("pages.sql"),
        statements("clock.sql"),
        statements("refresh.sql"),
        migrations.RunSQL(writer()),
        migrations.RunSQL(reader()),
        migrations.RunPython(sign),
    ]
