"""Every kind of piece is read into its value, and every mistake in one is said with its file and line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ipt.library import check_pack, content_stats, parse_document, read_pack, render_stats
from ipt.library.markdown.nodes import Insert, InsertKind, words_of
from ipt.library.values import Audience, Circle, Direction, Met, Pattern, Setting, Spoken, Stop, Voice
from ipt.method import Degree, Fit, FocusArea, Phase, Technique
from tests.library.packs import mistakes_in
from tests.library.pieces import TAG_LINES, WHOLE, a_whole_pack


def test_a_whole_pack_has_neither_mistake_nor_gap(tmp_path: Path) -> None:
    report = check_pack(a_whole_pack(tmp_path))
    assert (report.mistakes, report.gaps, report.unused) == ((), (), ())


def test_a_demonstration(tmp_path: Path) -> None:
    shown = read_pack(a_whole_pack(tmp_path)).demonstrations["naming"]
    nurse, carol = shown.cast
    assert shown.weaker == (Spoken(nurse, "Seventeen.", "Only a number."), Stop("What has she heard?"))
    assert shown.better[-2:] == (Direction("She waits."), Stop("What would you say?"))
    assert [turn.speaker for turn in shown.better if isinstance(turn, Spoken)][:2] == [nurse, carol]
    assert (shown.minutes, shown.spoken_words, shown.stops) == (5, 351, 2)
    assert shown.focus == tuple(FocusArea)


def test_a_role_play(tmp_path: Path) -> None:
    played = read_pack(a_whole_pack(tmp_path)).roleplays["naming"]
    assert [one.key for one in played.rounds] == ["r1", "r2", "r3"]
    assert played.rounds[0].card.facts == ("She is tired.", "She is safe.")
    assert played.rounds[0].swap.opening == "Well."
    assert [(sheet.title, len(sheet.ticks)) for sheet in played.observers] == [("Words", 6), ("Effects", 6)]


def test_a_vignette(tmp_path: Path) -> None:
    story = read_pack(a_whole_pack(tmp_path)).vignettes["grace"]
    assert (story.setting, story.fit, story.inventory[0].circle) == (Setting.PRIMARY_CARE, Fit.GOOD, Circle.OUTER)
    assert story.focus_key is not None
    assert story.focus_key.area is FocusArea.GRIEF
    assert story.focus_key.reasons[0].rests_on == ("died", "shed")
    (other,) = story.focus_key.alternatives
    assert (other.area, other.defensible, other.reason.text) == (FocusArea.TRANSITIONS, True, "She is alone now.")
    assert (story.timeline[0].symptoms, story.timeline[1].event, story.scores[0].score) == ("", "", 17)


def test_an_exchange(tmp_path: Path) -> None:
    talk = read_pack(a_whole_pack(tmp_path)).exchanges["gravy"]
    assert (talk.scene.when, talk.lines[0].felt, talk.lines[1].felt) == ("Sunday", "hurt", "")
    assert (talk.lines[1].voice, talk.wish_met, talk.broke_at) == (Voice.OTHER, Met.NO, 2)
    assert (talk.patterns, len(talk.alternatives)) == ((Pattern.HINTING,), 3)
    assert talk.for_analysis
    assert not replace(talk, focus=()).for_analysis


def test_minutes_without_breaks(tmp_path: Path) -> None:
    half_day = read_pack(a_whole_pack(tmp_path)).half_days[0]
    assert (half_day.minutes, half_day.taught_minutes) == (110, 90)


def test_words_are_counted_wherever_they_stand() -> None:
    text = (
        "# T\n\n## One two\n\nThree *four* [five](https://a.org).\n\n- six\n- seven\n\n> eight\n\n"
        "| nine | ten |\n|---|---|\n| eleven | |\n\n::: say\ntwelve\n:::\n\n::: diagram circle\n:::\n"
    )
    assert words_of(parse_document(text).nodes) == 12


def test_cards_papers_slides_and_diagrams(tmp_path: Path) -> None:
    course = read_pack(a_whole_pack(tmp_path))
    assert course.monday["begin"].degrees == (Degree.LISTEN, Degree.ONE_TOOL)
    assert (course.recall["goals"].back, course.recall["goals"].techniques) == ("Two.", tuple(Technique))
    assert (course.papers["what"].audience, course.papers["what"].document.title) == (Audience.PATIENT, "What it is")
    assert (course.diagrams["circle"].title, course.diagrams["circle"].svg[:4]) == ("A circle", "<svg")
    slides = course.modules["01-welcome"].slides
    assert slides is not None
    assert [one.title for one in slides.slides] == ["First", "Second"]
    assert slides.slides[1].nodes == (Insert(InsertKind.DIAGRAM, "circle"),)
    assert course.modules["01-welcome"].citations == ("Elkin1989", "Luty2007")
    assert course.questions == {"form-a": ("check-a",)}
    assert course.activity("check-a").minutes == 5
    assert course.block("open-1").phases == tuple(Phase)


def test_the_counts(tmp_path: Path) -> None:
    stats = content_stats(read_pack(a_whole_pack(tmp_path)))
    for kind in (
        "vignettes", "exchanges", "questions", "cards", "demonstrations", "monday_cards", "handouts", "diagrams",
        "roleplays", "papers", "modules", "forms", "block_handouts",
    ):  # fmt: skip
        assert stats["counts"][kind] == 1, kind
    assert (stats["counts"]["rounds"], stats["counts"]["slides"], stats["counts"]["blocks"]) == (3, 2, 18)
    for group in ("by_topic", "by_outcome", "by_focus_area", "by_technique", "by_phase"):
        for key, counted in stats[group].items():
            assert isinstance(counted, dict)
            assert (counted["questions"], counted["cards"], counted["vignettes"]) == (1, 1, 1), key
    assert stats["minutes"] == {"taught": 540, "practised": 0, "longest_input": 0, "background": 360}
    assert json.loads(json.dumps(stats)) == stats
    assert "Counts:\n  blocks: 18\n" in render_stats(stats)
    assert "  grief: 1 blocks, 1 activities, 1 questions" in render_stats(stats)


# For each file: what in it is replaced, by what, and what is then said.
CASES: dict[str, list[tuple[str, str, str]]] = {
    "demonstrations/naming.yaml": [
        ("minutes: 5", "minutes: 7", "351 spoken words for 7 minutes, expected 385 to 875"),
        ("  - stop: What would you say?\n", "", "1 stops, expected at least 2"),
        ("- direction:", "- moves:", "expected one of nurse, carol, direction, stop"),
        (
            "- direction: She waits.",
            "- {nurse: a, carol: b}",
            "named fields, expected one of nurse, carol, direction, stop, then what is said",
        ),
        (
            "- direction: She waits.",
            "- silence",
            '"silence", expected one of nurse, carol, direction, stop, then what is said',
        ),
        ("[Elkin1989]", "[Elkin1990]", 'the unknown reference "Elkin1990"'),
    ],
    "roleplays/naming.yaml": [
        ("a, b, c, d, e, f", "a, b, c", '3 in "ticks", expected 6'),
        ("key: r2,", "key: r1,", 'the round key "r1" again'),
        ("steps: [Ask., Say., Wait.]", "steps: [Ask.]", '1 in "steps", expected 3 to 7'),
    ],
    "vignettes/grace.yaml": [
        (
            "rests_on: [died, shed]",
            "rests_on: [died, car]",
            'the unknown fact "car", expected one of shed, died, low, now, pat, ron, kim',
        ),
        (", rests_on: [now]", "", "a reason that rests on nothing, expected the keys of facts in the story"),
        ("key: ron,", "key: pat,", 'the key "pat" again'),
        ("score: 17", "score: 28", '"28" in "score", expected a whole number from 0 to 27'),
        ("PHQ-9, score: 17", "GAD-7, score: 22", '"22" in "score", expected a whole number from 0 to 21'),
        ("fit: good\n", "fit: with-care\n", "nothing to do instead or as well"),
        ("fit: good\n", "fit: not-the-treatment\ninstead: Refer.\n", "a key and a fit that disagree"),
        ("fit: good\n", "fit: not-the-treatment\ninstead: Refer.\n", "a formulation and a fit that disagree"),
        ("Does that fit?", "It fits.", "ending with a question"),
        ("  - {key: kim, who: Kim, circle: middle, text: Her daughter.}\n", "", "2 rows, expected at least 3"),
        ("defensible: true", "defensible: perhaps", '"perhaps" in "defensible", expected true or false'),
        (
            "features: [mixed]",
            "features: [long]",
            '"long", expected one of interpreter, directness-with-care, mixed, risk, abuse',
        ),
    ],
    "exchanges/gravy.yaml": [
        ("broke_at: 2", "broke_at: 6", '"6" in "broke_at", expected a whole number from 1 to 5'),
        ("patterns: [hinting]", "patterns: []", "no pattern, expected at least one way"),
        ("felt: hurt, ", "", 'no "felt" in a line of the exchange, expected one'),
        ("who: other", "who: teller, felt: x, wished: y", "5 lines, expected at least 5, by both"),
        ("scene:", "scenes:", 'no "scene" in an exchange, expected one'),
    ],
    "monday/begin.yaml": [
        ("minutes: 5", "minutes: 10", "10 minutes, expected 5, 15 or 45"),
        ("[listen, one-tool]", "[]", "no degree of use"),
        ("Somebody is low.", "Somebody is low. " * 70, "words, expected at most 190, which fill one side"),
    ],
    "recall/goals.yaml": [
        ("back: Two.", f"back: {'Two ' * 50}", "50 words, expected at most 45"),
        ("Luty2007", "Luty2008", 'the unknown reference "Luty2008"'),
        ("- {", "{", "expected a list, each beginning with - key:"),
        ("phases: [initial", "phases: [first", 'the unknown phase "first"'),
    ],
    "papers.yaml": [
        ("key: what,", "key: which,", "no papers/which.md, expected its text"),
        ("key: what,", "key: which,", "a paper that papers.yaml does not name"),
    ],
    "modules/01-welcome/slides.md": [
        ("# Welcome\n", "# Welcome\n\nWords.\n", "words before the first slide"),
        ("Few words", "Few words " * 30, '"First", expected at most 45'),
        ("## Second", "### Second", "a heading inside a slide"),
    ],
    "modules/01-welcome/lesson.md": [
        ("::: diagram circle", "::: diagram", '"::: diagram", expected ::: diagram and a key'),
        ("::: venue", "::: venue here", '"::: venue here", expected ::: venue alone'),
        ("::: venue\n", "::: venue\nWords.\n", "words inside ::: venue"),
        ("diagram circle", "diagram square", 'the unknown diagram "square"'),
    ],
    "diagrams/circle.svg": [
        ("<svg", "<!-- a --><svg", "a declaration or a comment"),
        ("</svg>", "", "something that is not XML"),
        ('viewBox="0 0 360 200"', 'width="3"', "no viewBox, or a fixed size"),
        ("<circle", "<image/><circle", "the element image"),
        ('r="5"', 'r="5" style="x"', "the attribute style"),
        ('fill="none"', 'fill="red"', 'fill="red", expected none or var(--diagram-ink)'),
        ("circle-ring", "ring", 'the id "ring", expected one that begins with circle-'),
        ("<title>A circle</title>", "", "no title or a very short description"),
    ],
    "course.yaml": [
        ("retired: []", "retired: [grace]", 'the retired key "grace" (vignette)'),
    ],
}
ROWS = [(name, *case) for name, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("name", "old", "new", "said"), ROWS)
def test_a_mistake_in_a_piece(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    assert old in WHOLE[name]
    found = mistakes_in(a_whole_pack(tmp_path, {name: WHOLE[name].replace(old, new)}))
    assert any(said in mistake for mistake in found), found


def test_slides_need_a_slide_and_rounds_and_sheets_their_number(tmp_path: Path) -> None:
    roleplay = WHOLE["roleplays/naming.yaml"]
    less = "\n".join(line for line in roleplay.splitlines() if "key: r3" not in line and "Effects" not in line)
    changed = {"roleplays/naming.yaml": less, "modules/01-welcome/slides.md": "# Welcome\n"}
    found = " ".join(mistakes_in(a_whole_pack(tmp_path, changed)))
    for said in ("2 rounds, expected 3", "1 sheets, expected 2", "no slide"):
        assert said in found


def test_fewer_alternatives_than_three(tmp_path: Path) -> None:
    talk = WHOLE["exchanges/gravy.yaml"]
    start = talk.index("alternatives: [")
    cut = talk[:start] + "alternatives: []\n" + talk[talk.index("rehearse") :]
    assert any("0 alternatives, expected at least 3" in one for one in mistakes_in(
        a_whole_pack(tmp_path, {"exchanges/gravy.yaml": cut})))  # fmt: skip


def test_papers_without_a_list(tmp_path: Path) -> None:
    assert mistakes_in(a_whole_pack(tmp_path, {"papers.yaml": None})) == [
        "papers/what.md:1: found no papers.yaml, expected a list that names this paper"
    ]


@pytest.mark.parametrize(("name", "what"), [("vignettes/grace", "a vignette"), ("exchanges/gravy", "an exchange")])
def test_a_piece_that_is_a_list_is_said(tmp_path: Path, name: str, what: str) -> None:
    found = mistakes_in(a_whole_pack(tmp_path, {f"{name}.yaml": "- a\n"}))
    assert f"{name}.yaml:1: found a list, expected the fields of {what}" in found


def test_not_the_treatment_needs_no_key(tmp_path: Path) -> None:
    story = WHOLE["vignettes/grace.yaml"]
    start, end = story.index("focus_key:"), story.index("sources:")
    cut = (story[:start] + story[end:]).replace("fit: good", "fit: not-the-treatment\ninstead: Refer.")
    course = read_pack(a_whole_pack(tmp_path, {"vignettes/grace.yaml": cut}))
    assert course.vignettes["grace"].focus_key is None


def test_a_gap_is_named(tmp_path: Path) -> None:
    course = WHOLE["course.yaml"].replace("decision-analysis, ", "")
    recall = WHOLE["recall/goals.yaml"].replace("decision-analysis, ", "")
    monday = WHOLE["monday/begin.yaml"].replace(TAG_LINES, "")
    report = check_pack(
        a_whole_pack(tmp_path, {"course.yaml": course, "recall/goals.yaml": recall, "monday/begin.yaml": monday})
    )
    assert report.gaps == ('The technique "decision-analysis" has no block and no card.',)


def test_forms_that_are_not_parallel_are_a_gap(tmp_path: Path) -> None:
    other = WHOLE["questions/form-a.yaml"].replace("check-a", "check-b").replace("[origins, evidence]", "[origins]")
    report = check_pack(a_whole_pack(tmp_path, {"questions/form-b.yaml": other}))
    assert report.gaps == (
        "The questions of form-b are not about the same topics and outcomes, in the same order, as those of form-a.",
    )


def test_a_run_sheet_that_tells_other_minutes_is_a_gap(tmp_path: Path) -> None:
    sheet = "modules/01-welcome/tutor.md"
    assert check_pack(a_whole_pack(tmp_path / "a", {sheet: "# Run\n\n**60 minutes.**\n"})).gaps == ()
    report = check_pack(a_whole_pack(tmp_path / "b", {sheet: "# Run\n\n**45 minutes; 40 at the least.**\n"}))
    assert report.gaps == ('The run sheet of the block "open-1" says 45 minutes, the block has 60.',)
