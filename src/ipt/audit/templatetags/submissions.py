"""The hidden field that every form that writes carries."""

import uuid

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ipt.audit.submissions import FIELD

register = template.Library()


@register.simple_tag
def submission() -> SafeString:
    """Render the field; a page shown again after a mistake gets a fresh id, for nothing was written."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid.uuid4())
