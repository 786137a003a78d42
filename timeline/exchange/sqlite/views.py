"""The views of a database: what a list shows, and who belongs to whom, all the way."""

from typing import Final

VIEWS: Final = {
    "listing": """\
-- A line for each event, as `timeline list` has it in a pipe.
SELECT
    verdict,
    date,
    status,
    title,
    (SELECT title FROM arcs WHERE arcs.id = events.arc) AS arc,
    (SELECT group_concat(name, '; ') FROM (
        SELECT actors.name FROM event_actors JOIN actors ON actors.id = event_actors.actor
        WHERE event_actors.event = events.id ORDER BY event_actors.position
    )) AS actors,
    (SELECT group_concat(place, '; ') FROM (
        SELECT place FROM event_places WHERE event = events.id ORDER BY position
    )) AS places,
    id
FROM events ORDER BY position""",
    "actor_members": """\
-- Each actor with itself and all who are `of` it, at any remove: who asks for one finds them.
WITH RECURSIVE found (actor, member) AS (
    SELECT id, id FROM actors
    UNION
    SELECT found.actor, actor_of.actor
    FROM found JOIN actor_of ON actor_of.of_actor = found.member
)
SELECT actor, member FROM found""",
    "place_members": """\
-- Each place with the names of itself and of all that lie `in` it, at any remove.
WITH RECURSIVE found (place, id) AS (
    SELECT id, id FROM places
    UNION
    SELECT found.place, place_in.place
    FROM found JOIN place_in ON place_in.in_place = found.id
)
SELECT found.place, places.name AS member FROM found JOIN places ON places.id = found.id""",
}
"""Each view, by its name; a comment says what it has."""
