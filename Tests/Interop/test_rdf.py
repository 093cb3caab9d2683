"""Turtle, N-Quads and JSON-LD, read and asked by rdflib."""

import pathlib

import pytest
import rdflib
from rdflib.namespace import PROV, RDF

QUERIES = pathlib.Path(__file__).parents[2] / "docs" / "sparql"
CASUS = rdflib.Namespace("urn:casus:vocabulary:")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
EDTF = rdflib.URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


@pytest.fixture(scope="module")
def turtle(folder):
    return rdflib.Graph().parse(folder / "turtle.ttl", format="turtle")


@pytest.fixture(scope="module")
def quads(folder):
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(folder / "nquads.nq", format="nquads")
    return dataset


def test_the_three_syntaxes_say_the_same(folder, turtle, quads):
    jsonld = rdflib.Graph().parse(folder / "jsonld.jsonld", format="json-ld")
    assert set(jsonld) == set(turtle)
    assert {(s, p, o) for s, p, o, _ in quads.quads()} == set(turtle)
    assert not any(isinstance(term, rdflib.BNode) for triple in turtle for term in triple)


def test_everything_is_there(turtle, events, value):
    count = lambda kind: len(set(turtle.subjects(RDF.type, kind)))
    assert count(CASUS.Event) == len(events)
    assert count(CASUS.Evidence) == value("SELECT count(*) FROM evidence WHERE event IS NOT NULL")
    assert count(CASUS.Relation) == value("SELECT count(*) FROM relation")
    for identifier, event in events.items():
        subject = rdflib.URIRef(f"urn:casus:event:{identifier}")
        assert turtle.value(subject, CASUS.type) == rdflib.Literal(event["type"])
        date = turtle.value(subject, CASUS.date)
        assert (str(date) if date is not None else None) == event["date"]
        assert date is None or date.datatype == EDTF
        assert turtle.value(subject, CASUS.confidence).toPython() == event["confidence"]
        sources = {str(a).rpartition(":actor:")[2] for a in turtle.objects(subject, CASUS.source)}
        assert {s.replace("%3A", ":").replace("%20", " ") for s in sources} == event["source"]


def test_selectors_lead_to_the_words(turtle, rows):
    """Byte positions and quotes of the annotations are those of the articles."""
    texts = dict(rows("SELECT id, text FROM article"))
    checked = 0
    for annotation in turtle.subjects(RDF.type, OA.Annotation):
        target = turtle.value(annotation, OA.hasTarget)
        article = turtle.value(target, OA.hasSource)
        assert (annotation, PROV.wasDerivedFrom, article) in turtle
        text = texts[str(article).rpartition(":")[2]]
        quote, position = None, None
        for selector in turtle.objects(target, OA.hasSelector):
            if (selector, RDF.type, OA.TextQuoteSelector) in turtle:
                quote = selector
            else:
                position = selector
        exact = str(turtle.value(quote, OA.exact))
        start = turtle.value(position, OA.start).toPython()
        end = turtle.value(position, OA.end).toPython()
        assert text.encode()[start:end].decode() == exact
        checked += 1
    assert checked > 100


def test_evidence_lies_in_the_graph_of_its_article(quads):
    for annotation, _, article, graph in quads.quads((None, PROV.wasDerivedFrom, None, None)):
        if (annotation, RDF.type, OA.Annotation) in quads:
            assert graph == article


@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.rq")), ids=lambda p: p.stem)
def test_example_queries(path, turtle, rows):
    """Each query returns as many rows as the SQL in its first comment."""
    query = path.read_text()
    sql = " ".join(
        line.removeprefix("# SQL:").strip() for line in query.splitlines() if line.startswith("# SQL:"))
    found = list(turtle.query(query))
    expected = rows(sql)
    assert len(found) == len(expected) > 0
    assert sorted(str(row[0]).rpartition(":")[2] for row in found) == sorted(
        str(row[0]) for row in expected)
