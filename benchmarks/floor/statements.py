"""The statements of the lean views, by name: as one writes them who needs nothing else."""

import re
from pathlib import Path

_HERE = Path(__file__).parent / "sql"

STATEMENTS = {file.stem: file.read_text() for file in sorted(_HERE.glob("*.sql"))}

_HAS_WORD = """
    AND search @@ (to_tsquery('places_plain', %(word)s || ':*')
      || plainto_tsquery('places_dutch', %(word)s)) IS TRUE"""
"""The beginning of a word or another form of it, asked of what is found: such a word is common
(``IS TRUE`` has no index). No slip of the finger: no such word is drawn."""

STATEMENTS["word"] = STATEMENTS["combination"].replace("/* word */", _HAS_WORD)

_VALUE = re.compile(r"%\((\w+)\)s")


def prepared(name: str) -> tuple[str, list[str]]:
    """The statement with numbers for its values, and which value each number is."""
    names: list[str] = []

    def numbered(found: "re.Match[str]") -> str:
        if found[1] not in names:
            names.append(found[1])
        return f"${names.index(found[1]) + 1}"

    return _VALUE.sub(numbered, STATEMENTS[name]).replace("%%", "%"), names
