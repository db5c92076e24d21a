"""Default deny: every address names the rule that decides who may see it."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Addresses whose view is not ours, with the reason that it needs no rule.
WITHOUT_RULE: dict[str, str] = {}


def addresses(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, address)
        else:
            yield address, entry


def test_every_address_names_its_rule() -> None:
    found = dict(addresses(get_resolver()))
    assert found
    bare = {address for address, entry in found.items() if not getattr(entry.callback, "rule_name", "")}
    assert bare == set(WITHOUT_RULE)


def test_every_address_has_a_name() -> None:
    assert {address for address, entry in addresses(get_resolver()) if not entry.name} == set()


def test_an_address_is_a_folder_or_a_file() -> None:
    files = (".pdf", ".ics", ".csv", ".svg", ".txt", ".json")
    ends = {address.rstrip("$") for address, _ in addresses(get_resolver())} - {""}
    assert {end for end in ends if not end.endswith(("/", *files))} == set()
