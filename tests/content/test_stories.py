"""The fictional people: enough of them, of all kinds, and their conversations in full."""

from collections import Counter

from ipt.library.values import AgeGroup, Circle, Feature, Pattern, Setting, Voice
from ipt.method import Fit, FocusArea
from tests.content.said import course


def test_enough_stories_for_every_focus() -> None:
    stories = list(course().vignettes.values())
    keys = Counter(story.focus_key.area for story in stories if story.focus_key)
    assert len(stories) >= 24
    assert all(keys[area] >= 5 for area in FocusArea), keys


def test_every_fit_and_every_setting_and_age_is_met() -> None:
    stories = list(course().vignettes.values())
    assert {story.fit for story in stories} == set(Fit)
    assert {story.setting for story in stories} == set(Setting)
    assert {story.age_group for story in stories} == set(AgeGroup)
    assert {feature for story in stories for feature in story.features} == set(Feature)
    assert sum(story.fit is Fit.NOT_THE_TREATMENT for story in stories) >= 3


def test_mixed_stories_have_a_choice_that_a_colleague_could_defend() -> None:
    mixed = [story for story in course().vignettes.values() if Feature.MIXED in story.features and story.focus_key]
    assert len(mixed) >= 5
    for story in mixed:
        assert story.focus_key is not None
        assert any(other.defensible for other in story.focus_key.alternatives), story.key


def test_sensitivities_are_never_the_easy_way_out() -> None:
    """Where another area is chosen, sensitivities may be weighed; where they are chosen, the others are."""
    for story in course().vignettes.values():
        if story.focus_key and story.focus_key.area is FocusArea.SENSITIVITIES:
            assert story.focus_key.alternatives or len(story.focus_key.not_chosen.split()) >= 8, story.key


def test_a_formulation_is_said_to_the_person() -> None:
    for story in course().vignettes.values():
        words = story.formulation.lower()
        assert not story.formulation or " you " in f" {words} ", story.key
        assert "patient" not in words, story.key


def test_people_are_different_people() -> None:
    people = [story.person for story in course().vignettes.values()]
    tellers = [talk.teller for talk in course().exchanges.values()]
    names = [who.split(",")[0] for who in (*people, *tellers)]
    assert len(set(names)) == len(names)


def test_circles_are_drawn_from_the_inside_out() -> None:
    found = {person.circle for story in course().vignettes.values() for person in story.inventory}
    assert found == set(Circle)


def test_risk_is_always_asked_about() -> None:
    for story in course().vignettes.values():
        assert "ask" in story.risk.lower() or "said" in story.risk.lower(), story.key


def test_enough_conversations_with_every_way_of_going_astray() -> None:
    talks = list(course().exchanges.values())
    assert len(talks) >= 16
    assert {pattern for talk in talks for pattern in talk.patterns} == set(Pattern)
    assert sum(FocusArea.DISPUTES in talk.focus for talk in talks) >= 9


def test_the_whole_is_much_more_than_what_is_first_told() -> None:
    for talk in course().exchanges.values():
        words = " ".join(line.words for line in talk.lines)
        assert len(words.split()) >= 2 * len(talk.sparse.split()) or len(talk.lines) >= 8, talk.key
        assert {line.voice for line in talk.lines} == set(Voice)
        assert len({other.words for other in talk.alternatives}) >= 3
