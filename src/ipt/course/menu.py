"""The verbs of the menu that the course answers, Learn and Evidence, and its links at the foot."""

from django.utils.translation import gettext_lazy as _

from ipt.ui.menu import FooterLink, User, Verb, register_footer, register_verb


def register_verbs() -> None:
    """Register them with the shell."""
    register_verb(Verb(key="learn", label=_("Learn"), url_name="home", may_see=_everybody, within=("course:", "home")))
    register_verb(
        Verb(
            key="evidence",
            label=_("Evidence"),
            url_name="course:evidence",
            may_see=_everybody,
            within=("course:evidence", "course:feedback", "course:results"),
        )
    )
    register_footer(FooterLink(_("Where to get help"), "course:signposts"))
    register_footer(FooterLink(_("Prospectus"), "course:prospectus"))
    register_footer(FooterLink(_("Check a certificate"), "course:verify"))


def _everybody(_user: User) -> bool:
    """Learn leads each person to their own first page; the published figures are for everybody."""
    return True
