"""GraphML, GEXF and the CSV files for Gephi, read by NetworkX, igraph, pandas."""

import datetime

import conftest
import igraph
import networkx
import pandas


def test_networkx_reads_graphml(folder, events, dyads, value):
    graph = networkx.read_graphml(folder / "graphml.graphml", force_multigraph=True)
    edges = [data for _, _, data in graph.edges(data=True)]
    by_event = [edge for edge in edges if edge["category"] == "event"]
    assert len(by_event) == len(dyads)
    assert len(edges) - len(by_event) == value("SELECT count(*) FROM relation")
    assert {(d["event"], a, b) for a, b, d in graph.edges(data=True) if "event" in d} == dyads
    for edge in by_event:
        event = events[edge["event"]]
        assert edge["type"] == event["type"]
        assert edge.get("mode") == event["mode"]
        assert edge.get("date") == event["date"]
        assert edge["status"] == event["status"]
        assert edge["confidence"] == event["confidence"]
        assert isinstance(edge["contested"], bool) and isinstance(edge["evidenceCount"], int)
        assert edge["evidenceCount"] > 0 and edge["quote"]
    assert graph.nodes["PRK"]["label"] == "North Korea"
    assert graph.nodes["PRK"]["kind"] == "state"


def test_igraph_reads_graphml(folder, dyads, value):
    graph = igraph.Graph.Read_GraphML(str(folder / "graphml.graphml"))
    assert graph.is_directed()
    assert graph.ecount() == len(dyads) + value("SELECT count(*) FROM relation")
    other = networkx.read_graphml(folder / "graphml.graphml", force_multigraph=True)
    assert graph.vcount() == other.number_of_nodes()
    assert {v["id"]: v["label"] for v in graph.vs} == dict(other.nodes(data="label"))
    confidences = [c for c in graph.es["confidence"] if c == c]
    assert sorted(confidences) == sorted(c for *_, c in other.edges(data="confidence") if c is not None)


def test_networkx_reads_gexf_with_time(folder, events, dyads, dyad_counts):
    graph = networkx.read_gexf(folder / "gexf.gexf", version="1.3")
    ties = {}
    for a, b, data in graph.edges(data=True):
        ties[data["id"]] = data
    found = {k.removeprefix("event:"): d for k, d in ties.items() if k.startswith("event:")}
    assert all(d["symmetric"] == (d["type"] in conftest.SYMMETRIC) for d in found.values())
    assert {k: d["weight"] for k, d in found.items()} == {
        f"{t}:{a}:{b}": n for (t, a, b), n in dyad_counts.items()
    }
    epoch = datetime.date(1970, 1, 1).toordinal()
    days = {}
    for event, a, b in dyads:
        own = events[event]
        if own["date"] and not own["date"].startswith("XXXX"):
            days.setdefault(f"{own['type']}:{a}:{b}", []).append((own["day"], own["last"]))
    for key, tie in found.items():
        spells = tie.get("spells", [])
        assert bool(spells) == (key in days)
        for start, end in spells:
            # NetworkX makes the text "None" of an end that is not there.
            if start != "None":
                first = datetime.date.fromisoformat(start).toordinal() - epoch
                assert any(first == d for d, _ in days[key])
            if end != "None":
                last = datetime.date.fromisoformat(end).toordinal() - epoch
                assert any(last == d for _, d in days[key])


def test_gexf_follows_its_schema(folder):
    text = (folder / "gexf.gexf").read_text()
    assert 'xmlns="http://gexf.net/1.3" version="1.3"' in text
    assert 'mode="dynamic"' in text and 'timeformat="date"' in text


def test_pandas_reads_csv(folder, events, dyad_counts):
    edges = pandas.read_csv(folder / "csv" / "edges.csv")
    own = edges[edges.Category == "event"]
    assert {(r.Kind, r.Source, r.Target): r.Weight for r in own.itertuples()} == dict(dyad_counts)
    table = pandas.read_csv(
        folder / "csv" / "events.csv", parse_dates=["FirstDay", "LastDay"], index_col="Id")
    assert set(table.index) == set(events)
    assert table.Confidence.dtype == "float64" and table.Contested.dtype == "bool"
    assert str(table.FirstDay.dtype).startswith("datetime64")
    assert table.Status.to_dict() == {k: e["status"] for k, e in events.items()}
    nodes = pandas.read_csv(folder / "csv" / "nodes.csv", keep_default_na=False)
    assert set(edges.Source) | set(edges.Target) <= set(nodes.Id)
