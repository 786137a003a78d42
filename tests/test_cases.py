"""Cases that are run together are all run, and each that fails is named."""

import subprocess
import sys
from pathlib import Path

TESTS = """
import pytest

@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_odd(number):
    if number == 3:
        pytest.skip("not today")
    assert number % 2

@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("other", [3, 4])
def test_one_fails(number, other):
    assert (number, other) != (2, 3)

@pytest.mark.parametrize("number", [1, 2])
def test_none_is_run(number):
    pytest.skip("not today")

@pytest.mark.parametrize("number", [1, 2])
def test_each_has_a_folder_of_its_own(number, tmp_path):
    (tmp_path / "there").touch(exist_ok=False)

@pytest.fixture
def written(tmp_path):
    (tmp_path / "there").touch(exist_ok=False)

@pytest.mark.parametrize("number", [1, 2])
def test_what_has_a_file_stays_alone(number, written, tmp_path):
    (tmp_path / "there").unlink()

@pytest.mark.parametrize("number", [1, 2])
def test_what_changes_stays_alone(number, monkeypatch):
    monkeypatch.setenv("NUMBER", str(number))

@pytest.fixture(params=["x", "y"])
def letter(request):
    return request.param

@pytest.mark.parametrize("number", [1, 2])
def test_what_is_made_for_each_stays_alone(letter, number):
    assert letter in "xy"
"""


def test_every_case_is_run_and_those_that_fail_are_named(tmp_path):
    """By names under which they run alone; what could disturb the next case is not put together."""
    (tmp_path / "test_numbers.py").write_text(TESTS, encoding="utf-8")
    tests = Path(__file__).parent
    (tmp_path / "conftest.py").write_bytes((tests / "conftest.py").read_bytes())
    asked = ["-p", "no:cacheprovider", "--together", "--rootdir", ".", "-q", "test_numbers.py"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *asked],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tests.parent)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    named = [line.rpartition("::")[2] for line in done.stdout.splitlines() if "| in " in line]
    assert named == ["test_odd[2]", "test_odd[4]"]
    assert "in test_numbers.py::test_one_fails[3-2]" in done.stdout
    assert "2 failed, 9 passed, 1 skipped" in done.stdout
