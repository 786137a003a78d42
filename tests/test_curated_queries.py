"""Questions an analyst would ask of the curated timeline, and the events that answer them.

Written from the facts: what happened on a day, who was there, who said what.
"""

import pytest

import timeline

LETTER = "maduro-letter-to-putin-2025"

# Text of a query → the ids of all events that answer it, a maybe with a question mark.
QUESTIONS = {
    # Caracas or Maiquetía is the place of each, and of none of the others.
    "actor:russia year:2019 place:venezuela": {
        "guaido-declares-interim-presidency-2019",
        "reuters-russian-contractors-guard-maduro-2019",
        "russian-il62-flies-to-caracas-2019",
        "russian-military-specialists-arrive-2019",
        "pompeo-russia-kept-maduro-from-fleeing-2019",
        "dispute-over-russian-drawdown-2019",
        "russian-specialists-rotate-out-2019",
        "maduro-putin-moscow-new-specialists-2019",
    },
    "status:denied": {"lavrov-denies-venezuelan-request-2025"},
    "status:disputed year:2019": {
        "reuters-russian-contractors-guard-maduro-2019",
        "pompeo-russia-kept-maduro-from-fleeing-2019",
        "dispute-over-russian-drawdown-2019",
    },
    "title:tu-160": {
        "tu160-bombers-visit-venezuela-2008",
        "tu160-bombers-visit-venezuela-2013",
        "tu160-bombers-visit-venezuela-2018",
    },
    "actor:rosneft": {
        "rosneft-citgo-lien-2016",
        "us-sanctions-rosneft-trading-2020",
        "rosneft-exits-venezuela-2020",
    },
    # The war in Ukraine was going on that day too; Homs fell overnight.
    "on:2024-12-08": {
        "fall-of-assad-government-2024",
        "assad-arrives-in-moscow-2024",
        "rebels-take-homs-2024",
        "russia-full-scale-war-in-ukraine-2022",
    },
    "arc:syria since:2024-11 until:2024-12": {
        "syrian-rebel-offensive-begins-2024",
        "rebels-take-aleppo-2024",
        "rebels-take-hama-2024",
        "rebels-take-homs-2024",
        "fall-of-assad-government-2024",
        "assad-arrives-in-moscow-2024",
        "russia-packs-up-at-hmeimim-2024",
        "assad-statement-on-departure-2024",
    },
    "year:2013": {
        "s300vm-delivered-to-venezuela-2013?",
        "maduro-succeeds-chavez-2013",
        "tu160-bombers-visit-venezuela-2013",
    },
    "actor:naranjo status:confirmed": {
        "venezuela-expels-robinson-naranjo-2018",
        "moscow-times-ally-at-risk-article-2025",
    },
    # The Il-76 landed that day, while Russia was ratifying the treaty; the letter and the words
    # on television are of some day in October.
    "arc:letter on:2025-10-26": {
        "russian-il76-lands-caracas-2025",
        "russia-ratifies-venezuela-treaty-2025",
        "maduro-tv-vow-against-conspiracy-2025?",
        f"{LETTER}?",
    },
    "actor:lavrov arc:letter": {"lavrov-denies-venezuelan-request-2025"},
    # Mid-October 2025, approximately: it may or may not have been in October's first half.
    f"id:={LETTER} until:2025-10-15": {f"{LETTER}?"},
    f"id:={LETTER} year:2025-10": {f"{LETTER}?"},
    f"id:={LETTER} year:2025": {LETTER},
    # On 30 October nobody could know; the story of the 31st told it.
    f"id:={LETTER} known:..2025-10-30": set(),
    f"id:={LETTER} known:2025-10-31": {LETTER},
    "(actor:=russia or actor:china) tag:un year:2019": {"russia-china-veto-us-resolution-2019"},
    "before:2006": {
        "russia-venezuela-military-technical-agreement-2001",
        "venezuela-ak103-rifle-contract-2005",
    },
    'guaidó title:"interim government"': {"guaido-interim-government-dissolved-2022"},
    # Rostec's exporter sold the rifles, the fighters and the missiles, of about 2013.
    "actor:rostec before:2014": {
        "venezuela-ak103-rifle-contract-2005",
        "putin-chavez-su30-arms-deal-2006",
        "s300vm-delivered-to-venezuela-2013?",
    },
    # Putin's treaty: signed, ratified there and here, in force.
    "tag:treaty year:2025": {
        "russia-venezuela-strategic-partnership-signed-2025",
        "venezuela-ratifies-russia-treaty-2025",
        "russia-ratifies-venezuela-treaty-2025",
        "russia-venezuela-treaty-in-force-2025",
    },
    "tag:assets": {
        "rosneft-exits-venezuela-2020",
        "venezuela-extends-russian-oil-ventures-2025",
        "roszarubezhneft-assets-russian-property-2026",
        "venezuela-opens-oil-sector-2026",
        "lavrov-russian-firms-pushed-out-2026",
    },
    "arc:aftermath status:claimed": {
        "roszarubezhneft-assets-russian-property-2026",
        "lavrov-russian-firms-pushed-out-2026",
    },
    "arc:aftermath actor:cuba": {
        "cuba-32-killed-in-caracas-raid-2026",
        "us-asks-caracas-expel-russian-advisers-2026",
        "us-order-on-oil-for-cuba-2026",
        "russian-tanker-reaches-cuba-2026",
    },
    "tag:tankers actor:russia": {
        "un-security-council-blockade-2025",
        "us-seizes-russian-flagged-marinera-2026",
        "us-releases-marinera-crew-2026",
        "russian-tanker-reaches-cuba-2026",
    },
}


@pytest.fixture(name="story", scope="module")
def _story():
    return timeline.load(today="2026-11-23")


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_has_these_answers(story, text):
    """All of them and no others; what is only possible says so."""
    found = {m.event.id + ("" if m.certain else "?") for m in story.select(text)}
    assert found == QUESTIONS[text]


def test_the_first_strike_is_among_the_strikes_of_september(story):
    """Three were announced in September 2025."""
    strikes = {m.event.id for m in story.select("title:strike tag:boat-strike year:2025-09")}
    assert strikes >= {
        "first-us-boat-strike-2025",
        "second-us-boat-strike-2025",
        "third-us-boat-strike-2025",
    }
    assert "fourth-us-boat-strike-2025" not in strikes
