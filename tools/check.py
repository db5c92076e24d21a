"""Check everything that needs no browser: ./run check, or its quick part: ./run check --fast."""

import sys

from tools.files import PYTHON_FILES, documents, templates
from tools.steps import Step, python, run_steps, tool

FAST = ("format", "lint", "floors")


def steps() -> list[Step]:
    return [
        Step(
            "format",
            (
                tool("ruff", "format", "--check", "--quiet", *PYTHON_FILES),
                tool("djangofmt", "--check", "--quiet", *templates()),
            ),
        ),
        Step("lint", (tool("ruff", "check", "--quiet", *PYTHON_FILES),)),
        Step("types", (tool("mypy", "--no-error-summary"),)),
        Step("floors", (tool("lint-imports"),)),
        Step("conventions", (python("pytest", "tests/conventions", "-q"),)),
        Step("content", (python("ipt", "content", "check"),)),
        Step("docs", (tool("cog", "-I", ".", "--check", "--verbosity=1", *documents()), python("tools.links"))),
    ]


def main(arguments: list[str]) -> int:
    if set(arguments) - {"--fast"}:
        print("./run check knows one option: --fast")
        return 2
    chosen = [step for step in steps() if not arguments or step.name in FAST]
    return run_steps(chosen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
