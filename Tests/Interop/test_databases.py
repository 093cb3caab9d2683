"""DuckDB and pandas on the CSV files and on the database itself; Datasette with our metadata."""

import asyncio
import json
import pathlib
import sqlite3

import duckdb
import pandas
import pytest
from datasette.app import Datasette

ROOT = pathlib.Path(__file__).parents[2]


def test_duckdb_reads_csv_with_types(folder, events):
    connection = duckdb.connect()
    path = folder / "csv" / "events.csv"
    types = dict(connection.sql(
        f"SELECT column_name, column_type FROM (DESCRIBE FROM read_csv('{path}'))").fetchall())
    assert types["FirstDay"] == "DATE" and types["LastDay"] == "DATE"
    assert types["Confidence"] == "DOUBLE" and types["Contested"] == "BOOLEAN"
    assert types["EvidenceCount"] == "BIGINT" and types["Id"] == "VARCHAR"
    found = dict(connection.sql(f"SELECT Id, Confidence FROM read_csv('{path}')").fetchall())
    assert found == {k: e["confidence"] for k, e in events.items()}


def test_duckdb_writes_parquet_and_pandas_reads_it(folder, tmp_path, events):
    path = folder / "csv" / "events.csv"
    parquet = tmp_path / "events.parquet"
    duckdb.sql(f"COPY (FROM read_csv('{path}')) TO '{parquet}' (FORMAT parquet)")
    table = pandas.read_parquet(parquet).set_index("Id")
    assert table.Type.to_dict() == {k: e["type"] for k, e in events.items()}
    assert str(table.Confidence.dtype) == "float64"


def test_pandas_reads_the_database(folder, events):
    with sqlite3.connect(f"file:{folder / 'casus.db'}?mode=ro", uri=True) as connection:
        table = pandas.read_sql("SELECT * FROM timeline", connection, index_col="event")
    assert set(table.index) == set(events)
    assert table.status.to_dict() == {k: e["status"] for k, e in events.items()}


@pytest.fixture(scope="module")
def get(folder):
    metadata = json.loads((ROOT / "Data" / "Datasette" / "metadata.json").read_text())
    datasette = Datasette([str(folder / "casus.db")], metadata=metadata)

    def fetch(path):
        response = asyncio.run(datasette.client.get(path))
        assert response.status_code == 200, (path, response.text[:300])
        return response
    return fetch


def test_datasette_lists_events_with_facets(get, events):
    data = get("/casus/event.json?_size=max&_shape=objects").json()
    assert data["filtered_table_rows_count"] == len(events)
    assert {"type", "status", "quad"} <= set(data["facet_results"])
    counts = {r["value"]: r["count"] for r in data["facet_results"]["status"]["results"]}
    assert sum(counts.values()) == len(events)


def test_datasette_shows_actors_by_their_identifier(get):
    """The foreign keys of participants show the label column of the actor."""
    page = get("/casus/participant?_size=20").text
    assert ">RUS</a>" in page or ">PRK</a>" in page or ">UKR</a>" in page


def test_every_canned_query_runs(get):
    metadata = json.loads((ROOT / "Data" / "Datasette" / "metadata.json").read_text())
    queries = metadata["databases"]["casus"]["queries"]
    assert queries
    for name, query in queries.items():
        data = get(f"/casus/{name}.json?_shape=array&actor=RUS&words=nuclear").json()
        assert data, name


def test_metadata_names_only_what_is_there(rows):
    metadata = json.loads((ROOT / "Data" / "Datasette" / "metadata.json").read_text())
    tables = metadata["databases"]["casus"]["tables"]
    for table, about in tables.items():
        columns = {r[0] for r in rows(f"SELECT name FROM pragma_table_info('{table}')")}
        assert columns, table
        named = set(about.get("columns", {})) | set(about.get("facets", []))
        named |= {about[k] for k in ("label_column", "sort", "sort_desc") if k in about}
        assert named <= columns, (table, named - columns)
