"""What a load says when it will not."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db.models import Model


class Refused(Exception):  # noqa: N818 - it is an answer, not a failure
    """Nothing was changed. One line per reason, in Dutch, each naming its row."""

    def __init__(self, *refusals: str) -> None:
        super().__init__("\n".join(refusals))
        self.refusals: Sequence[str] = refusals


def complaints(instance: Model, error: ValidationError) -> list[str]:
    """What a model finds wrong with itself, one line per message, with the labels of the editor."""
    lines = []
    for name, messages in error.message_dict.items():
        label = _label(instance, name)
        lines += [f"{label}: {message}" if label else message for message in messages]
    return lines


def _label(instance: Model, name: str) -> str:
    labels = {field.name: field.verbose_name for field in instance._meta.fields}
    return str(labels.get(name, ""))
