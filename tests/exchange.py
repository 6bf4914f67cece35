"""Files of places, and the way a colleague brings one in."""

import csv
import io
import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

IMPORT = "/beheer/places/place/importeren/"


def csv_file(headings: list[str], *rows: list[Any], separator: str = ";") -> bytes:
    """A file as Excel saves it under the name CSV UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([headings, *rows])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def xlsx_file(headings: list[str], *rows: list[Any]) -> bytes:
    book = Workbook()
    for row in [headings, *rows]:
        book.active.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows_of(answer: Any) -> list[dict[str, str]]:
    """The rows of a CSV file that was downloaded."""
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def sheet_of(answer: Any) -> list[tuple[Any, ...]]:
    """The rows of the first sheet of a workbook that was downloaded."""
    book = load_workbook(io.BytesIO(answer.content))
    return list(book.worksheets[0].iter_rows(values_only=True))


def tried(client: Client, data: bytes, name: str = "plekken.csv", **choices: Any) -> str:
    """The address of the trial after a file was brought in."""
    fields = {"token": str(uuid.uuid4()), "file": SimpleUploadedFile(name, data), **choices}
    answer = client.post(IMPORT, fields)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def trial(client: Client, data: bytes, **choices: Any) -> dict[str, Any]:
    """What the trial says of a file."""
    report: dict[str, Any] = client.get(tried(client, data, **choices)).context["report"]
    return report


def imported(client: Client, data: bytes, **choices: Any) -> dict[str, Any]:
    """What is said after the file was confirmed."""
    address = tried(client, data, **choices)
    client.post(address)
    report: dict[str, Any] = client.get(address).context["report"]
    return report


def problems(report: dict[str, Any]) -> list[str]:
    """Everything that is wrong with the file and its rows."""
    return [*report["problems"], *(p for row in report["rows"] for p in row["problems"])]
