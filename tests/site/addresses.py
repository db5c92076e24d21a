"""Every address of the product, walked from the root."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One URL pattern: its name, its parts, its rule."""

    name: str
    parts: tuple[str, ...]
    rule: str | None


def addresses(resolver: URLResolver | None = None, namespace: str = "") -> Iterator[Address]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern, inner)
        elif isinstance(pattern, URLPattern):
            parts = tuple(pattern.pattern.regex.groupindex)
            yield Address(f"{namespace}{pattern.name}", parts, getattr(pattern.callback, "rule_name", None))
