"""What people said at the end: marks for presentation and relevance, a comment, and whether it may be quoted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One person's feedback; `shown` is what the tutor later chose for the prospectus."""

    presentation: int
    relevance: int
    comment: str = ""
    may_quote: bool = False
    shown: bool = False

    def sent(self) -> dict[str, list[str]]:
        """Give it as a browser would send it."""
        return {
            "ratings-presentation": [str(self.presentation)],
            "ratings-relevance": [str(self.relevance)],
            "comment": [self.comment],
            "comment-quote": ["yes"] if self.may_quote and self.comment else [],
        }


# 66 of 70 for presentation, 62 of 70 for relevance.
HARBOUR = (
    Said(
        5,
        5,
        "I came for a model and left with three sentences that I have used every week since. The practice in threes "
        "was the best part, and I dreaded it.",
        may_quote=True,
        shown=True,
    ),
    Said(5, 4, "Clear, unhurried, and honest about what the trials do and do not show.", may_quote=True, shown=True),
    Said(4, 4, "The second afternoon was too full. I would drop one of the demonstrations and keep the practice."),
    Said(
        5,
        5,
        "I had always gone straight past the bereavement to the symptoms. I will not be able to do that again.",
        may_quote=True,
        shown=True,
    ),
    Said(4, 4),
    Said(4, 3, "Good, but most examples were adults in clinics. I work with young people and had to translate."),
    Said(5, 4, "Best use of three days this year. Please keep the printed handouts.", may_quote=True),
    Said(5, 4, "More on sensitivities, please: it went by in half an hour, and it is most of my caseload."),
    Said(5, 5, "The tutor never once made me feel that I was not a therapist.", may_quote=True),
    Said(5, 5),
    Said(5, 4, "The room was cold. The teaching was not."),
    Said(4, 5, "I liked knowing each morning what I had kept from the day before.", may_quote=True),
    Said(5, 5),
    Said(5, 5, "Useful on the very next shift, and I now know when to stop and pass it on."),
)

# 53 of 55 for presentation, 50 of 55 for relevance.
NORTHGATE = (
    Said(
        5,
        5,
        "I drew the timeline with somebody on the Monday after. She took the paper home with her.",
        may_quote=True,
        shown=True,
    ),
    Said(5, 4, "Warm, exact, and it kept to time.", may_quote=True),
    Said(4, 4, "As a doctor I could have done with ten minutes more on how it sits beside medication."),
    Said(
        5,
        5,
        "I am a peer worker and was afraid that it would be over my head. It was pitched so that I could use it "
        "on Monday.",
        may_quote=True,
        shown=True,
    ),
    Said(5, 4, "Communication analysis is harder than it looks. One more round of practice would have paid."),
    Said(5, 5),
    Said(5, 5, "The line between a dispute and not being safe was drawn plainly and early. Thank you.", may_quote=True),
    Said(4, 4, "Two days running after a week's gap was awkward for the rota, though the gap helped me to try things."),
    Said(5, 5, "It gave my team a common way to talk about loss.", may_quote=True, shown=True),
    Said(5, 4),
    Said(5, 5, "I will use the circle. I will not call it IPT, and I now know why not."),
)
