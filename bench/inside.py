"""What is asked of the product from inside: the way in for one delegate, and the time of fifteen certificates."""

# Prints the delegate's cookie, then the pages of their cohort.
WAY_IN = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from ipt.accounts.models import Person
from ipt.course.queries.packs import course_of
from ipt.site.demo.folder import Note
from django.conf import settings

ada = Person.objects.get(pk=Note.read(settings.DATA).delegate)
session = SessionStore()
session[SESSION_KEY] = str(ada.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = ada.get_session_auth_hash()
session.create()
cohort = ada.places.get(state="taken").cohort
block = next(block for half_day in course_of(cohort).half_days for block in half_day.blocks if block.module)
print(json.dumps({
    "cookie": f"{settings.SESSION_COOKIE_NAME}={session.session_key}",
    "people": cohort.places.count(),
    "cohort": f"/cohorts/{cohort.pk}/",
    "block": f"/cohorts/{cohort.pk}/blocks/{block.key}/",
}))
"""

# Prints the seconds for fifteen certificates, the first among them, which loads the fonts.
CERTIFICATES = """
import time
from ipt.course.models import Certificate
from ipt.course.pdf import certificate_pdf

certificate = Certificate.objects.filter(state="valid").first()
started = time.perf_counter()
for number in range(15):
    certificate.name = f"{certificate.name} {number}"
    certificate_pdf(certificate)
print(time.perf_counter() - started)
"""
