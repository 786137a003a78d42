"""For each rule a file that it speaks of once, there with ⟦…⟧, and one that it has nothing against.

What stands in the brackets is what is at fault: the carets are under all of it. For an
entry they are around the first character, or the id.
"""

SOURCES = """\
sources:
  good: {publisher: A, reliability: B, date: 2019-01-24}
  poor: {publisher: B, reliability: D, date: 2019-01-25}
events:
"""
LINEAGE = "sources:\n  post: {publisher: P, date: 2019-01-25}\n"
EVENT = "- date: 2019-01-23\n  title: Talks\n"


def _events(*dates):
    return "".join(f"- date: {date}\n  title: Event {at}\n" for at, date in enumerate(dates))


CASES = {
    "lost-text": (
        "- date: 2019-01-23\n  title: Council meeting ⟦#5 opens⟧\n",
        "- date: 2019  #x\n  title: 'Council #5'  # see 5\n  summary: a#5 # 5\n  tags: [a] #5\n",
    ),
    "empty-item": (
        f"{EVENT}  places: [⟦null⟧, Rome]\n",
        f"{EVENT}  places: ['null', \"~\", Rome]\n  note: ~\n",
    ),
    "hidden-character": (
        "- date: 2019-01-23\n  title: Talks in Cara⟦\u200b⟧cas\n",
        "- date: 2019-01-23\n  title: '\u0645\u06cc\u200c\u062e\u0648 \u2764\ufe0f'\n",
    ),
    "unsourced": (
        "- ⟦d⟧ate: 2019-01-23\n  title: Talks\n",
        f"{EVENT}  sources: [a]\n",
    ),
    "confirmed-on-one-origin": (
        f"{SOURCES}{EVENT}  status: confirmed\n  sources:\n  - {{source: ⟦poor⟧, note: x}}\n",
        f"{SOURCES}{EVENT}  status: confirmed\n  sources: [poor, good]\n",
    ),
    "source-before-event": (
        f"{SOURCES}- date: 2019-01-25\n  title: Talks\n  sources: [poor, ⟦good⟧]\n",
        f"{SOURCES}- date: 2019-01\n  title: Talks\n  sources: [good, poor]\n",
    ),
    "false-precision": (
        "- date: ⟦2019-08-23⟧\n  title: Talks begin late in August\n",
        "- date: 2019-08-23\n  title: Talks, as foreseen in July\n",
    ),
    "future": (
        "- date: ⟦2027-01-01⟧\n  title: Talks\n",
        "- date: 2026/2027\n  title: Talks\n",
    ),
    "after-as-of": (
        "timeline: {as_of: 2019-01-22}\nevents:\n- title: Talks\n  date: ⟦2019-01-23⟧\n",
        "timeline: {as_of: 2019-01-22}\nevents:\n- title: Talks\n  date: 2019-01\n",
    ),
    "unattributed-claim": (
        f"{EVENT}  status: ⟦claimed⟧\n",
        f"{EVENT}  status: claimed\n  actors: [a]\n",
    ),
    "status-link-mismatch": (
        f"{EVENT}  id: a\n  status: ⟦confirmed⟧\n{EVENT}  links: [denies: a]\n",
        f"{EVENT}  id: a\n  status: disputed\n{EVENT}  links: [denies: a]\n",
    ),
    "backward-link": (
        (
            f"{EVENT}  links: [part-of: c, responds-to: ⟦b⟧]\n"
            "- {id: b, date: 2019-01-24, title: Letter}\n- {id: c, date: 2020, title: War}\n"
        ),
        (
            f"{EVENT}  links: [part-of: b, responds-to: b]\n"
            "- {id: b, date: 2019-01, title: Letter}\n"
        ),
    ),
    "order-conflict": (
        (
            "- {id: a, date: 2019-01, title: Talks, links: [after: ⟦b⟧]}\n"
            "- {id: b, date: 2019-02, title: Letter}\n"
        ),
        (
            "- {id: a, date: 2019-01, title: Talks, links: [after: b, during: c]}\n"
            "- {id: b, date: 2019-01, title: Letter}\n- {id: c, date: 2019, title: War}\n"
        ),
    ),
    "could-be-narrower": (
        (
            "- {id: a, date: ⟦2019-01⟧, title: Talks}\n"
            "- {id: b, date: 2019-01-10, title: Letter, links: [responds-to: a]}\n"
        ),
        (
            "- {id: a, date: 2019-01?, title: Talks}\n"
            "- {id: b, date: 2019-01-10, title: Letter, links: [responds-to: a, part-of: c]}\n"
            "- {id: c, date: 2019, title: War}\n"
            "- {id: d, title: Answer, links: [after: b, responds-to: e]}\n"
            "- {id: e, date: 2019-03-05, title: Question}\n"
        ),
    ),
    "near-duplicate": (
        (
            "- {date: 2025-10-26, title: Russian Il-76 lands in Caracas}\n"
            "- {date: 2025-10~, title: ⟦An Il-76 from Russia landed in Caracas⟧}\n"
            "- {date: 2025-10, title: Somebody else speaks}\n"
        ),
        (
            "- {date: 2025-10-26, title: Russian Il-76 lands in Caracas}\n"
            "- {date: 2025-11-26, title: Russian Il-76 lands in Caracas}\n"
            "- {date: 2025-10, title: Somebody else speaks}\n"
        ),
    ),
    "alias-clash": (
        (
            "actors: {a: {name: Moscow}, b: {name: Russia, aliases: [RF, ⟦moscow⟧]}}\nevents:\n"
            f"{EVENT}  actors: [a, b]\n"
        ),
        (
            "actors: {a: {name: Moscow, aliases: [a, moscow]}, b: {name: Russia}}\nevents:\n"
            f"{EVENT}  actors: [a, b]\n"
        ),
    ),
    "actor-spelling": (
        f"{EVENT}  actors: [Juan Guaidó, ⟦Juan Guaido⟧]\n",
        f"{EVENT}  actors: [Iran, Iraq, Mig-29, Mig-31, Gambia, Zambia]\n",
    ),
    "tag-spelling": (
        f"{EVENT}  tags: [sanctions]\n{EVENT}  tags: [sanctions]\n{EVENT}  tags: [⟦sanction⟧]\n",
        f"{EVENT}  tags: [arms, army, sanctions, s-300, s-400]\n",
    ),
    "place-spelling": (
        f"{EVENT}  places: [Maiquetía, ⟦maiquetia⟧]\n",
        f"{EVENT}  places: [Caracas, Caribbean Sea]\n{EVENT}  places: [Caracas]\n",
    ),
    "unused-actor": (
        f"actors:\n  a: {{}}\n  ⟦b⟧: {{of: [a]}}\nevents:\n{EVENT}  actors: [a]\n",
        f"actors:\n  a: {{}}\n  b: {{of: [a]}}\nevents:\n{EVENT}  actors: [b]\n",
    ),
    "unused-place": (
        f"places:\n  a: {{name: A}}\n  ⟦b⟧: {{name: B, in: [a]}}\nevents:\n{EVENT}  places: [A]\n",
        f"places:\n  a: {{name: A}}\n  b: {{name: B, in: [a]}}\nevents:\n{EVENT}  places: [b]\n",
    ),
    "unknown-place": (
        f"places:\n  a: {{name: Caracas}}\nevents:\n{EVENT}  places: [a, ⟦Moscow⟧, Moscow]\n",
        f"places:\n  a: {{name: Caracas, aliases: [CCS]}}\nevents:\n{EVENT}  places: [CCS]\n",
    ),
    "unused-source": (
        f"sources:\n  a: {{}}\n  ⟦b⟧:\nevents:\n{EVENT}  sources: [a]\n",
        f"sources:\n  a: {{}}\nevents:\n{EVENT}  sources: [{{source: a, note: b}}]\n",
    ),
    "orphan-arc": (
        f"arcs: {{a: {{}}, ⟦b⟧: {{title: B}}}}\nevents:\n{EVENT}  arc: a\n",
        f"arcs: {{a: {{}}}}\nevents:\n{EVENT}  arc: a\n",
    ),
    "dead-link-form": (
        (
            "sources:\n  a:\n    url: ⟦'https://a.example/b?utm_source=feed&c=1'⟧\n"
            f"events:\n{EVENT}  sources: [a]\n"
        ),
        (
            "sources:\n  a: {url: 'https://a.example/b?utm=1&source=utm_source#fbclid'}\n"
            f"events:\n{EVENT}  sources: [a]\n"
        ),
    ),
    "wrong-identifier": (
        (
            "sources:\n  a: {isbn: 978-0-306-40615-7, language: ⟦Russian⟧}\n"
            f"events:\n{EVENT}  sources: [a]\n"
        ),
        (
            "sources:\n  a: {isbn: 0-8044-2957-X, doi: 10.1000/182, language: es-VE}\n"
            f"events:\n{EVENT}  sources: [a]\n"
        ),
    ),
    "unknown-origin": (
        (
            "sources:\n  post-2025-10-31:\n  echo: {relays: [⟦post-2025-10-30⟧]}\n"
            f"events:\n{EVENT}  sources: [echo, post-2025-10-31]\n"
        ),
        (
            "sources:\n  post-2025-10-31:\n  echo: {copy-of: reuters, relays: [The Post, off-1]}\n"
            f"events:\n{EVENT}  sources: [echo, post-2025-10-31]\n"
        ),
    ),
    "repeated-url": (
        (
            "sources:\n  a: {url: 'https://a.example'}\n  b: {url: ⟦'https://a.example/'⟧}\n"
            f"events:\n{EVENT}  sources: [a, b]\n"
        ),
        (
            "sources:\n  a: {url: 'https://a.example?1'}\n  b: {url: 'https://a.example?2'}\n  c:\n"
            f"  d:\nevents:\n{EVENT}  sources: [a, b, c, d]\n"
        ),
    ),
    "uneven-grade": (
        (
            "sources:\n  a: {publisher: AP, reliability: B}\n"
            "  b: {publisher: AP, reliability: ⟦C⟧}\n  c: {publisher: ap, reliability: B}\n"
            f"events:\n{EVENT}  sources: [a, b, c]\n"
        ),
        (
            "sources:\n  a: {publisher: AP, reliability: B}\n"
            "  b: {publisher: AFP, reliability: C}\n"
            f"  c: {{publisher: AP}}\nevents:\n{EVENT}  sources: [a, b, c]\n"
        ),
    ),
    "no-archive": (
        f"sources:\n  a: {{url: ⟦https://a.example⟧}}\nevents:\n{EVENT}  sources: [a]\n",
        (
            "sources:\n  a: {url: https://web.archive.org/web/2019/https://a.example}\n"
            "  b: {url: https://a.example, note: copy at archive.ph/abc}\n  c: {url: a book}\n"
            f"events:\n{EVENT}  sources: [a, b, c]\n"
        ),
    ),
    "years-or-season": (
        "- date: ⟦1932-33⟧\n  title: Famine\n- date: 1932-10\n  title: Snow\n",
        _events("1932/1933", "1945-21", "1932-12", "2025-24~", "1932-21/1932-22"),
    ),
    "unordered": (
        _events("2019-03", "⟦2019-02-28⟧", "2019-04", "2018"),
        _events("2019-03", "2019", "2019-03-15", "2019-03-15/2019-05", "201X", "../2018"),
    ),
    "circular-source": (
        f"sources:\n  a: {{relays: [⟦a⟧]}}\nevents:\n{EVENT}  sources: [a]\n",
        f"sources:\n  a: {{relays: [b]}}\n  b: {{copy-of: c}}\nevents:\n{EVENT}  sources: [a]\n",
    ),
    "relay-before-origin": (
        f"{LINEAGE}  herald: {{date: 2019-01-23, relays: [⟦post⟧]}}\nevents:\n{EVENT}",
        f"{LINEAGE}  herald: {{date: 2019-01, relays: [post, x]}}\nevents:\n{EVENT}",
    ),
    "one-sided-dispute": (
        f"{EVENT}  status: ⟦disputed⟧\n  sources: [a, b]\n",
        f"{EVENT}  status: disputed\n  sources: [a, {{source: b, stance: denies}}]\n",
    ),
    "account-outside-date": (
        f"{EVENT}  accounts: [{{by: [a], date: ⟦2019-01-25⟧, says: It was late}}]\n",
        f"{EVENT}  accounts: [{{by: [a], date: 2019-01, says: It was early}}]\n",
    ),
    "unread-origin": (
        f"{LINEAGE}  herald: {{relays: [⟦The Times⟧]}}\nevents:\n{EVENT}  sources: [herald]\n",
        f"{LINEAGE}  herald: {{relays: [post]}}\nevents:\n{EVENT}  sources: [herald]\n",
    ),
    "unrecorded-lineage": (
        f"{EVENT}  sources: [{{source: ⟦a⟧, note: relays The Post}}]\n",
        (
            f"{EVENT}  sources: [{{source: a, note: relays The Post, relays: [The Post]}}, "
            "{source: b, note: relays it}]\n"
        ),
    ),
    "statement-without-speaker": (
        f"{EVENT}  ⟦kind⟧: statement\n",
        f"{EVENT}  kind: statement\n  by: [a]\n",
    ),
    "disputed-without-accounts": (
        f"{EVENT}  status: ⟦disputed⟧\n",
        f"{EVENT}  status: disputed\n  accounts: [{{by: [a], says: Yes}}]\n",
    ),
}
