"""Settings of the site, one file for all of them. What may differ comes from the environment: see config/env.py."""

from datetime import timedelta
from pathlib import Path

import django_stubs_ext

from config import caches, databases, env, secret_key, versions_file

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
    env.demand_folder("VAR_DIR", VAR_DIR / "static")
PORT = env.whole_number("PORT", 1, 65535)
SITE_NAME = env.text("SITE_NAME")
SITE_URL = env.site_url("SITE_URL", default=f"http://127.0.0.1:{PORT}", secure=PRODUCTION)
CONTACT = env.text("CONTACT")
SECRET_KEY = env.text("SECRET_KEY") or secret_key.kept_in(VAR_DIR)
SECRET_KEY_FALLBACKS = env.listed("SECRET_KEY_FALLBACKS")
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
    "django_tasks",
    "django_tasks_db",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "config.starting.Starting",
    "rumours",
]
# Sessions, log-in and messages are for the admin; a public page touches none of them, so that it sets no cookie.
MIDDLEWARE = [
    "config.request_ids.RequestIdMiddleware",
    "config.request_log.RequestLogMiddleware",
    "config.metrics.MetricsMiddleware",
    "config.headers.HeadersMiddleware",
    "config.json_errors.JsonErrorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.time_limit.TimeLimitMiddleware",
    "config.queries.BoundedQueryMiddleware",
    "config.limits.LimitsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "rumours.middleware.SafeMethodsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "rumours.accounts.idle.IdleMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "rumours.accounts.gate.SecondFactorMiddleware",
    "rumours.accounts.messages.LazyMessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
    "config.unavailable.UnavailableMiddleware",
    "config.router.ReplicaMiddleware",
    "config.pages.filling.PagesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",  # the public pages, and long tables of the desk
        "DIRS": [BASE_DIR / "templates" / "public", BASE_DIR / "templates" / "desk"],
        "OPTIONS": {"environment": "rumours.formatting.environment.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",  # the admin
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

# Where it keeps its rows: see config/databases.py, and config/router.py for who reads what
connecting = databases.Manner(
    pool=env.whole_number("DATABASE_POOL", 0, 1000),
    pgbouncer=env.yes_or_no("PGBOUNCER"),
    statement_seconds=env.whole_number("STATEMENT_SECONDS", 0, 600),
)
if env.text("DATABASE_URL"):
    default_database = databases.from_url(env.text("DATABASE_URL"), connecting)
else:
    default_database = databases.sqlite(VAR_DIR / "rumours.sqlite3")
replicas = databases.replicas(env.listed("REPLICA_URLS"), connecting, primary=default_database)
DATABASES = {"default": default_database, **replicas}
DATABASE_ROUTERS = ["config.router.ReplicaRouter"] if replicas else []
REPLICA_LAG = env.whole_number("REPLICA_LAG", 1, 10)
# Where the processes of this host share the versions of what readers see: see rumours/models/version.py
VERSIONS_FILE = env.text("VERSIONS_FILE") or versions_file.beside(VAR_DIR, default_database)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Seconds that a request may wait for its database, 0 for ever: see config/time_limit.py
TIME_LIMIT = env.whole_number("TIME_LIMIT", 0, 3600)

# Work that no request waits for: kept in the database, done by `manage.py worker`
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Whole pages, kept in memory until what they show changes: see config/pages/. Templates under work are never kept.
PAGE_CACHE_MB = 0 if DEBUG else env.whole_number("PAGE_CACHE_MB", 0, 65536)

# What it counts with: see config/limits.py and config/caches.py
CACHE_URL = env.text("CACHE_URL")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "limits": caches.limits(CACHE_URL),
}
LIMITS = {
    "search": env.rate("LIMIT_SEARCH"),
    "form": env.rate("LIMIT_FORM"),
    "login": env.rate("LIMIT_LOGIN"),
    "api": env.rate("LIMIT_API"),
}

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
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "config.backends.StaffBackend"]
# The second factor of staff: see rumours/accounts/
STAFF_OTP = env.choice("STAFF_OTP", ("", "required", "off")) or ("required" if PRODUCTION else "off")
OTP_TOTP_ISSUER = SITE_NAME
# Wrong passwords, counted in the database for all processes and hosts: see config/lockout.py
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "rumours.accounts.clients.client_of"
AXES_USERNAME_CALLABLE = "config.lockout.name_of"
AXES_LOCKOUT_CALLABLE = "config.lockout.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # who came in stands in the audit log
# How long a log-in lasts: see rumours/accounts/idle.py
SESSION_COOKIE_AGE = 60 * env.whole_number("SESSION_IDLE_MINUTES", 1, 20160)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # the server alone says when it ends
SESSION_LONGEST = 3600 * env.whole_number("SESSION_HOURS", 1, 336)
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000  # bytes: a pasted text too long is told so on its form, not by a bare 400
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # an article with its quotes and reports is one form of the admin

# What browsers are told, beside what config/headers.py and config/csp.py say in every answer
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
if PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_HSTS_SECONDS = env.whole_number("HSTS_SECONDS", 0, 63072000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.yes_or_no("HSTS_SUBDOMAINS")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
BEHIND_PROXY = env.yes_or_no("BEHIND_PROXY")
PROXY_HOPS = env.whole_number("PROXY_HOPS", 1, 9)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Preloading is an entry in a list inside browsers, for the whole domain and for years: its owner decides, elsewhere.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

# What it says while it runs
LOG_REQUESTS = env.yes_or_no("LOG_REQUESTS")
METRICS_TOKEN = env.text("METRICS_TOKEN")
SLOW_QUERY_MS = env.whole_number("SLOW_QUERY_MS", 0, 3_600_000)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "config.logs.LineFormatter"}, "json": {"()": "config.logs.JsonFormatter"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": env.choice("LOG_FORMAT", ("line", "json"))},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {
        "handlers": ["stderr"],
        "level": env.choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR")),
    },
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # What a test of a connection before each use has to say is said again by whoever wanted to use it.
        "psycopg.pool": {"level": "ERROR"},
        # It tells of each look at an empty queue.
        "django_tasks_db": {"level": "WARNING"},
        # gunicorn drops the body of an answer to HEAD, as it should, and warns of each.
        "gunicorn.http.wsgi": {"level": "ERROR"},
        # What it has to tell stands in the audit log already, without the words of strangers.
        "axes": {"level": "ERROR"},
        # Anyone can send a made-up Host header: it gets its 400, and no traceback in the log.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
