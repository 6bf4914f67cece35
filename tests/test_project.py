"""Promises of the project as a whole."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    "/",
    "/plekken/pauluskerk/",
    "/waarden/",
    "/waarden/sfeer/",
    "/dilemmas/",
    "/dilemmas/diversiteit/",
    "/gebieden/noord/",
    "/wijken/",
    "/wijken/oude-westen/",
    "/netwerken/",
    "/netwerken/sol/",
    "/over/",
    "/toegankelijkheid/",
    "/privacy/",
    "/open-data/",
]


@pytest.mark.django_db
def test_the_models_have_no_unwritten_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=io.StringIO())


def test_the_settings_are_fit_for_the_internet_behind_https() -> None:
    """In a process of its own: settings are read once."""
    inherited = {name: text for name, text in os.environ.items() if "ASYNC_UNSAFE" not in name}
    long_key = "".join(map(chr, range(33, 99)))
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={**inherited, "HTTPS": "true", "DEBUG": "false", "SECRET_KEY": long_key},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_public_page_knows_nothing_of_its_visitor(client: Client, prefix: str, path: str) -> None:
    answer = client.get(prefix + path)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Cookie" not in answer["Vary"]
    assert "csrf" not in html.lower()
    assert "nonce" not in answer["Content-Security-Policy"]
    assert f'<html lang="{prefix[1:] or "nl"}"' in html


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_script_or_style(client: Client, path: str) -> None:
    html = client.get(path).content.decode()
    assert " style=" not in html
    assert not re.findall(r"\son\w+=", html)
    scripts = re.findall(r"<script([^>]*)>", html)
    assert all("src=" in one or "json" in one for one in scripts)


def test_the_language_of_an_address_is_not_the_browsers(client: Client) -> None:
    answer = client.get("/over/", headers={"accept-language": "en"})
    assert 'lang="nl"' in answer.content.decode()


@pytest.mark.parametrize("path", ["/gezond/live", "/gezond/klaar"])
@pytest.mark.django_db
def test_a_load_balancer_hears_that_all_is_well(client: Client, path: str) -> None:
    assert client.get(path).content == b"ok"


def test_queries_are_asked_in_the_models_only() -> None:
    outside = [
        f"{file.relative_to(ROOT)}"
        for file in (ROOT / "places").rglob("*.py")
        if not {"models", "migrations", "sql"} & set(file.parts)
        and re.search(r"\.(filter|exclude|annotate)\(", file.read_text())
    ]
    assert outside == []
