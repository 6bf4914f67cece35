"""Make the tables and load the data, in one process: starting Django is most of the work."""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiskamers.settings")
django.setup()
call_command("migrate", verbosity=0)
call_command("load_city")
