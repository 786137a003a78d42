"""`timeline cite`: the bibliography of a selection."""

import json


def test_in_a_pipe_each_source_is_a_line_by_date(run, curated):
    """Of the whole timeline: every source once, the dated ones in order, the undated last."""
    result = run("cite")
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    dated = [bool(line[3]) for line in lines]
    assert len(lines) == len({line[0] for line in lines}) == len(curated.sources)
    assert dated == sorted(dated, reverse=True)
    assert lines[0][0] == "kremlin-2001-05-14"
    assert result.stderr == f"{len(lines)} sources\n"


def test_a_page_numbers_them(run, small_file):
    """With grade, note, address, and how many events rest on each."""
    text = run("cite", "-f", small_file, "--format", "table").stdout
    for words in (
        "7 events · 2 sources",
        " 1  The Gazette, War begins, 2 Mar 2018\n    B usually reliable · 5 events\n",
        "    https://gazette.example/war?a=1\n",
        " 2  Rumours\n    F reliability cannot be judged · 3 events\n    in Latin\n",
    ):
        assert words in text


def test_csl_is_a_list_of_items(run, small_file):
    """Of the selection only, with the ids of the file; nothing found is an empty list."""
    items = json.loads(run("cite", "-f", small_file, "treaty", "--csl").stdout)
    assert [item["id"] for item in items] == ["gazette"]
    assert json.loads(run("cite", "-f", small_file, "year:2005", "--csl").stdout) == []


def test_csl_is_a_form_of_its_own(run, small_file):
    """Two forms at once are wrong use, before or behind the command."""
    for args in (("cite", "--csl", "--format", "md"), ("--format", "md", "cite", "--csl")):
        result = run(*args, "-f", small_file) if args[0] == "cite" else run("-f", small_file, *args)
        assert result.exit_code == 2
        assert result.stderr == "timeline: --csl is a form of its own\nleave out --format md\n"


EVIDENCE = """\
actors: {mayor: {name: The mayor}}
sources:
  gazette:
    publisher: The Gazette
    author: [Ana Writer, Ben Writer]
    title: No way across & back
    date: 2019-03-29
    type: article
    language: ru
    pages: 12–15
    url: https://gazette.example/a_b
    archive: [https://archive.example/a]
    reliability: B
    of: [mayor]
    firsthand: yes
  echo: {publisher: The Echo, date: 2019-03~, copy-of: gazette}
events:
  - {date: 2019, title: a, sources: [gazette, echo]}
"""


def _file(tmp_path):
    path = tmp_path / "evidence.yaml"
    path.write_text(EVIDENCE, encoding="utf-8")
    return str(path)


def test_a_signed_source_is_cited_by_its_authors(run, tmp_path):
    """Authors, title, publisher, date, pages; what more is known stands below."""
    text = run("cite", "-f", _file(tmp_path), "--format", "table", "--width", "120").stdout
    assert (
        " 2  Ana Writer and Ben Writer, No way across & back, The Gazette, 29 Mar 2019, pp. 12–15\n"
        "    B usually reliable · 1 event\n"
        "    article\n"
        "    in Russian\n"
        "    voice of The mayor\n"
        "    firsthand\n"
        "    https://gazette.example/a_b\n"
        "    archived at\n"
        "    https://archive.example/a\n"
    ) in text
    lines = run("cite", "-f", _file(tmp_path), "--format", "md").stdout
    assert "1. The Echo, c. Mar 2019 (copy of The Gazette, 29 Mar 2019). (1 event)" in lines
    assert "2. Ana Writer and Ben Writer, *No way across \\& back*, The Gazette, " in lines


def test_bibtex_is_an_entry_for_each_source(run, tmp_path):
    """By hand, from what BibTeX and BibLaTeX take."""
    assert run("cite", "-f", _file(tmp_path), "--bibtex").stdout == (
        "@misc{echo,\n"
        "  publisher = {The Echo},\n"
        "  note = {copy of The Gazette, 29 Mar 2019},\n"
        "  date = {2019-03~},\n"
        "  year = {2019},\n"
        "  month = mar,\n"
        "}\n"
        "\n"
        "@article{gazette,\n"
        "  author = {{Ana Writer} and {Ben Writer}},\n"
        "  title = {No way across \\& back},\n"
        "  journal = {The Gazette},\n"
        "  language = {ru},\n"
        "  note = {reliability: B usually reliable; voice of The mayor; firsthand; "
        "archived at https://archive.example/a},\n"
        "  pages = {12--15},\n"
        "  date = {2019-03-29},\n"
        "  year = {2019},\n"
        "  month = mar,\n"
        "  url = {https://gazette.example/a_b},\n"
        "}\n"
        "\n"
    )


def test_ris_is_a_record_for_each_source(run, tmp_path):
    """By hand, from the tags of RIS."""
    assert run("cite", "-f", _file(tmp_path), "--ris").stdout == (
        "TY  - GEN\n"
        "ID  - echo\n"
        "PB  - The Echo\n"
        "PY  - 2019\n"
        "DA  - 2019/03//c. Mar 2019\n"
        "N1  - copy of The Gazette, 29 Mar 2019\n"
        "ER  - \n"
        "\n"
        "TY  - NEWS\n"
        "ID  - gazette\n"
        "AU  - Ana Writer\n"
        "AU  - Ben Writer\n"
        "TI  - No way across & back\n"
        "T2  - The Gazette\n"
        "PY  - 2019\n"
        "DA  - 2019/03/29/\n"
        "SP  - 12\n"
        "EP  - 15\n"
        "UR  - https://gazette.example/a_b\n"
        "LA  - ru\n"
        "N1  - reliability: B usually reliable; voice of The mayor; firsthand; "
        "archived at https://archive.example/a\n"
        "ER  - \n"
        "\n"
    )


def test_two_forms_of_reference_managers_at_once_are_refused(run, small_file):
    """Either could have been meant."""
    result = run("cite", "-f", small_file, "--csl", "--ris")
    assert result.exit_code == 2
    assert result.stderr == "timeline: --csl and --ris are forms of their own\nwrite one of them\n"


def test_what_is_cited_can_be_imported(run, tmp_path):
    """A bibliography becomes the section of sources of an event file."""
    bib = tmp_path / "a.bib"
    bib.write_text(run("cite", "-f", _file(tmp_path), "--bibtex").stdout, encoding="utf-8")
    result = run("import", str(bib))
    echo = "sources:\n  echo:\n    publisher: The Echo\n    date: 2019-03~\n"
    assert result.stdout.startswith(echo)
    assert result.stderr.endswith("a.bib: 2 sources read, 2 written\n")
