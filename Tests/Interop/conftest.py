"""What the tests share: the exported files, and the database they are compared with."""

import collections
import os
import pathlib
import sqlite3

import pytest

#: Types whose source and target may be exchanged, as docs/exports.md says.
SYMMETRIC = {"AGREE", "CONSULT", "COOPERATE"}

UNDATED = 2147483647


@pytest.fixture(scope="session")
def folder():
    return pathlib.Path(os.environ["INTEROP_DIR"])


@pytest.fixture(scope="session")
def database(folder):
    connection = sqlite3.connect(f"file:{folder / 'casus.db'}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def rows(database):
    return lambda sql: database.execute(sql).fetchall()


@pytest.fixture(scope="session")
def value(rows):
    return lambda sql: rows(sql)[0][0]


@pytest.fixture(scope="session")
def events(rows):
    """Every event with its sources and targets, by identifier."""
    found = {}
    for identifier, type_, mode, date, day, last, status, confidence in rows(
        "SELECT lower(hex(id)), type, mode, date, day, lastDay, status, confidence FROM event"
    ):
        found[identifier] = {
            "type": type_, "mode": mode, "date": date, "day": day, "last": last,
            "status": status, "confidence": confidence, "source": set(), "target": set(),
        }
    for identifier, role, actor in rows(
        "SELECT lower(hex(event.id)), role, actor.id FROM participant"
        " JOIN event ON event.key = participant.event JOIN actor ON actor.key = participant.actor"
    ):
        if role in ("source", "target"):
            found[identifier][role].add(actor)
    return found


@pytest.fixture(scope="session")
def dyads(events):
    """Each pair of actors of each event: (event, source, target)."""
    found = set()
    for identifier, event in events.items():
        is_symmetric = event["type"] in SYMMETRIC
        targets = event["target"] or (event["source"] if is_symmetric else set())
        for a in event["source"]:
            for b in targets:
                if a != b:
                    found.add((identifier, *(sorted((a, b)) if is_symmetric else (a, b))))
    return found


@pytest.fixture(scope="session")
def dyad_counts(events, dyads):
    """How many events of each type each pair has."""
    return collections.Counter((events[e]["type"], a, b) for e, a, b in dyads)
