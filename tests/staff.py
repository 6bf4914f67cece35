"""People with an account, as tests need them."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client

from places.models import Area, Colleague

PASSWORD = "een lang wachtwoord"


def colleague(role: str, name: str = "", *areas: str, **fields: Any) -> User:
    """A user in one role, named by an address; ``areas``: slugs of gebieden that limit the user."""
    name = name or role
    address = f"{name}@gemeente.example"
    user: User = User.objects.create_user(
        address, address, PASSWORD, is_staff=True, first_name=name, **fields
    )
    user.groups.add(Group.objects.get(name=role))
    limits = Colleague.objects.create(user=user)
    limits.areas.set(Area.objects.filter(level=Area.Level.DISTRICT, slug__in=areas))
    return user


def logged_in(user: User) -> Client:
    """A browser in which this user has logged in."""
    client = Client()
    client.force_login(user)
    return client


def link_in(letter: Any) -> str:
    """The address on our site that a mail asks to open."""
    return str(letter.body).split(settings.SITE_URL)[1].split()[0]
