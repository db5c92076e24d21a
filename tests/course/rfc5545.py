"""A second, strict reader of iCalendar: it knows the text and the zone rules in it, and no library."""

import datetime as dt
import re
from dataclasses import dataclass, field

LINE = re.compile(r'(?P<name>[A-Z-]+)(?P<params>(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(?P<value>.*)', re.DOTALL)


@dataclass
class Component:
    """A component: its properties by name (value and parameters), and what is inside it."""

    name: str
    values: dict[str, str] = field(default_factory=dict)
    params: dict[str, dict[str, str]] = field(default_factory=dict)
    inside: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list["Component"]:
        return [component for component in self.inside if component.name == name]

    def text(self, name: str) -> str:
        """A text value without its escapes (RFC 5545, 3.3.11)."""
        return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], self.values[name])


def read(text: str) -> list[Component]:
    """Read a stream of calendars; anything that RFC 5545 does not allow is an error."""
    data = text.encode()
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in lines), "a line is longer than 75 octets"
    assert not any(b"\r" in line or b"\n" in line for line in lines), "a line ends in something other than CRLF"
    unfolded = re.sub(rb"\r\n[ \t]", b"", data[:-2]).decode()
    root = Component("STREAM")
    open_ones = [root]
    for line in unfolded.split("\r\n"):
        found = LINE.fullmatch(line)
        assert found, f"not a content line: {line!r}"
        name, value = found["name"], found["value"]
        if name == "BEGIN":
            open_ones[-1].inside.append(Component(value))
            open_ones.append(open_ones[-1].inside[-1])
        elif name == "END":
            assert open_ones.pop().name == value
        else:
            component = open_ones[-1]
            assert name not in component.values, f"{name} stands twice in {component.name}"
            component.values[name] = value
            component.params[name] = dict(
                pair.split("=", 1) for pair in re.findall(r';([A-Z-]+=(?:"[^"]*"|[^";:]*))', found["params"])
            )
    assert open_ones == [root]
    return root.inside


def instant(calendar: Component, event: Component, name: str) -> dt.datetime:
    """Give a time of an event in UTC, by the zone rules that the calendar itself carries and nothing else."""
    value = event.values[name]
    if value.endswith("Z"):
        return dt.datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
    local = _local(value)
    [zone] = [each for each in calendar.all("VTIMEZONE") if each.values["TZID"] == event.params[name]["TZID"]]
    begun = [rule for rule in zone.inside if _local(rule.values["DTSTART"]) <= local]
    rule = max(begun, key=lambda rule: _local(rule.values["DTSTART"]))
    return (local - _offset(rule.values["TZOFFSETTO"])).replace(tzinfo=dt.UTC)


def _local(value: str) -> dt.datetime:
    return dt.datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 -- local by definition


def _offset(value: str) -> dt.timedelta:
    sign = -1 if value.startswith("-") else 1
    return sign * dt.timedelta(hours=int(value[1:3]), minutes=int(value[3:5]))
