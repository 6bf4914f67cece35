"""Pages of `/beheer/` that we wrote or changed; ``{pauluskerk}`` stands for that place's key."""

STAFF = {
    "index": "/beheer/",
    "places": "/beheer/places/place/",
    "place": "/beheer/places/place/{pauluskerk}/change/",
    "new place": "/beheer/places/place/add/",
}
