"""docs/json.md: what it shows is what the program says."""

import json
import re
from pathlib import Path

PAGE = (Path(__file__).parents[1] / "docs" / "json.md").read_text(encoding="utf-8")


def _block(language):
    return re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)[1]


def test_the_example_is_what_the_program_says(run, tmp_path):
    """The document of the page is the answer about the file of the page, key for key in order."""
    path = tmp_path / "war.yaml"
    path.write_text(_block("yaml"), encoding="utf-8")
    command = re.search(r"`timeline -f war.yaml (.*?)`", PAGE)[1]
    said = run("-f", str(path), *command.split()).stdout
    assert json.dumps(json.loads(said)) == json.dumps(json.loads(_block("json")))


def test_every_key_of_the_other_answers_is_on_the_page(run, small_file):
    """Whatever `show`, the counts and the sources add is named there in code."""
    for args in (["show", "war"], ["actors"], ["years"], ["sources"], ["cite"]):
        document = json.loads(run("-f", small_file, *args, "--format", "json").stdout)
        for key in _keys(document):
            assert f"`{key}`" in PAGE or f'"{key}":' in PAGE, key


def test_every_key_of_findings_and_differences_is_on_the_page(run, small_file, tmp_path):
    """Also what a loss report has."""
    other = tmp_path / "other.yaml"
    other.write_text("- {id: war, date: 2018, title: War, status: denied}\n", encoding="utf-8")
    report = tmp_path / "lost.json"
    assert run("-f", small_file, "export", "csv", "--report", str(report)).exit_code == 0
    found = run("check", str(other), "--notes", "--format", "json").stdout
    differing = run("diff", small_file, str(other), "--format", "json").stdout
    for text in (found, differing, report.read_text(encoding="utf-8")):
        for key in _keys(json.loads(text)):
            assert f"`{key}`" in PAGE or f'"{key}":' in PAGE, key


def _keys(value):
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in _keys(each)}
    return {key for each in value for key in _keys(each)} if isinstance(value, list) else set()
