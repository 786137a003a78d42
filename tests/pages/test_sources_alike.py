"""Rows of sources that read alike are told apart by their ids."""

FILE = """
sources:
  wire-1: {publisher: The Wire, date: 2019-01-02}
  wire-2: {publisher: The Wire, date: 2019-01-02}
  wire-3: {publisher: The Wire, date: 2019-01-03}
events:
  - {date: 2019-01-02, title: Work stops, sources: [wire-1, wire-2, wire-3]}
"""


def test_only_those_that_read_alike_have_their_ids(run, tmp_path):
    """Two of one day; the third is of another."""
    path = tmp_path / "f.yaml"
    path.write_text(FILE)
    page = run("-f", str(path), "sources", "-o", "table", "--width", "80").stdout
    assert [id_ in page for id_ in ("wire-1", "wire-2", "wire-3")] == [True, True, False]
