"""What `timeline check --explain NAME` says of the rules about order."""

from typing import Final

ORDER_EXPLANATIONS: Final = {
    "order-conflict": """\
Dates and links that cannot all be true, however vague the dates are; and circles: what is after,
before or during itself. Each event, link and source that has a part in it is named with its place.

What a link says of order: with 'after' an event begins when the other is over, with 'before' it is
over when the other begins, with 'during' it lies within. What denies, confirms, reports, answers or
follows from another did not begin before it. A source tells nothing that had not begun. One
day for both is enough. Of two dates that contradict one such link, backward-link and
source-before-event speak: this rule is about what several say together, and about pure order.

    - {id: landing, date: 2019-03-23}
    - {id: talks, date: 2019-03, links: [{after: landing}]}
    - {id: treaty, date: 2019-03-20, links: [{responds-to: talks}]}

Mend the date that is wrong, or the link. Until then nothing that hangs together with them is
narrowed.
""",
    "could-be-narrower": """\
Dates of which some days are ruled out by links and sources: see order-conflict for what these say.
The date to write means just the days that are left. What EDTF cannot say in one date is passed
over, and so are dates with '?', on which nothing rests, and events without a date of their own.

    - {id: deployment, date: 2025-08}
    - {id: answer, date: 2025-08-18, links: [{responds-to: deployment}]}     # so it was by then

Write the narrower date, if you are as sure of it as of the links; or leave it: 'timeline show'
tells it with its reason, queries count it with --deduce, and nothing writes it into the file.
""",
}
