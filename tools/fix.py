"""Put right what a machine can: lint, format, templates and the tables that docs take from the code."""

import sys

from tools.files import PYTHON_FILES, documents, templates
from tools.steps import Step, run_steps, tool


def main() -> int:
    return run_steps(
        [
            Step("lint", (tool("ruff", "check", "--fix", "--quiet", *PYTHON_FILES),)),
            Step("format", (tool("ruff", "format", "--quiet", *PYTHON_FILES),)),
            Step("templates", (tool("djangofmt", "--quiet", *templates()),)),
            Step("docs", (tool("cog", "-I", ".", "-U", "-r", "--verbosity=0", *documents()),)),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
