"""Passwords: what is wrong with one is said in Dutch."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


@pytest.mark.parametrize(
    ("password", "words"),
    [("kort", "te kort"), ("wachtwoord", "te algemeen"), ("password", "te alg")],
)
def test_a_weak_password_is_refused_in_dutch(password: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        validate_password(password)
