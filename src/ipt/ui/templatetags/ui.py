"""Tags for pages: icons beside words, callouts, confirmations, bars and static files that never fail."""

from collections.abc import Mapping
from typing import Any, Protocol

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ipt.library import Course
from ipt.library.markdown.nodes import Document, Line, Node
from ipt.library.values import Reference
from ipt.ui.callouts import render_callout
from ipt.ui.icons import drawing
from ipt.ui.inserts import VenueLines
from ipt.ui.prose import Setting, render_document, render_line, render_nodes, sources_of

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon; it is decoration, so words must stand beside it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" '
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>',
        mark_safe(drawing(name)),  # noqa: S308 -- a file of this app
    )


@register.simple_block_tag
def callout(content: str, kind: str, title: str = "") -> SafeString:
    """Set a passage apart: {% callout "caution" title="…" %} … {% endcallout %}."""
    return render_callout(content, kind, title)


@register.simple_block_tag
def confirm(content: str, action: str, label: str, back: str = "", danger: bool = False) -> SafeString:
    """Ask before something that cannot easily be undone; the content holds the sentence and hidden fields."""
    facts = {"action": action, "label": label, "back": back, "danger": danger, "content": content}
    return render_to_string("ui/components/confirm.html", facts)


@register.simple_tag
def share(value: float, most: float) -> str:
    """Give a length from 0 to 100 for a bar."""
    return f"{max(0.0, min(100.0, 100 * value / most)):.1f}" if most else "0"


@register.simple_tag
def asset(path: str) -> str:
    """Give the address of a static file, even when the list of files is damaged: an error page needs it."""
    try:
        return static(path)
    except ValueError:
        return f"/static/{path}"


@register.filter
def chosen(key: object, value: Any) -> bool:
    """Tell whether an option is among what was chosen: a single key or several."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return str(key) in {str(item) for item in value}
    return value is not None and str(key) == str(value)


@register.simple_tag
def prose(
    document: Document,
    level: int = 2,
    *,
    course: Course | None = None,
    venue: VenueLines = (),
    references: Mapping[str, Reference] | None = None,
    prefix: str = "",
) -> SafeString:
    """Render a document, then its sources; `prefix` keeps ids apart when a page holds two documents.

    Its sources and inserts come from `course`; a text that belongs to none brings its own `references`.
    """
    known = course.references if course else references or {}
    setting = Setting(level, prefix, known, document.citations, course, venue)
    text = format_html('<div class="prose">{}</div>', render_document(document, setting))
    return text + _sources(setting)


@register.simple_tag
def slide(nodes: tuple[Node, ...], course: Course, venue: VenueLines = ()) -> SafeString:
    """Render what stands on one slide under its title; sources are listed once for all slides."""
    return render_nodes(nodes, Setting(3, course=course, venue=venue))


class Cites(Protocol):
    """A text that knows what it cites, such as a document or the prospectus."""

    @property
    def citations(self) -> tuple[str, ...]: ...


@register.simple_tag
def prose_line(line: Line, of: Cites | None = None, references: Mapping[str, Reference] | None = None) -> SafeString:
    """Render one line with its emphasis and links; its citations when told what it is part `of`."""
    return render_line(line, Setting(references=references or {}, citations=of.citations if of else ()))


@register.simple_tag
def sources(of: Cites, references: Mapping[str, Reference], level: int = 2) -> SafeString:
    """List what a text made of single lines cites."""
    return _sources(Setting(level, references=references, citations=of.citations))


def _sources(setting: Setting) -> SafeString:
    listed = sources_of(setting)
    facts = {"sources": listed, "level": setting.level, "prefix": setting.prefix}
    return render_to_string("ui/components/sources.html", facts) if listed else SafeString("")
