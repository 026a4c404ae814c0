"""Settings of the site, one file for all of them. What may differ comes from the environment: see config/env.py."""

from pathlib import Path

import django_stubs_ext
from csp.constants import NONE, SELF

from config import databases, env, secret_key

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent

# Which site this is
SITE_ENV = env.choice("SITE_ENV", env.ENVIRONMENTS)
PRODUCTION = SITE_ENV == env.PRODUCTION
if PRODUCTION:
    env.demand_all()
DEBUG = SITE_ENV == env.DEVELOPMENT
DEMO = SITE_ENV == env.DEMO
VAR_DIR = BASE_DIR / env.text("VAR_DIR")
if not PRODUCTION:
    (VAR_DIR / "static").mkdir(parents=True, exist_ok=True)
PORT = env.whole_number("PORT", 1, 65535)
SITE_NAME = env.text("SITE_NAME")
SITE_URL = env.site_url("SITE_URL", default=f"http://127.0.0.1:{PORT}", secure=PRODUCTION)
CONTACT = env.text("CONTACT")
SECRET_KEY = env.text("SECRET_KEY") or secret_key.kept_in(VAR_DIR)
ALLOWED_HOSTS = env.listed("ALLOWED_HOSTS")

# What it is made of
INSTALLED_APPS = [
    "config.admin.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_filters",
    "simple_history",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "rumours",
]
# Sessions, log-in and messages are for the admin; a public page touches none of them, so that it sets no cookie.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.csp.PolicyMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "rumours.middleware.SafeMethodsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["config.templates.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORMS_URLFIELD_ASSUME_HTTPS = True

# Where it keeps its rows
if env.text("DATABASE_URL"):
    default_database = databases.from_url(env.text("DATABASE_URL"), pool=env.whole_number("DATABASE_POOL", 0, 1000))
else:
    default_database = databases.sqlite(VAR_DIR / "rumours.sqlite3")
DATABASES = {"default": default_database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Work that no request waits for: kept in the database, done by `manage.py worker`
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Time and language
TIME_ZONE = "UTC"
USE_TZ = True
LANGUAGE_CODE = "en-gb"
USE_I18N = True

# Static files: in the demo and in production named by their content, compressed once, cached for ever.
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"] if (BASE_DIR / "static").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static.PrivateManifestStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

# Who may write
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000  # bytes: a pasted text too long is told so on its form, not by a bare 400
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # an article with its quotes and reports is one form of the admin

# What browsers are told
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
if PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_HSTS_SECONDS = env.whole_number("HSTS_SECONDS", 0, 63072000)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if env.yes_or_no("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Subdomains and preloading bind the whole domain, which may be more than this site: its owner decides, in the proxy.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# What it says while it runs
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {
        "handlers": ["stderr"],
        "level": env.choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR")),
    },
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # It tells of each look at an empty queue.
        "django_tasks_db": {"level": "WARNING"},
        # gunicorn drops the body of an answer to HEAD, as it should, and warns of each.
        "gunicorn.http.wsgi": {"level": "ERROR"},
        # Anyone can send a made-up Host header: it gets its 400, and no traceback in the log.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
