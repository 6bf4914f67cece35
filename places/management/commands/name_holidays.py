"""`manage.py name_holidays`: the file of public holidays, as its library has them now."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from places.public_holidays import FILE, YEARS, named_by_the_library


class Command(BaseCommand):
    """After a release of the library that knows another holiday; a test says when that is."""

    help = "Schrijft de feestdagen op die de bibliotheek holidays kent."

    def handle(self, *args: Any, **options: Any) -> None:
        named = {
            language: {
                day.isoformat(): name
                for year in YEARS
                for day, name in named_by_the_library(year, language).items()
            }
            for language in ("nl", "en")
        }
        FILE.write_text(json.dumps(named, ensure_ascii=False, indent=0) + "\n")
        self.stdout.write(f"feestdagen: {len(named['nl'])}")
