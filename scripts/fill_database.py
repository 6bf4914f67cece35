"""Make the tables and load the data, in one process: starting Django is most of the work."""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.core.management.base import SystemCheckError

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiskamers.settings")
django.setup()
try:
    call_command("migrate", verbosity=0, skip_checks=False)
except SystemCheckError as error:
    sys.exit(f"!! {error}")
call_command("load_city")
