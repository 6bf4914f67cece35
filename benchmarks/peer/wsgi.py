"""Where gunicorn finds the textbook project."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.peer.settings"
application = get_wsgi_application()
