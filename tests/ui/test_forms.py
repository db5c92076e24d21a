"""A form says what is asked, what went wrong and where, to eyes and to screen readers alike."""

import re

from django import forms
from django.http import QueryDict

from ipt.ui import widgets


class Question(forms.Form):
    name = forms.CharField(label="Your name", help_text="As on your certificate.")
    setting = forms.ChoiceField(label="Where", choices=[("a", "A ward"), ("b", "A team")], widget=widgets.Radios)
    sure = forms.TypedChoiceField(
        label="How sure", choices=[(n, str(n)) for n in range(11)], widget=widgets.Scale("Not", "Wholly")
    )
    day = forms.DateField(label="Day", widget=widgets.DateInput, required=False)
    agree = forms.BooleanField(label="I have read this")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


class Search(forms.Form):
    marks_optional = False
    words = forms.CharField(label="Words", required=False)


def html_of(form: forms.Form) -> str:
    """Give the form with the white space between its tags taken out."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", re.sub(r"\s+", " ", str(form)))


def test_a_fresh_form_has_labels_and_help_but_no_errors() -> None:
    html = html_of(Question())
    assert '<label for="id_name">Your name</label>' in html
    assert 'aria-describedby="id_name_helptext"' in html
    assert '<div class="help" id="id_name_helptext">As on your certificate.</div>' in html
    assert "(optional)" in html.split("id_day")[1]
    assert 'type="date"' in html
    assert 'type="hidden" name="secret"' in html
    assert "aria-invalid" not in html
    assert 'role="alert"' not in html


def test_a_wrong_form_leads_to_each_mistake() -> None:
    html = html_of(Question(QueryDict("name=&day=soon")))
    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert targets == ["id_name", "id_setting_0", "id_sure_0", "id_day", "id_agree"]
    assert [target for target in targets if f'id="{target}"' not in html] == []
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-describedby="id_setting_error"' in html
    assert html.count("Please choose.") == 4
    assert html.count("Please fill this in.") == 2
    assert html.count("Please tick this to go on.") == 2
    assert 'value="soon"' in html


def test_what_was_typed_comes_back_escaped() -> None:
    html = html_of(Question(QueryDict("name=%3Cb%3EAda&setting=%3Ci%3E")))
    assert "&lt;b&gt;Ada" in html
    assert "<b>Ada" not in html
    assert "<i>" not in html


def test_a_mistake_of_the_whole_form_stands_on_top() -> None:
    form = Question(QueryDict("name=Ada&setting=a&sure=3&agree=on"))
    form.add_error(None, "The cohort is full.")
    form.add_error("secret", "The page is too old.")
    html = html_of(form)
    assert "<li>The cohort is full.</li><li>The page is too old.</li>" in html


def test_groups_have_legends_and_scales_have_words_at_their_ends() -> None:
    html = html_of(Question())
    assert re.findall(r"<legend>\s*(.*?)\s*</legend>", html) == ["Where", "How sure"]
    assert "<span>0: Not</span><span>10: Wholly</span>" in html
    assert html.count('type="radio" name="sure"') == 11


def test_a_single_tick_has_its_label_after_it() -> None:
    html = html_of(Question())
    assert html.index('name="agree"') < html.index('<label for="id_agree">')


def test_a_search_need_not_say_optional() -> None:
    assert "(optional)" not in html_of(Search())


def test_small_widgets_carry_their_hints() -> None:
    assert 'inputmode="numeric"' in widgets.Numeral().render("n", "")
    assert 'size="8"' in widgets.ShortText(8).render("n", "")
    assert 'rows="3"' in widgets.LongText(3).render("n", "")
    assert 'type="time"' in widgets.TimeInput().render("n", "")
