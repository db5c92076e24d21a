"""Passages set apart from the running text, each kind with its icon and its word."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

KINDS = {
    "note": ("info", _("Note")),
    "say": ("message-circle", _("Say")),
    "ask": ("message-circle", _("Ask")),
    "do": ("hand", _("Do")),
    "watch": ("eye", _("Watch for")),
    "example": ("file-text", _("Example")),
    "caution": ("triangle-alert", _("Caution")),
    "convention": ("info", _("A convention of this course")),
    "remember": ("lightbulb", _("Remember")),
}


def render_callout(content: str, kind: str, title: str = "") -> SafeString:
    """Render one passage; the word of its kind stands first, its own title after it."""
    icon, word = KINDS[kind]
    facts = {"kind": kind, "icon": icon, "word": word, "title": title, "content": content}
    return render_to_string("ui/components/callout.html", facts)
