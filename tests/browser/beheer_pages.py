"""Pages of `/beheer/` that we wrote or changed; ``{pauluskerk}`` stands for that place's key."""

STAFF = {
    "index": "/beheer/",
    "places": "/beheer/places/place/",
    "place": "/beheer/places/place/{pauluskerk}/change/",
    "new place": "/beheer/places/place/add/",
    "place was checked": "/beheer/places/place/{pauluskerk}/nagekeken/",
    "poster for the door": "/beheer/places/place/{pauluskerk}/deur/",
    "work": "/beheer/werk/",
    "work of one kind": "/beheer/werk/?reden=telefoon",
    "place elsewhere without a point": "/beheer/places/place/{casa-tiberias}/change/",
    "preview": "/beheer/places/place/{pauluskerk}/voorbeeld/",
    "suggestions": "/beheer/places/suggestion/",
    "suggestion": "/beheer/places/suggestion/{half}/change/",
    "suggestion on a changed entry": "/beheer/places/suggestion/{overtaken}/change/",
    "suggestion of a new place": "/beheer/places/suggestion/{newcomer}/change/",
    "suggestion that all is true": "/beheer/places/suggestion/{still true}/change/",
    "suggestion that was handled": "/beheer/places/suggestion/{declined}/change/",
    "reports": "/beheer/places/report/",
    "report": "/beheer/places/report/{report}/change/",
    "import": "/beheer/places/place/importeren/",
    "export": "/beheer/places/place/exporteren/",
}
