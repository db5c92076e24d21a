"""The kind `check`: knowledge questions with one right answer, its reason and its source."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from ipt.activities.answers import (
    ANSWERED,
    Data,
    Json,
    MisfitError,
    Parsed,
    Reader,
    Summary,
    Tally,
    half_up,
    listen,
)
from ipt.activities.items import Item, ItemCount, chosen, counted, fitting, read_items, refuse_repeats
from ipt.activities.schema import Fields
from ipt.activities.writing import Writing


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """One question; what it teaches is said by its topics, outcomes and tags."""

    key: str
    prompt: str
    options: tuple[Item, ...]
    right: str
    reason: str
    source: str
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """What a person learns about one answer: the right one, why, and where that is written."""

    key: str
    prompt: str
    chosen: Item | None
    right: Item
    reason: str
    source: str

    @property
    def is_right(self) -> bool:
        return self.chosen == self.right


@dataclass(frozen=True, slots=True)
class Score:
    """How many answers were right."""

    right: int
    of: int
    answers: tuple[CheckedAnswer, ...]


@dataclass(frozen=True, slots=True)
class QuestionCounts(Summary):
    """How many people chose each option of one question."""

    key: str
    prompt: str
    right: str
    options: tuple[ItemCount, ...]

    @property
    def right_count(self) -> int:
        return sum(option.count for option in self.options if option.key == self.right)

    @property
    def percent_right(self) -> int | None:
        return half_up(Fraction(100 * self.right_count, self.n)) if self.n else None


@dataclass(frozen=True, slots=True)
class CheckSummary(Summary):
    """Every question of a check, in the order of the page."""

    questions: tuple[QuestionCounts, ...]

    @property
    def publishable(self) -> bool:
        return all(question.publishable for question in self.questions)


@dataclass(frozen=True, slots=True)
class Check:
    kind: ClassVar[str] = "check"

    key: str
    prompt: str
    questions: tuple[CheckQuestion, ...]
    required: bool = True

    @classmethod
    def read(cls, fields: Fields) -> Self:
        questions = tuple(_read_question(one) for one in fields.each("questions"))
        refuse_repeats(fields, "questions", [question.key for question in questions])
        return cls(
            key=fields.key("key"),
            prompt=fields.text("prompt"),
            questions=questions,
            required=fields.flag("required", default=True),
        )

    def fields(self, prefix: str = "") -> tuple[str, ...]:
        return tuple(f"{prefix}{self.key}-{question.key}" for question in self.questions)

    def parse(self, data: Data, prefix: str = "") -> Parsed:
        named = dict(zip(self.fields(prefix), self.questions, strict=True))
        return listen(
            data,
            {field: self._reader(question) for field, question in named.items()},
            lambda read: {named[field].key: key for field, key in read.items() if key is not None} or None,
        )

    def tally(self, value: Json) -> Tally:
        answers = self._answers(value)
        marks = {f"{self.key}-{question}": {option: 1} for question, option in answers.items()}
        return {self.key: {ANSWERED: 1}} | marks

    def summarise(self, counts: Tally, _writings: tuple[Writing, ...] = ()) -> CheckSummary:
        return CheckSummary(
            n=counts.get(self.key, {}).get(ANSWERED, 0),
            questions=tuple(self._counted(question, counts) for question in self.questions),
        )

    def score(self, value: Json) -> Score:
        answers = self._answers(value)
        checked = []
        for question in self.questions:
            options = {option.key: option for option in question.options}
            checked.append(
                CheckedAnswer(
                    key=question.key,
                    prompt=question.prompt,
                    chosen=options.get(answers.get(question.key, "")),
                    right=options[question.right],
                    reason=question.reason,
                    source=question.source,
                )
            )
        return Score(right=sum(each.is_right for each in checked), of=len(checked), answers=tuple(checked))

    def _reader(self, question: CheckQuestion) -> Reader:
        return lambda values: chosen(values, question.options, required=self.required)

    def _counted(self, question: CheckQuestion, counts: Tally) -> QuestionCounts:
        marks = counts.get(f"{self.key}-{question.key}", {})
        n = sum(marks.values())
        options = counted(question.options, marks, n)
        return QuestionCounts(n=n, key=question.key, prompt=question.prompt, right=question.right, options=options)

    def _answers(self, value: Json) -> dict[str, str]:
        questions = {question.key: question for question in self.questions}
        if not isinstance(value, dict) or not value or set(value) - set(questions):
            raise MisfitError("Kept answers do not belong to these questions.")
        return {key: fitting(option, questions[key].options) for key, option in value.items()}


def _read_question(fields: Fields) -> CheckQuestion:
    question = CheckQuestion(
        key=fields.key("key"),
        prompt=fields.text("prompt"),
        options=read_items(fields, "options", least=2),
        right=fields.key("right"),
        reason=fields.text("reason"),
        source=fields.text("source"),
        topics=fields.keys("topics"),
        outcomes=fields.keys("outcomes"),
        focus=fields.keys("focus"),
        techniques=fields.keys("techniques"),
        phases=fields.keys("phases"),
    )
    keys = [option.key for option in question.options]
    if question.right and keys and question.right not in keys:
        fields.refuse("right", f"one of {', '.join(keys)}")
    fields.finish()
    return question
