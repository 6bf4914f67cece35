"""An import in two steps: what a file would do, and doing just that.

A row that is refused holds up all of them: nothing is written until the file is right.
"""

from collections import Counter
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from places.clashes import CLASH, rows_weighed_together
from places.exchange.headings import understood
from places.exchange.outcome import Fate, Outcome
from places.exchange.sheets import Sheet, read_sheet
from places.exchange.store import store
from places.exchange.trial import Trial
from places.exchange.uploads import Upload
from places.exchange.words import kept_words
from places.models.history import Door, one_change

Report = dict[str, Any]
LOOKING, WRITING = "nakijken", "schrijven"


def try_out(upload: Upload, user: Any) -> Report:
    """Say what the file would do, and remember it for the confirmation."""
    try:
        sheet = read_sheet(upload.data or b"")
        with kept_words():
            report = _report(sheet, _outcomes(upload, sheet, user, locks=False))
    except ValidationError as error:
        report = _nothing() | {"problems": error.messages}
    upload.keep_report(report)
    return report


def carry_out(upload: Upload, user: Any) -> Report:
    """Do what the file says if that is still what the trial said; else say what became different.

    Everything is one change in the history, and all of it is written or nothing.
    """
    try:
        report = _carry_out(upload, user)
    except ValidationError as error:
        if getattr(error, "code", "") == CLASH:
            report = _tried_again(upload, user, *error.messages)
        else:
            report = _nothing() | {"problems": error.messages}
    except IntegrityError:
        report = _tried_again(upload, user)
    upload.keep_report(report)
    return report


def _tried_again(upload: Upload, user: Any, *why: str) -> Report:
    """What the file would do now that somebody else wrote something else at the same time."""
    report = try_out(upload, user)
    words = _("Iemand anders schreef tegelijk; er is niets ingevoerd. Probeer het nog eens.")
    report["remarks"] = [*report["remarks"], words, *why]
    return report


def _carry_out(upload: Upload, user: Any) -> Report:
    seen = {row["number"]: row["fingerprint"] for row in (upload.report or {}).get("rows", [])}
    sheet, name = read_sheet(upload.data or b""), upload.facts["name"]
    with kept_words(), rows_weighed_together(), one_change(Door.IMPORT, user, name) as change:
        outcomes = _outcomes(upload, sheet, user, locks=True)
        report = _report(sheet, outcomes)
        report["since"] = [
            row["number"] for row in report["rows"] if seen.get(row["number"]) != row["fingerprint"]
        ]
        if not report["since"] and not report["counts"][Fate.REFUSED.value]:
            store(change, outcomes, lambda done, total: upload.tell(WRITING, done, total))
            report["done"] = True
    return report


def _outcomes(upload: Upload, sheet: Sheet, user: Any, *, locks: bool) -> list[Outcome]:
    facts, total = upload.facts, len(sheet.rows)
    headings = understood(sheet.headings, user, ignore_unknown=facts["ignore_unknown"])
    trial = Trial(user, headings, empties=facts["empties"], locks=locks)
    return trial.outcomes(sheet, lambda done: upload.tell(LOOKING, done, total))


def _report(sheet: Sheet, outcomes: list[Outcome]) -> Report:
    times = Counter(outcome.fate.value for outcome in outcomes)
    return _nothing() | {
        "remarks": sheet.remarks,
        "counts": {fate.value: times[fate.value] for fate in Fate},
        "rows": [outcome.shown() for outcome in outcomes],
    }


def _nothing() -> Report:
    """What is said of a file in which nothing could be read."""
    counts = {fate.value: 0 for fate in Fate}
    empty: Report = {"problems": [], "remarks": [], "rows": [], "since": []}
    return empty | {"counts": counts, "done": False}
