"""What people in the story write and choose, by activity and part, one entry a person and then from the start again."""

# Words and short phrases, divided by commas.
WORDS = {
    ("day-1-hopes", "hopes"): (
        "start a conversation, less advice, know when to stop",
        "link people and doing, plain words",
        "know what to offer, honesty with supervisor, plain words",
        "teach it, grief",
        "structure, stay warm, grief",
        "talk about roles, sleep and arguments",
        "stay calm in rows, know when it is not safe",
        "draw a formulation, ten minutes",
        "see the whole, ending well",
        "understand the words, be useful, listen better",
        "ask about people, less advice",
        "hand over well, know when to stop",
    ),
    ("where-else-heard", "costs"): ("her evenings", "sleep, being known", "Jasmin", "sleep", "years", "tea for one"),
    ("where-else-heard", "good-for"): ("peace", "no rows", "never refused", "peace, pride", "a quiet house"),
}
# Sentences.
TEXTS = {
    ("day-1-my-sentence", "sentence"): (
        "You have not got weak, you have got depressed, and that is something that gets better.",
        "Being low is why the washing-up feels like a hill. It is not who you are.",
        "What you have is common, it has a name, and it can be treated.",
        "Depression tells you that it is your fault. I do not have to agree with it.",
        "Something happened to you, and then this came. Shall we look at both?",
        "Nobody would expect you to do everything while you are ill. Getting well is the job for now.",
        "You are not lazy. You are carrying an illness up the stairs every morning.",
        "It makes sense that you feel like this, and it will not stay like this.",
        "This is depression. It is real, it is treatable, and it is not a verdict.",
        "I have been where everything was my fault. It lied to me too.",
        "You are a good mother who is unwell. Both are true, and one of them will pass.",
        "For the next two weeks, let us blame the depression and see what changes.",
    ),
    ("my-formulation", "sentence"): (
        "This is a first go. Tell me the bit that is wrong.",
        "I have put it together from what you told me, so you will hear if I slipped.",
        "Shall I say it, and you mend it?",
        "Here is how I think it began. Stop me when it does not sound like you.",
        "Which word of mine is not yours?",
    ),
    ("my-explanation", "sentence"): (
        "When we are low we go quiet, people back off, and then there is more to be low about.",
        "It goes round: what happens with people, then mood, then what we do with people.",
        "You did not start it. But it has two places where you can get a foot in the door.",
        "Low mood makes you hard to reach, and being hard to reach keeps the mood low.",
    ),
    ("detail-heard", "question"): (
        "What were the words, as near as you can get?",
        "And how did you say it?",
        "What did you want her to know, just then?",
        "Where were you standing?",
        "What do you think he heard?",
    ),
    ("both-halves", "sentence"): (
        "I know that you drove two hours. I want us to decide it together.",
        "You are worn out as well, and I need Thursdays.",
        "I would like to be asked first. How would that be for you?",
        "I can see why you did it. Please ring before you do it again.",
    ),
    ("one-small-step", "question"): (
        "What is the smallest bit more of people that would feel like enough for this week?",
        "Who is there that you would not mind nodding to?",
        "Shall we halve it, and see whether it still scares you?",
    ),
    ("turning-outward", "sentence"): (
        "You did not come last week, and I wondered whether I had said something. Does that happen elsewhere too?",
        "It has gone quiet between us. Who else does it go quiet with?",
        "I am glad that you told me you were cross. Who else might need to hear it?",
    ),
}
# What people ask where a question of a certain kind is wanted.
ASKED = {
    ("many-kinds-of-change", "one-question"): (
        "Retiring: who used to say good morning to you?",
        "A first baby: who looks after you in all this?",
        "Moving here: what do people at home think your days are like?",
        "",
        "Separating: which hour of the day is the longest?",
        "Children leaving: what is the house good for now?",
        "Losing work: who have you not told?",
    ),
}
QUESTIONS = (
    "How do you bring it up when the person says that everything at home is fine?",
    "Can I use any of this in two sessions?",
    "",
    "What do you do when grief and a dispute come together?",
    "",
    "Is it still IPT if nobody has counted the sessions?",
    "How do you tell a dispute from somebody being frightened at home, when the partner answers the phone?",
    "",
    "How much of the effect is simply somebody asking about people?",
    "What may a peer worker use, and what should I leave alone?",
    "Does it work through an interpreter?",
    "",
)
# Keys of options, one a person.
CHOSEN = {
    ("day-1-areas-met", "most-often"): "transition transition transition grief transition transition dispute "
    "transition grief sensitivities dispute dispute",
    ("day-1-areas-met", "overlooked"): "sensitivities grief sensitivities dispute sensitivities grief sensitivities "
    "none sensitivities grief sensitivities transition",
    ("day-1-first-listening", "grace"): "grief grief grief grief grief transition grief grief grief grief grief grief",
    ("day-1-first-listening", "kiran"): "dispute dispute transition dispute dispute dispute dispute transition "
    "dispute dispute something-else dispute",
    ("day-1-first-listening", "amina"): "transition sensitivities transition transition transition transition "
    "transition transition grief transition transition sensitivities",
    ("day-1-first-listening", "colin"): "sensitivities sensitivities sensitivities something-else sensitivities "
    "sensitivities transition sensitivities sensitivities sensitivities grief sensitivities",
    ("day-1-first-listening", "joanne"): "something-else dispute something-else something-else dispute "
    "something-else something-else something-else dispute something-else something-else dispute",
    ("day-1-first-listening", "dev"): "something-else grief grief something-else grief something-else something-else "
    "something-else grief something-else grief something-else",
    ("day-1-what-do-you-expect", "severe"): "better-than-cbt some-evidence some-evidence worse better-than-cbt "
    "some-evidence only-therapy some-evidence some-evidence better-than-cbt worse some-evidence",
    ("day-1-what-do-you-expect", "prolonged-grief"): "ipt same same specific ipt same specific specific ipt ipt "
    "unknown same",
}
# Marks from 0 to 10, one a person.
MARKS = {
    ("day-1-asking-about-people", "asking"): (4, 6, 3, 7, 8, 6, 7, 5, 6, 8, 4, 3),
    ("day-1-my-sentence", "readiness"): (7, 5, 6, 8, 8, 6, 4, 7, 7, 9, 5, 6),
}
# How far each of the seven outcomes was true before and after, one row a person.
BEFORE = (
    (3, 4, 2, 1, 4, 6, 0),
    (2, 4, 3, 2, 4, 5, 1),
    (4, 5, 3, 3, 3, 5, 2),
    (5, 6, 5, 4, 5, 6, 1),
    (5, 5, 4, 5, 6, 7, 3),
    (1, 3, 2, 1, 3, 6, 0),
    (2, 3, 2, 2, 3, 5, 0),
    (6, 7, 5, 5, 5, 6, 2),
    (5, 6, 4, 5, 4, 6, 2),
    (1, 2, 1, 0, 3, 4, 0),
    (2, 4, 2, 1, 3, 6, 0),
    (3, 3, 3, 2, 3, 4, 1),
)
AFTER = (
    (8, 8, 7, 8, 7, 9, 7),
    (8, 7, 7, 8, 8, 9, 7),
    (8, 9, 8, 8, 6, 8, 7),
    (9, 8, 8, 9, 7, 8, 6),
    (8, 8, 7, 9, 8, 9, 8),
    (7, 8, 7, 7, 7, 9, 6),
    (8, 7, 9, 8, 6, 8, 6),
    (9, 9, 8, 9, 8, 8, 7),
    (9, 8, 8, 9, 7, 8, 7),
    (7, 7, 8, 7, 7, 8, 7),
    (8, 7, 7, 7, 6, 9, 6),
    (7, 8, 8, 7, 6, 7, 5),
)
# Where a part of another activity wants words, and nobody has written any for it.
ANYTHING = (
    "I noticed how quickly I wanted to solve it.",
    "Slower than I thought, and it worked better for that.",
    "I want to try this with my supervisor first.",
    "The pause was the hardest part.",
)
PLANS = (
    ("I open a review and hear that sleep is worse", "ask who has been around since then"),
    ("somebody says “it is my own fault”", "say my sentence once, and wait"),
    ("I write the care plan", "put one person and one change into it"),
    ("my supervision begins on Thursday", "bring a timeline on one sheet of paper"),
)
