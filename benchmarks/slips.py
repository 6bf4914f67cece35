"""Slips of the finger."""

import random
import re

_LONG = re.compile(r"[a-z]{7,}")
DEFAULT = "pauluskerk"


def slip_in(words: str, chance: random.Random) -> str:
    """One of the long words with two letters that changed places."""
    word: str = chance.choice(_LONG.findall(words.lower()) or [DEFAULT])
    places = [at for at in range(1, len(word) - 2) if word[at] != word[at + 1]]
    at = chance.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
