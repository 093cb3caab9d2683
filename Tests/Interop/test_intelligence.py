"""STIX and FollowTheMoney, checked by their own libraries."""

import json

import stix2
import stix2validator
from followthemoney import model
from followthemoney.schema import Schema


def test_stix_parses_strictly(folder, events, dyads, value):
    text = (folder / "stix.json").read_text()
    bundle = stix2.parse(text, allow_custom=False)
    kinds = {}
    for item in bundle.objects:
        kinds.setdefault(item.type, []).append(item)
    assert len(kinds["incident"]) == len(events)
    assert len(kinds["relationship"]) == len(dyads) + value("SELECT count(*) FROM relation")
    assert len(kinds["report"]) == value(
        "SELECT count(DISTINCT article) FROM evidence WHERE event IS NOT NULL")
    assert len(kinds["sighting"]) == value(
        "SELECT count(*) FROM (SELECT DISTINCT event, publisher FROM evidence"
        " JOIN article ON article.key = evidence.article WHERE event IS NOT NULL"
        " AND publisher IS NOT NULL)")
    known = {item.id for item in bundle.objects}
    assert len(known) == len(bundle.objects)
    for item in bundle.objects:
        for key, ref in item.items():
            if key.endswith("_ref"):
                assert ref in known
            if key.endswith("_refs"):
                assert set(ref) <= known
    assert sum(s["count"] for s in kinds["sighting"]) == value(
        "SELECT count(*) FROM evidence JOIN article ON article.key = evidence.article"
        " WHERE event IS NOT NULL AND publisher IS NOT NULL")
    confidences = sorted(item.confidence for item in kinds["incident"])
    assert all(
        abs(a - 100 * b) <= 0.5001
        for a, b in zip(confidences, sorted(e["confidence"] for e in events.values()), strict=True))


def test_stix_follows_the_schemas_of_oasis(folder):
    options = stix2validator.ValidationOptions(version="2.1")
    results = stix2validator.validate_file(str(folder / "stix.json"), options)
    assert results.is_valid, [str(e) for e in results.object_results[0].errors][:5]


def test_stix_store_answers(folder):
    bundle = stix2.parse((folder / "stix.json").read_text())
    store = stix2.MemoryStore(bundle.objects)
    (actor,) = store.query([
        stix2.Filter("type", "=", "identity"), stix2.Filter("name", "=", "North Korea")])
    assert store.relationships(actor)


def test_followthemoney_accepts_every_entity(folder, events, value):
    counts = {}
    known = set()
    entities = []
    for line in (folder / "ftm.ftm.jsonl").read_text().splitlines():
        data = json.loads(line)
        schema = model.get(data["schema"])
        assert isinstance(schema, Schema)
        assert schema.validate(data) is None
        proxy = model.get_proxy(data, cleaned=False)
        entities.append((data, proxy))
        known.add(proxy.id)
        counts[proxy.schema.name] = counts.get(proxy.schema.name, 0) + 1
    assert len(known) == len(entities)
    assert counts["Event"] == len(events)
    assert counts["UnknownLink"] == value("SELECT count(*) FROM relation")
    for data, proxy in entities:
        clean = model.get_proxy(data, cleaned=True)
        for prop in proxy.iterprops():
            wanted = set(data["properties"].get(prop.name, []))
            if prop.type.name != "text":
                assert set(clean.get(prop)) == wanted, (prop.name, wanted)
            if prop.type.name == "entity":
                assert wanted <= known
