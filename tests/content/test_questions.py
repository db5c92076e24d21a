"""The knowledge questions: four parallel forms of twenty from one blueprint, and no giveaway."""

from collections import Counter

import pytest

from ipt.activities import Check, CheckQuestion, Linkage
from tests.content.said import course

FORMS = sorted(course().questions)


def questions(form: str) -> list[CheckQuestion]:
    activities = [course().surveys[key] for key in course().questions[form]]
    return [
        question for one in activities for part in one.parts if isinstance(part, Check) for question in part.questions
    ]


def test_four_forms_of_twenty() -> None:
    assert {form: len(questions(form)) for form in FORMS} == dict.fromkeys(("form-a", "form-b", "form-c", "form-d"), 20)


def test_no_question_is_asked_twice() -> None:
    prompts = [question.prompt for form in FORMS for question in questions(form)]
    assert len(set(prompts)) == 80


def test_forms_are_parallel_question_by_question() -> None:
    """The same place in each form asks about the same topics and works towards the same outcomes."""
    blueprint = [(question.topics, question.outcomes) for question in questions(FORMS[0])]
    for form in FORMS[1:]:
        assert [(question.topics, question.outcomes) for question in questions(form)] == blueprint, form


@pytest.mark.parametrize("form", FORMS)
def test_a_form_covers_every_topic_and_outcome(form: str) -> None:
    asked = questions(form)
    assert {key for question in asked for key in question.topics} == {topic.key for topic in course().topics}
    assert {key for question in asked for key in question.outcomes} == {one.key for one in course().outcomes}


@pytest.mark.parametrize("form", FORMS)
def test_the_right_answer_is_not_given_away(form: str) -> None:
    """Neither by its place nor by its length: each place holds it 3 to 7 times in 20, and it is seldom the longest."""
    asked = questions(form)
    places = Counter([option.key for option in question.options].index(question.right) for question in asked)
    assert all(3 <= places[place] <= 7 for place in range(4)), places
    longest = shortest = 0
    for question in asked:
        lengths = {option.key: len(option.text) for option in question.options}
        right = lengths.pop(question.right)
        longest += right > max(lengths.values())
        shortest += right < min(lengths.values())
    assert longest <= 6
    assert shortest <= 6


def test_every_answer_has_a_reason_and_a_source() -> None:
    for form in FORMS:
        for question in questions(form):
            assert len(question.reason.split()) >= 15, question.key
            assert question.source in course().references
            assert len({option.text for option in question.options}) == len(question.options) >= 3


def test_checks_are_kept_between_a_person_and_their_record() -> None:
    for keys in course().questions.values():
        assert {course().surveys[key].linkage for key in keys} == {Linkage.CONFIDENTIAL}
