"""./run: it starts from nothing but Python, says what is wrong in one sentence, and starts again at once."""

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.steps import ROOT

ECHO = "import os, sys\nprint(sys.argv[1:], os.environ.get('IPT_DATA'))\n"
# What a finished installation leaves behind, in the launcher's own words.
STAMP = """
import json, runpy
run = runpy.run_path("run")
print(json.dumps({"made for": run["made_for"](), "run": run["digest_of"]("run.txt")}))
"""


def start(checkout: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("IPT_")}
    return subprocess.run(
        (sys.executable, str(checkout / "run"), *words),
        cwd=checkout,
        env={**surroundings, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a checkout whose environment is finished, with an `ipt` that says how it was called."""
    shutil.copy(ROOT / "run", tmp_path / "run")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    (tmp_path / "ipt").mkdir()
    (tmp_path / "ipt" / "__main__.py").write_text(ECHO, encoding="utf-8")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    wanted = subprocess.run((sys.executable, "-c", STAMP), cwd=tmp_path, capture_output=True, text=True, check=True)
    (tmp_path / ".venv" / "ready.json").write_text(wanted.stdout, encoding="utf-8")
    return tmp_path


def test_it_is_understood_by_a_python_that_is_too_old() -> None:
    ast.parse((ROOT / "run").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_without_a_word_it_says_what_there_is() -> None:
    said = start(ROOT)
    assert (said.returncode, said.stdout.splitlines()[0].split()[:2]) == (0, ["./run", "demo"])


def test_a_second_start_is_quick_and_says_nothing_of_its_own(checkout: Path) -> None:
    started = time.monotonic()
    said = start(checkout, "serve", "--port", "8017")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == f"['serve', '--port', '8017'] {checkout / 'var' / 'live'}\n"
    assert time.monotonic() - started < 3


def test_the_demo_has_a_data_folder_of_its_own_unless_told(checkout: Path) -> None:
    assert start(checkout, "demo").stdout == f"['demo'] {checkout / 'var' / 'demo'}\n"
    assert start(checkout, "demo", IPT_DATA="elsewhere").stdout == "['demo'] elsewhere\n"
    assert start(checkout, "demo", "--data", "there").stdout == "['demo', '--data', 'there'] None\n"


@pytest.mark.parametrize("left", ["{", json.dumps({"made for": "Python 3.11 elsewhere"})])
def test_an_environment_that_is_not_finished_is_made_again(checkout: Path, left: str) -> None:
    (checkout / ".venv" / "ready.json").write_text(left, encoding="utf-8")
    (checkout / "requirements" / "run.txt").write_text("nothing==1 --hash=sha256:0\n", encoding="utf-8")
    said = start(checkout, "serve", PIP_NO_INDEX="1")
    assert said.stdout == "Making the environment in .venv: once, about a minute ...\n"
    assert said.returncode == 1
    assert not (checkout / ".venv" / "ready.json").exists()


def test_a_checkout_without_requirements_is_said_in_one_sentence(checkout: Path) -> None:
    shutil.rmtree(checkout / "requirements")
    said = start(checkout, "serve")
    assert said.stderr.startswith("The checkout is not complete: ")
    assert (said.returncode, len(said.stderr.splitlines())) == (1, 1)


def test_a_python_without_ensurepip_is_said_in_one_sentence(checkout: Path) -> None:
    (checkout / ".venv" / "ready.json").unlink()
    program = "import runpy, sys; sys.modules['ensurepip'] = None; sys.argv = ['run', 'serve']; "
    said = subprocess.run(
        (sys.executable, "-c", program + "runpy.run_path('run', run_name='__main__')"),
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stderr.startswith("This Python has no ensurepip")
    assert (said.returncode, len(said.stderr.splitlines())) == (1, 1)
