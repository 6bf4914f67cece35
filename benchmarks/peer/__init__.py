"""The same places in a Django project as the documentation of Django and DRF-GIS teaches it."""
