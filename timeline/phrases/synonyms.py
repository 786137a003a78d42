"""Other words for what has a rule: `by 1943` is `1943 or earlier`, `end of May` is `late May`.

Each is a pattern and what stands for it. A phrase is put into the words of a rule one step
at a time, each step of which leaves less of it.
"""

from timeline.phrases.vocabulary import MONTH, match

_ABOUT = r"(?:approx(?:imately|\.)?|roughly)"
_OR_SO = r"(?:approx\.?|approximately|or so|or thereabouts|ca?\.?|circa)"
_NOT_LATER = (
    r"(?:by|(?:not|no) later than|not after|at (?:the )?latest(?: in| by)?"
    r"|(?:in|on|during) or before|before or (?:in|on|during))"
)
_NOT_EARLIER = (
    r"(?:(?:not|no) earlier than|not before|at (?:the )?earliest(?: in)?"
    r"|(?:in|on|during) or after|after or (?:in|on|during))"
)
_WITHIN = r"(?:some ?(?:time|day) (?:in|during)|in|on|during) (?:the )?(?:year (?:of )?|month of )?"
_OF = r"(?: (?:part|days|months|years))? of (?:the )?"

SYNONYMS = (
    (rf"{_NOT_LATER} (?:the )?(.+)", r"\1 or earlier"),
    (rf"{_NOT_EARLIER} (?:the )?(.+)", r"\1 or later"),
    (rf"{_WITHIN}(.+)", r"\1"),
    (r"either (.+)", r"\1"),
    (r"(.+?),? (?:at (?:the )?latest|or before|or sooner)", r"\1 or earlier"),
    (r"(.+?),? (?:at (?:the )?earliest|or after)", r"\1 or later"),
    (r"(?:before|prior to) (?:the )?(?:very )?end of (?:the )?(.+)", r"\1 or earlier"),
    (r"after (?:the )?(?:very )?(?:beginning|start) of (?:the )?(.+)", r"\1 or later"),
    (r"(before) (?:the )?(?:beginning|start) of (?:the )?(.+)", r"\1 \2"),
    (r"(after) (?:the )?end of (?:the )?(.+)", r"\1 \2"),
    (r"(?:prior to|earlier than) (?:the )?(.+)", r"before \1"),
    (r"later than (?:the )?(.+)", r"after \1"),
    (rf"{_ABOUT} ?(.+)", r"c. \1"),
    (rf"(?=.*\d)(.+?),? \(?{_OR_SO}\)?", r"c. \1"),
    (rf"(?:the )?(?:very )?(?:beginning|start){_OF}(.+)", r"early \1"),
    (rf"(?:the )?middle{_OF}(.+)", r"mid \1"),
    (rf"(?:the )?(?:very )?end{_OF}(.+)", r"late \1"),
    (rf"(?:the )?(early|late)(?:r|er|st|est)?(?:{_OF}| in )(?:the )?(?:year )?(.+)", r"\1 \2"),
    (r"(?:the )?(early|mid)-?[- ]to[- ](mid|late)[- ](.+)", r"between \1 \3 and \2 \3"),
    (r"the ((?:early|mid|late)[- ].+)", r"\1"),
    (r"(\d{4})([qh]\d)", r"\1 \2"),
    (r"([1-4])([qh]) ?(\d{4})", r"\2\1 \3"),
    (rf"({MONTH})\.? (\d{{1,2}}) or (\d{{1,2}}),? (\d{{4}})", r"\2 or \3 \1 \4"),
)


def plainer(phrase: str) -> str:
    """Return *phrase* in the words of a rule, one step nearer; "" if it has no other words.

    >>> plainer("by 1943"), plainer("the end of May 1940"), plainer("1943")
    ('1943 or earlier', 'late May 1940', '')
    """
    for pattern, template in SYNONYMS:
        if found := match(pattern, phrase):
            return found.expand(template)
    return ""


def edge(phrase: str, side: int) -> str:
    """Return what an end of a stretch, the first (*side* 0) or last (-1), reaches to.

    From the start, or to the end, of 1943 takes in all of it: where a period begins or ends
    is known to the day.

    >>> edge("the end of 1943", -1), edge("the end of 1943", 0)
    ('1943', 'the end of 1943')
    """
    point = "end" if side else "(?:beginning|start)"
    found = match(rf"(?:the )?(?:very )?{point} of (?:the )?(.+)", phrase)
    return found[1] if found else phrase
