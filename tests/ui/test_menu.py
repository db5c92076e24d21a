"""Upper apps fill the menu; each person sees their verbs, in order."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from ipt.ui import menu
from ipt.ui.context import shell

NOBODY = AnonymousUser()


@pytest.fixture(autouse=True)
def an_empty_menu() -> Iterator[None]:
    kept = dict(menu._verbs), list(menu._corners), dict(menu._footer)
    for register in (menu._verbs, menu._corners, menu._footer):
        register.clear()
    yield
    menu._verbs.clear()
    menu._verbs.update(kept[0])
    menu._corners[:] = kept[1]
    menu._footer.clear()
    menu._footer.update(kept[2])


def a_verb(key: str, *, within: tuple[str, ...] = (), seen: bool = True) -> menu.Verb:
    return menu.Verb(key=key, label=key.title(), url_name="home", may_see=lambda _user: seen, within=within)


def test_verbs_stand_in_the_order_of_the_design() -> None:
    menu.register_verb(a_verb("evidence"))
    menu.register_verb(a_verb("learn"))
    menu.register_verb(a_verb("use", seen=False))
    assert [entry.key for entry in menu.entries(NOBODY)] == ["learn", "evidence"]


def test_a_verb_is_registered_once_and_is_one_of_four() -> None:
    menu.register_verb(a_verb("learn"))
    for key in ("learn", "play"):
        with pytest.raises(menu.MenuError):
            menu.register_verb(a_verb(key))


def test_a_view_belongs_to_the_verb_that_names_it_best() -> None:
    menu.register_verb(a_verb("learn", within=("course:",)))
    menu.register_verb(a_verb("evidence", within=("course:feedback",)))
    assert menu.verb_of("course:cohort") == "learn"
    assert menu.verb_of("course:feedback-result") == "evidence"
    assert menu.verb_of("account_login") == ""


def test_the_corner_and_the_foot_are_filled_once() -> None:
    def corner(request: HttpRequest) -> menu.Corner:
        return menu.Corner("Tea", (menu.Link("Sign out", "/out/", post=True),))

    request = RequestFactory().get("/")
    assert menu.corner_of(request) == menu.Corner()
    menu.register_corner(corner)
    assert menu.corner_of(request).name == "Tea"
    with pytest.raises(menu.MenuError):
        menu.register_corner(corner)
    menu.register_footer(menu.FooterLink("Help", "home"))
    assert menu.footer() == [menu.Link("Help", "/")]
    with pytest.raises(menu.MenuError):
        menu.register_footer(menu.FooterLink("Help again", "home"))


def test_the_shell_asks_nothing_until_it_is_shown() -> None:
    def may_see(user: menu.User) -> bool:
        raise AssertionError

    menu.register_verb(menu.Verb(key="learn", label="Learn", url_name="home", may_see=may_see))
    request = RequestFactory().get("/")
    request.user = NOBODY
    given = shell(request)
    assert (given["product"], given["verb"], given["request_id"]) == ("IPT Essentials", "", "")
    with pytest.raises(AssertionError):
        given["menu"]()  # type: ignore[operator]
