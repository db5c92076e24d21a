"""Knowledge questions with their key, and what else is asked in a block: for the tutor alone."""

from collections.abc import Iterable

from ipt.activities import Activity, Check, CheckQuestion
from ipt.library import Course
from ipt.print import nodes
from ipt.print.nodes import Nodes, words
from ipt.print.sources import Sources


def forms(course: Course, sources: Sources) -> Nodes:
    """Every parallel form of the knowledge check."""
    done: Nodes = []
    for name, keys in course.questions.items():
        done.append(nodes.heading(2, words(name.replace("-", " ").title())))
        for key in keys:
            activity = course.activity(key)
            done += [nodes.heading(3, words(activity.title)), *_checks(activity, sources)]
    return done


def asked(course: Course, keys: Iterable[str], sources: Sources) -> Nodes:
    """What is put to people in a block: prompts, and the key where there is one."""
    done: Nodes = []
    for key in keys:
        activity = course.activity(key)
        done.append(nodes.caption(f"On the screen: {activity.title}"))
        prompts = [part.prompt for part in activity.parts if not isinstance(part, Check)]
        done += [nodes.plain_list(prompts)] if prompts else []
        done += _checks(activity, sources)
    return done


def _checks(activity: Activity, sources: Sources) -> Nodes:
    questions = [question for part in activity.parts if isinstance(part, Check) for question in part.questions]
    return [
        {
            "is": "question",
            "number": number,
            "of": words(question.prompt),
            "options": [{"of": words(item.text), "right": item.key == question.right} for item in question.options],
            "reason": _reason(question, sources),
        }
        for number, question in enumerate(questions, 1)
    ]


def _reason(question: CheckQuestion, sources: Sources) -> list[object]:
    return [*words(question.reason), " ", sources.cited([question.source])]
