"""Mail: two forms of one text, and a failure that bothers nobody but the log."""

import logging
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import translation

from places.mail import send, send_all
from places.models import Place, Report

TO = "redacteur@gemeente.example"


class Failing(BaseEmailBackend):
    """A mail server that is not there."""

    def open(self) -> None:
        raise ConnectionRefusedError(111, "Connection refused")

    def send_messages(self, messages: Any) -> int:
        raise SMTPServerDisconnected("please run connect() first")


class Refusing(BaseEmailBackend):
    """A mail server that does not know one address, and says so with the address."""

    def send_messages(self, messages: Any) -> int:
        to = messages[0].to[0]
        if to == TO:
            raise SMTPRecipientsRefused({to: (550, f"no such user {to}".encode())})
        mail.outbox.extend(messages)
        return 1


def about(name: str = "Pauluskerk", words: str = "Dank.") -> dict[str, Any]:
    place = Place(name=name, slug="pauluskerk")
    return {"place": place, "report": Report(place=place, words=words)}


def test_a_mail_is_text_and_html_with_its_first_line_as_subject() -> None:
    assert send("report_answered", TO, about())
    (sent,) = mail.outbox
    assert sent.subject == "Antwoord op je melding over Pauluskerk"
    assert sent.body.startswith("Dank je wel voor je melding.")
    assert sent.alternatives[0][1] == "text/html"  # type: ignore[attr-defined]
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"


def test_the_text_is_not_escaped_and_the_html_is() -> None:
    send("report_answered", TO, about("Tom & <b>Co</b>", "1 < 2"))
    (sent,) = mail.outbox
    assert "Tom & <b>Co</b>" in sent.subject
    assert "1 < 2" in sent.body
    assert "1 &lt; 2" in str(sent.alternatives[0][0])  # type: ignore[attr-defined]


def test_a_name_cannot_add_a_header() -> None:
    assert send("report_answered", TO, about("Stoel\r\nBcc: iedereen@voorbeeld.example"))
    message = mail.outbox[0].message()
    assert message["Bcc"] is None
    assert mail.outbox[0].recipients() == [TO]


def test_an_address_cannot_add_a_header(caplog: Any, settings: Any) -> None:
    assert not send("report_answered", f"{TO}\nBcc: iedereen@voorbeeld.example", about())
    assert "BadHeaderError" in caplog.text
    assert "iedereen" not in caplog.text


@pytest.mark.parametrize("backend", ["Failing", "Refusing"])
def test_a_failure_is_logged_with_its_reason_but_without_the_address(
    settings: Any, caplog: Any, backend: str
) -> None:
    settings.EMAIL_BACKEND = f"tests.test_mail.{backend}"
    with caplog.at_level(logging.ERROR):
        assert not send("report_answered", TO, about())
    assert {"Failing": "SMTPServerDisconnected", "Refusing": "550"}[backend] in caplog.text
    assert TO not in caplog.text


def test_one_address_that_fails_does_not_stop_the_rest(settings: Any) -> None:
    settings.EMAIL_BACKEND = "tests.test_mail.Refusing"
    assert send_all("report_answered", [TO, "een@gemeente.example"], about()) == 1
    assert [one.to for one in mail.outbox] == [["een@gemeente.example"]]


def test_a_server_that_is_away_is_asked_once(settings: Any, caplog: Any) -> None:
    settings.EMAIL_BACKEND = "tests.test_mail.Failing"
    assert send_all("report_answered", [TO] * 5, about()) == 0
    assert caplog.text.count("did not go") == 1
    assert "Connection refused" in caplog.text


def test_a_mail_is_in_dutch_whatever_the_language_of_the_page() -> None:
    with translation.override("en"):
        send("report_answered", TO, about())
    assert mail.outbox[0].subject.startswith("Antwoord")


def test_without_a_server_mails_are_files(settings: Any, tmp_path: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    assert send("report_answered", TO, about())
    assert "Antwoord op je melding" in next(tmp_path.iterdir()).read_text()
