"""All settings, from the environment and the data folder; docs/operator/settings.md lists what an operator may set."""

import sys
from urllib.parse import urlsplit

from ipt.site import sqlite  # noqa: F401  # isort: skip -- before anything that imports sqlite3
from ipt.site import connections, environment
from ipt.site.data_folder import data_folder
from ipt.site.log import logging_settings

environment.refuse_unknown()

DATA = data_folder()
DEBUG = environment.yes_or_no("IPT_DEBUG")
# A provider serves over TLS behind a proxy; otherwise this is a laptop or a room.
PROVIDER = environment.yes_or_no("IPT_PROVIDER")
SECRET_KEY = DATA.secret_key()
PUBLIC_URL = environment.public_url("IPT_PUBLIC_URL")
# Where pages are found; certificates name an address only when an operator has set a public one.
SERVED_URL = PUBLIC_URL or "http://127.0.0.1:8000"
ALLOWED_HOSTS = environment.words("IPT_ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
if PUBLIC_URL:
    ALLOWED_HOSTS.append(urlsplit(PUBLIC_URL).hostname or "")
    CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
# Set by `ipt serve` when it starts; while nobody has an account it lets the first one be made from elsewhere.
FIRST_RUN_TOKEN: str | None = None
THREADS = environment.number("IPT_THREADS", 8, least=1, most=64)

INSTALLED_APPS = [
    "ipt.audit",
    "ipt.vault",
    "ipt.outbox",
    "ipt.print",
    "ipt.ui",
    "ipt.accounts",
    "ipt.course",
    "ipt.site",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "ipt.site.middleware.request_id",
    "ipt.site.middleware.size_limit",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "ipt.site.middleware.no_store",
    "allauth.account.middleware.AccountMiddleware",
    "ipt.accounts.sessions.seen",
]

ROOT_URLCONF = "ipt.site.urls"
APPEND_SLASH = True
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ipt.ui.context.shell",
            ],
        },
    },
]
FORM_RENDERER = "ipt.ui.rendering.FormRenderer"

DATABASES = {"default": connections.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "ipt.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "30/m/ip,10/5m/key", "reset_password": "30/m/ip,5/m/key"}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "ipt.accounts.forms.SignInForm",
    "change_password": "ipt.accounts.forms.ChangePasswordForm",
    "reset_password": "ipt.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "ipt.accounts.forms.ResetPasswordKeyForm",
}
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PROVIDER
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
SECURE_SSL_REDIRECT = PROVIDER
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if PROVIDER else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROVIDER else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
CSRF_FAILURE_VIEW = "ipt.site.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
# All of a request's body, files included; a list of people is the largest file that anybody sends.
LARGEST_BODY = 2 * 1024 * 1024

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
USE_TZ = True
TIME_ZONE = "Europe/London"
FORMAT_MODULE_PATH = ["ipt.site.formats"]

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
# Holds the counts of limits: too small a cache would forget some of them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

MAIL_URL = environment.text("IPT_MAIL_URL")
globals().update(connections.mail(DATA))
DEFAULT_FROM_EMAIL = environment.text("IPT_MAIL_FROM", "IPT Essentials <noreply@localhost>")

LOGGING = logging_settings(DATA, "INFO" if "pytest" not in sys.modules else "WARNING")
