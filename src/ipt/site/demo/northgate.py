"""The people of the main cohort, at Northgate House: twelve, of whom the first nine came early."""

from ipt.site.demo.cast import Delegate

ADA = Delegate(
    name="Ada Nwosu",
    works_at="northmoor",
    role="nurse",
    setting="community-team",
    patients="long-lasting isolated risk-often",
    lean_on="communication-analysis grief own-practice",
    hopes="To have something to do in a thirty-minute visit besides asking about sleep and tablets. Half of what "
    "people bring me is a falling-out or a loss, and I nod.",
    worries="Role-play in front of strangers. I will do it, but please not first.",
)
BEN = Delegate(
    name="Ben Hartley",
    works_at="northmoor",
    role="occupational-therapist",
    setting="community-team",
    patients="long-lasting life-change isolated",
    lean_on="role-transitions own-practice goals",
    hopes="A way of linking what people do all day with whom they do it. I suspect I have been doing half of this "
    "without the words.",
    worries="That I come away with a model my team has no room for.",
)
PRIYA = Delegate(
    name="Priya Raman",
    works_at="calderline",
    role="wellbeing-practitioner",
    setting="talking-therapies",
    patients="first-episode life-change",
    lean_on="suitability role-transitions evidence",
    hopes="To know when low mood is better talked about as a change in life than as thoughts to be challenged, and "
    "how to put that to my supervisor.",
    worries="We have thirty minutes and six sessions. I would like to hear honestly what is still IPT then.",
)
GWILYM = Delegate(
    name="Gwilym Pryce",
    works_at="northmoor",
    role="doctor",
    setting="older-adults general-hospital",
    patients="later-life bereaved physical-illness",
    lean_on="grief guidelines formulation",
    training="read",
    hopes="To teach trainees to ask who died before they ask about appetite. And to prescribe less into plain grief.",
    worries="Being the only doctor in the room, with everybody waiting for me to say something about medication.",
)
MARISOL = Delegate(
    name="Marisol Vega",
    works_at="lanternhouse",
    role="therapist",
    setting="voluntary independent",
    patients="bereaved life-change with-interpreter",
    lean_on="role-transitions process therapeutic-relationship",
    training="short-course",
    hopes="I work with people who have changed country and lost a whole life of contacts. I want more structure "
    "without losing the person.",
    worries="Structure! And whether it translates: half of my sessions are in Spanish.",
)
HANNAH = Delegate(
    name="Hannah Lindqvist",
    works_at="northmoor",
    role="nurse",
    setting="perinatal",
    patients="new-parents couples-families",
    lean_on="role-transitions direct-and-empathic",
    hopes="To treat becoming a parent as the change that it is, and the row about who gets up at night as a row.",
    worries="Leaving on time on the second day: nursery closes at six.",
)
YUSUF = Delegate(
    name="Yusuf Demir",
    works_at="northmoor-council",
    role="social-worker",
    setting="community-team crisis-team",
    patients="couples-families risk-often with-interpreter",
    lean_on="suitability communication-analysis direct-and-empathic",
    hopes="A calmer way into family arguments. I am usually asked to have them fixed by Friday.",
    worries="Where the line runs between a dispute and somebody who is not safe at home. I want that said clearly.",
)
NIAMH = Delegate(
    name="Niamh Costello",
    works_at="stannes",
    role="psychologist",
    setting="general-hospital",
    patients="physical-illness life-change",
    lean_on="formulation evidence teaching-the-model",
    training="read",
    hopes="To draw one interpersonal formulation on a ward in ten minutes, with the person holding the pen.",
    worries="None. Except that I may compare everything with CBT out loud. Do stop me.",
    adjustment="A seat at the front, on the left, facing whoever speaks",
)
KWAME = Delegate(
    name="Kwame Boateng",
    works_at="calderline",
    role="therapist",
    setting="talking-therapies",
    patients="first-episode long-lasting bereaved",
    lean_on="process ending evidence",
    training="read",
    hopes="I start IPT practitioner training next year and want to hear the whole of it once before I am taped.",
    worries="I drive in from the coast. I may be ten minutes late in the morning.",
)
AGNIESZKA = Delegate(
    name="Agnieszka Wrona",
    works_at="",
    role="support-worker",
    setting="ward",
    patients="isolated long-lasting",
    lean_on="goals own-practice",
    hopes="I am a peer worker. I want to know what the therapists talk about, and which parts I can use over a cup "
    "of tea.",
    worries="That it is pitched at people with letters after their names.",
    adjustment="Handouts in large print, the day before",
)
FARIDA = Delegate(
    name="Farida Haidari",
    works_at="calderline",
    role="nurse",
    setting="primary-care perinatal",
    patients="new-parents with-interpreter isolated",
    lean_on="teaching-the-model suitability",
    hopes="To ask about the people around a mother in a way that does not sound like a check on her.",
)
CALLUM = Delegate(
    name="Callum Reid",
    works_at="northmoor",
    role="nurse",
    setting="crisis-team",
    patients="first-episode risk-often",
    lean_on="suitability communication-analysis",
    hopes="Something for the two weeks that we have people, which the next team can carry on with.",
    worries="I may be called back for a shift on one of the afternoons.",
)

EARLY = (ADA, BEN, PRIYA, GWILYM, MARISOL, HANNAH, YUSUF, NIAMH, KWAME)
LATER = (AGNIESZKA, FARIDA, CALLUM)
EVERYBODY = EARLY + LATER
