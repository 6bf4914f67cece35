"""Settings of the site. Everything that differs per machine or city comes from the environment."""

from pathlib import Path

from environs import Env, validate

from huiskamers.background import leaflet_config, policy
from huiskamers.caches import caches
from huiskamers.databases import databases

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = Env()

# The machine
SECRET_KEY = env.str("SECRET_KEY")
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
HTTPS = env.bool("HTTPS", False)

REPLICA_URLS: list[str] = env.list("REPLICA_URLS", [])  # standbys that public pages are read from
REPLICA_LAG = env.int("REPLICA_LAG", 30)  # seconds behind beyond which a standby is not asked
DATABASES = databases(env.str("DATABASE_URL"), REPLICA_URLS)
DATABASE_ROUTERS = ["huiskamers.replicas.Router"] if REPLICA_URLS else []
PUBLIC_MAX_AGE = env.int("PUBLIC_MAX_AGE", 0)  # seconds that a CDN may be behind an edit
CACHES = caches(env.str("CACHE_URL", ""))  # whole answers that processes share
CACHE_PURGE_URL = env.str("CACHE_PURGE_URL", "")  # of a cache in front, to forget after an edit
SEATS, PATIENCE = env.int("SEATS", 4), env.float("PATIENCE", 3)  # at work at once; seconds to wait
GDAL_LIBRARY_PATH = env.str("GDAL_LIBRARY_PATH", None)
GEOS_LIBRARY_PATH = env.str("GEOS_LIBRARY_PATH", None)

# The city
SITE_NAME, CITY_NAME = env.str("SITE_NAME", "Huiskamers"), env.str("CITY_NAME", "Rotterdam")
CITY_CENTRE = tuple(env.list("CITY_CENTRE", [51.9225, 4.4792], subcast=float))
CITY_ZOOM, CITY_STYLESHEET = env.int("CITY_ZOOM", 12), env.str("CITY_STYLESHEET", "")
PROVINCES = env.dict("PROVINCES", {"rotterdam": "Zuid-Holland"})  # by gemeente, for addresses
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "")
CONTACT_PHONE, URGENT_PHONE = env.str("CONTACT_PHONE", "14 010"), env.str("URGENT_PHONE", "112")
REPLY_DAYS = env.int("REPLY_DAYS", 10)  # working days in which staff answer what comes in
DATA_LICENCE = env.str("DATA_LICENCE", "", validate=validate.OneOf(["", "CC0-1.0", "CC-BY-4.0"]))
PUBLISHER, PUBLISHER_URI = env.str("PUBLISHER", ""), env.str("PUBLISHER_URI", "")  # of the data
WATER_FILE = env.path("WATER_FILE", BASE_DIR / "fixtures" / "rotterdam_water.geojson")

# Sources from outside; each may be empty, and the site works without them
PDOK_TILES = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857"
TILES_URL = env.str("TILES_URL", f"{PDOK_TILES}/{{z}}/{{x}}/{{y}}.png")
TILES_ATTRIBUTION = env.str("TILES_ATTRIBUTION", "Kaartgegevens © Kadaster")
PDOK = "https://api.pdok.nl"
LOCATIESERVER_URL = env.str("LOCATIESERVER_URL", f"{PDOK}/bzk/locatieserver/search/v3_1")
CLIENT_ADDRESSES_AT_PDOK = env.bool("CLIENT_ADDRESSES_AT_PDOK", False)  # also those of clients
OSM_DIRECTIONS = "https://www.openstreetmap.org/directions?engine=fossgis_osrm_foot"
WALKING_URL = env.str("WALKING_URL", f"{OSM_DIRECTIONS}&route=%3B{{lat}}%2C{{lon}}")
GOOGLE_DIRECTIONS = "https://www.google.com/maps/dir/?api=1&travelmode=transit"
TRANSIT_URL = env.str("TRANSIT_URL", f"{GOOGLE_DIRECTIONS}&destination={{lat}},{{lon}}")
CBS_AREAS = f"{PDOK}/cbs/wijken-en-buurten-2025/ogc/v1/collections/{{collection}}/items"
AREAS_URL = env.str("AREAS_URL", f"{CBS_AREAS}?f=json&limit=1000&gemeentecode={{gemeente}}")
AREAS_ATTRIBUTION = env.str("AREAS_ATTRIBUTION", "Gebieden © CBS, CC BY 4.0")
AREAS_MUNICIPALITY = env.str("AREAS_MUNICIPALITY", "GM0599")
CBS_POSTCODES = f"{PDOK}/cbs/postcode4/ogc/v1/collections/postcode4/items?f=json&limit=1000"
POSTCODES_URL = env.str("POSTCODES_URL", f"{CBS_POSTCODES}&jaarcode=2024&bbox={{bbox}}")

# Mail and what people upload
EMAIL_HOST = env.str("EMAIL_HOST", "")  # empty: mails are files under var/mail
EMAIL_PORT, EMAIL_TIMEOUT = env.int("EMAIL_PORT", 587), 10
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", True)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = env.path("EMAIL_FILE_PATH", VAR_DIR / "mail")
DEFAULT_FROM_EMAIL = env.str("FROM_EMAIL", CONTACT_EMAIL or "huiskamers@localhost")
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000")  # how links in mails and QR codes begin
MEDIA_ROOT = env.path("MEDIA_ROOT", VAR_DIR / "media")
PROXIES = env.int("PROXIES", 0)  # in front of us, each adding to X-Forwarded-For
API_REQUESTS_PER_MINUTE = env.int("API_REQUESTS_PER_MINUTE", 600)

# The application
INSTALLED_APPS = [
    "huiskamers.admin.BeheerConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.gis",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "axes",
    "django_filters",
    "django_htmx",
    "leaflet",
    "simple_history",
    "places",
]
MIDDLEWARE = [
    "huiskamers.replicas.Replicas",
    "huiskamers.middleware.OneAlphabet",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "huiskamers.content_policy.ContentPolicy",
    "places.api.envelope.Envelope",
    "places.api.allowance.Allowance",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "huiskamers.middleware.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "huiskamers.middleware.StaffChanges",
    "axes.middleware.AxesMiddleware",
    "huiskamers.middleware.DatabaseAway",
    "huiskamers.replicas.AskedAgain",
]
ROOT_URLCONF, WSGI_APPLICATION = "huiskamers.urls", "huiskamers.wsgi.application"
ON_EVERY_PAGE = ["django.contrib.auth.context_processors.auth", "places.site.site"]
IN_THE_ADMIN = ["django.template.context_processors.request", *ON_EVERY_PAGE]
IN_THE_ADMIN += ["django.contrib.messages.context_processors.messages"]
PAGES = {"environment": "huiskamers.jinja.environment", "context_processors": ON_EVERY_PAGE}
TEMPLATES = [
    {
        "BACKEND": "huiskamers.jinja.Pages",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": PAGES,
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "django"],  # the admin and mail
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": IN_THE_ADMIN},
    },
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "places.accounts.backend.ByAddress",
]
FORMS_URLFIELD_ASSUME_HTTPS, DEFAULT_AUTO_FIELD = True, "django.db.models.BigAutoField"
VALIDATION = "django.contrib.auth.password_validation"
PASSWORDS = ["UserAttributeSimilarityValidator", "CommonPasswordValidator"]
AUTH_PASSWORD_VALIDATORS = [{"NAME": f"{VALIDATION}.{name}"} for name in PASSWORDS]
AUTH_PASSWORD_VALIDATORS += [{"NAME": "places.accounts.passwords.LongEnough"}]
LOGIN_URL = "login"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # only staff hear any

# Language and time
LANGUAGE_CODE, TIME_ZONE = "nl", "Europe/Amsterdam"
LANGUAGES, LOCALE_PATHS = [("nl", "Nederlands"), ("en", "English")], [BASE_DIR / "locale"]

# Static files
STATIC_URL, STATIC_ROOT = "/static/", env.path("STATIC_ROOT", VAR_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "huiskamers.storage.StaticFiles"},
}

# What goes wrong is said on standard error: with the path, never with what was searched for
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}

# Safety
SILENCED_SYSTEM_CHECKS = [
    "gis.W001",  # we read no spatial reference or raster of a visitor's
    "security.W005",  # what holds for subdomains and browsers' lists is the domain's owner's to say
    "security.W021",
]

CONTENT_SECURITY_POLICY = policy(TILES_URL)
X_FRAME_OPTIONS, SECURE_REFERRER_POLICY = "DENY", "same-origin"
EMBED_ORIGINS = env.list("EMBED_ORIGINS", ["*"])  # whose pages may frame what is below /insluiten/
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gezond/"]  # a load balancer asks without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", False)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 3600  # since the last hour in which somebody worked in the admin
CSRF_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # the form of a place has some twenty for every row

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT, AXES_COOLOFF_TIME, AXES_RESET_ON_SUCCESS = 5, 0.25, True  # hours
AXES_CLIENT_IP_CALLABLE = "places.senders.address_of"
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"
AXES_DISABLE_ACCESS_LOG, AXES_ENABLE_ADMIN = True, False

LEAFLET_CONFIG = leaflet_config(TILES_URL, TILES_ATTRIBUTION, CITY_CENTRE, CITY_ZOOM)
