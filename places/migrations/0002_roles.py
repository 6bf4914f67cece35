"""The roles of people with an account, as groups; and one account per name, whatever its case."""

from django.conf import settings
from django.db import migrations

ENTRY = [
    "place",
    "openinghours",
    "specialday",
    "placevalue",
    "placedilemma",
    "placetrait",
    "quote",
    "source",
    "photo",
    "referral",
    "dossier",
]
"""What an entry is made of; an editor may do all but delete the place itself."""

ALL = ["view", "add", "change", "delete"]

EDITOR = {
    **dict.fromkeys(ENTRY, ALL),
    "place": ["view", "add", "change"],
    "organisation": ["view", "add", "change"],
    "suggestion": ["view", "change"],
    "report": ["view", "change"],
    "confirmation": ["view", "add"],
    "hostrequest": ["view", "change"],
    **dict.fromkeys(
        ["kind", "area", "value", "dilemma", "trait", "audience", "offer", "language"], ["view"]
    ),
}
TEAM = {"place": ["view"], "referral": ["view"]}
ROLES = {"redacteur": EDITOR, "wijkteam": TEAM}
ADMINISTRATOR = "beheerder"


def make_roles(apps, schema_editor):
    permissions = {}
    for model in apps.get_app_config("places").get_models():
        if not model._meta.model_name.startswith("historical"):
            permissions |= _permissions_of(apps, "places", model._meta.model_name)
    people = _permissions_of(apps, "auth", "user")
    del people["delete_user"]
    group = apps.get_model("auth", "Group").objects
    group.create(name=ADMINISTRATOR).permissions.set([*permissions.values(), *people.values()])
    for role, models in ROLES.items():
        group.create(name=role).permissions.set(
            permissions[f"{action}_{model}"]
            for model, actions in models.items()
            for action in actions
        )


def remove_roles(apps, schema_editor):
    names = [ADMINISTRATOR, *ROLES]
    apps.get_model("auth", "Group").objects.filter(name__in=names).delete()


def _permissions_of(apps, app, model):
    """Django makes permissions after the last migration; those it finds it leaves as they are."""
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    made = {}
    for action in ALL:
        made[f"{action}_{model}"], _new = apps.get_model(
            "auth", "Permission"
        ).objects.get_or_create(
            content_type=kind,
            codename=f"{action}_{model}",
            defaults={"name": f"Can {action} {model}"},
        )
    return made


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RunSQL(
            "CREATE UNIQUE INDEX auth_user_in_any_case ON auth_user (upper(username))",
            "DROP INDEX auth_user_in_any_case",
        ),
        migrations.RunPython(make_roles, remove_roles),
    ]
