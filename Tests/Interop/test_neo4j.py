"""The CSV files with the headers of Neo4j's bulk import: what the import would check."""

import csv
import datetime
import re

TYPES = {
    "": str, "string": str, "int": int, "long": int, "double": float,
    "date": datetime.date.fromisoformat, "boolean": {"true": True, "false": False}.__getitem__,
    "string[]": lambda text: text.split(";"),
}
FIELD = re.compile(r"(?P<name>\w*):?(?P<type>[\w\[\]]*)(\((?P<space>\w+)\))?$")


def table(path):
    """The rows as values of the declared types."""
    with path.open(newline="") as file:
        reader = csv.reader(file)
        fields = [FIELD.match(name).groupdict() for name in next(reader)]
        for row in reader:
            assert len(row) == len(fields) and not any("\n" in text for text in row)
            yield [
                (f, TYPES.get(f["type"], str)(text) if text else None)
                for f, text in zip(fields, row, strict=True)
            ]


def nodes(folder, name, space):
    found = []
    for row in table(folder / "neo4j" / name):
        (identifier,) = [v for f, v in row if f["type"] == "ID" and f["space"] == space]
        assert [v for f, v in row if f["type"] == "LABEL"] == [space]
        found.append(identifier)
    assert len(set(found)) == len(found)
    return set(found)


def test_nodes_and_relationships_fit(folder, events, value):
    known = {
        "Actor": nodes(folder, "actors.csv", "Actor"),
        "Event": nodes(folder, "events.csv", "Event"),
        "Article": nodes(folder, "articles.csv", "Article"),
    }
    assert known["Event"] == set(events)
    counts = {}
    for name in ("participants.csv", "evidence.csv", "relations.csv"):
        counts[name] = 0
        for row in table(folder / "neo4j" / name):
            for end in ("START_ID", "END_ID"):
                ((field, identifier),) = [(f, v) for f, v in row if f["type"] == end]
                assert identifier in known[field["space"]]
            (kind,) = [v for f, v in row if f["type"] == "TYPE"]
            assert re.fullmatch(r"[A-Z0-9_]+", kind)
            counts[name] += 1
    assert counts == {
        "participants.csv": value("SELECT count(*) FROM participant"),
        "evidence.csv": value("SELECT count(*) FROM evidence WHERE event IS NOT NULL"),
        "relations.csv": value("SELECT count(*) FROM relation"),
    }
