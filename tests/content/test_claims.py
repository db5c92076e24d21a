"""Nothing is claimed that the evidence does not carry, and nothing that nobody has checked."""

import re

import pytest

from tests.content.said import course, passages, sentences

DENIED = re.compile(r"\b(not|no|nobody|never|neither|nor|whether|cannot)\b|\?", re.IGNORECASE)

# Said only where the same sentence denies it or asks about it.
TO_DENY = {
    "better than CBT": r"\b(better|superior|more effective|stronger)\b.{0,20}\b(than|to)\b.{0,12}\b(CBT|cognitive)",
    "a qualification": r"\bqualif(y|ies|ied|ication)\b",
    "an IPT therapist": r"\b(IPT|interpersonal) (therapists?|practitioners?)\b(?! training)",
    "a cure": r"\b(cures?|cured|guarantees?d?|proven to work)\b",
}
# Said only where the whole passage denies it.
TO_REFUTE = r"\bonly (psychological )?(therapy|treatment)\b"

# Uncertain or dated: never said.
NEVER = {
    "people in the trial of 1979": r"\b81 or 96\b|\b(81|96) (people|patients|outpatients|women)\b",
    "the year IPT UK began": r"IPT UK\b.{0,40}\b(founded|formed|established|began)\b.{0,20}\b(19|20)\d\d",
    "numbers of recommendations": r"\b1\.(6\.1|9\.5|11\.2)\b",
    "sessions in NG222": r"NG222.{0,200}\b\d+ (weekly )?sessions|\b\d+ (weekly )?sessions.{0,200}NG222",
    "IPT UK's present requirements": r"IPT UK\b.{0,120}\b\d+ (days|cases|hours|recordings)\b",
    "levels without their body": r"\bLevel [ABCD]\b(?!.{0,40}(IPT UK|IPT Institute))",
    "Mind's number": r"\b0300 (123 3393|102 1234)\b",
    "the licence of the WHO manual": r"\bCC BY",
    "the brochure's ratings": r"\b(98|94) ?(%|per cent)",
    "the brochure's praise": r"\bmassive\b|\bheadlines\b|\binvigorating\b",
}

AMERICAN = re.compile(
    r"\b(behavior|color|center|favor|honor|labor(?!ator)|counselor|counseling|program(?!me)|judgment|fulfill|enroll\b"
    r"|analyz|practicing|practiced|labeled|modeling|traveling|pediatric|gray)\w*"
    r"|\b(?!seiz|siz|priz)(?<!World Health )\w+(izing|ized|ization|izations)\b"
    r"|\b(recogn|organ|real|emphas|summar|random|minim|normal|critic)ize"
    r"|\b(I|you|we|they|people) practice\b|\b(a|the|of|more|in) practise\b",
    re.IGNORECASE,
)
TELEPHONE = re.compile(r"\b(0\d{3} [\d ]{3,8}\d|116 123|85258)\b")


def overclaims(passage: str) -> list[str]:
    """Why a passage may not stand in the course."""
    found = [
        name
        for name, pattern in TO_DENY.items()
        for sentence in sentences(passage)
        if re.search(pattern, sentence, re.IGNORECASE) and not DENIED.search(sentence)
    ]
    if re.search(TO_REFUTE, passage, re.IGNORECASE) and not DENIED.search(passage):
        found.append("the only therapy")
    return found + [name for name, pattern in NEVER.items() if re.search(pattern, passage)]


def test_there_is_something_to_read() -> None:
    assert len(passages()) > 300


def test_the_course_claims_nothing_it_should_not() -> None:
    assert [(name, why, words) for name, words in passages() for why in overclaims(words)] == []


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("IPT works better than CBT.", "better than CBT"),
        ("It is not new. It is more effective than CBT.", "better than CBT"),
        ("This course qualifies you.", "a qualification"),
        ("Afterwards you will be an IPT therapist.", "an IPT therapist"),
        ("The only psychological therapy that works.", "the only therapy"),
        ("IPT cures depression.", "a cure"),
        ("DiMascio's trial had 81 people.", "people in the trial of 1979"),
        ("NICE offers 8 to 16 sessions [@NG222].", "sessions in NG222"),
        ("IPT UK asks for four days: 5 days and 4 cases.", "IPT UK's present requirements"),
        ("This gives you Level A.", "levels without their body"),
        ("Elkin's massive study.", "the brochure's praise"),
    ],
)
def test_a_false_claim_would_be_caught(claim: str, why: str) -> None:
    assert overclaims(claim) == [why]


@pytest.mark.parametrize(
    "claim",
    [
        "IPT was not shown to be better than CBT.",
        "Is this better than CBT?",
        "You will not be an IPT therapist.",
        "It is the only therapy that works, people say. It was never that.",
        "IPT UK calls its first level Level A (IPT UK).",
    ],
)
def test_a_denial_may_be_said(claim: str) -> None:
    assert overclaims(claim) == []


def test_the_spelling_is_british() -> None:
    found = [(name, match[0]) for name, words in passages() for match in AMERICAN.finditer(words)]
    assert found == []


@pytest.mark.parametrize("word", ["behavioral", "organization", "recognize", "program", "you practice", "the practise"])
def test_american_spelling_would_be_caught(word: str) -> None:
    assert AMERICAN.search(word)


@pytest.mark.parametrize(
    "word", ["behavioural", "programme", "practise", "your practice", "exercise", "size", "seized"]
)
def test_british_spelling_is_left_alone(word: str) -> None:
    assert not AMERICAN.fullmatch(word)


def test_every_telephone_number_is_a_signpost() -> None:
    contacts = " ".join(post.contact for post in course().signposts.entries)
    found = [(name, match[0]) for name, words in passages() for match in TELEPHONE.finditer(words)]
    assert found
    assert [each for each in found if each[1] not in contacts] == []
