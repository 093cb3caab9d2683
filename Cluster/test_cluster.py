"""The Spark job in local-cluster mode: the same content as one machine, whatever happens to executors."""

import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import time

import pyspark
import pytest

ROOT = pathlib.Path(__file__).parents[1]
JOB = ROOT / "Cluster" / "casus_spark.py"
CASUS = os.environ.get("CASUS", str(ROOT / ".build" / "release" / "casus"))
DATA = os.environ.get("CASUS_DATA", str(ROOT / "Data"))
SPARK = pathlib.Path(pyspark.__file__).parent

#: What a database says, without row numbers, paths and times: as two databases can be compared.
CONTENT = {
    "article": "SELECT id, title, text, language, publisher, url, published FROM article",
    "event": "SELECT lower(hex(id)), type, mode, quad, object, place, date, day, lastDay, dateBasis,"
             " status, isContested, round(confidence, 9), articles FROM event",
    "participant": "SELECT lower(hex(event.id)), role, actor.id FROM participant"
                   " JOIN event ON event.key = participant.event"
                   " JOIN actor ON actor.key = participant.actor",
    "evidence": "SELECT lower(hex(event.id)), article.id, startByte, endByte, evidence.text, sentence,"
                " attribution, evidence.status, evidence.date, rule, round(evidence.confidence, 9)"
                " FROM evidence JOIN article ON article.key = evidence.article"
                " LEFT JOIN event ON event.key = evidence.event",
    "relation": "SELECT lower(hex(id)), kind, polarity, validity, state FROM relation",
}


def content(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return {name: sorted(connection.execute(sql), key=repr) for name, sql in CONTENT.items()}


def casus(*arguments):
    return subprocess.run([CASUS, *map(str, arguments), "--data", DATA], check=True,
                          capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def collection(tmp_path_factory):
    """The sample articles and variations of them, as JSON Lines and Parquet."""
    folder = tmp_path_factory.mktemp("articles")
    rows = []
    for file in sorted((ROOT / "Data" / "Articles").glob("*-*.md")):
        _, head, text = file.read_text().split("---\n", 2)
        fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        value = lambda name: fields.get(name, "").strip("\"'") or None
        for part in range(int(os.environ.get("CLUSTER_COPIES", "4"))):
            rows.append({
                "title": value("title"), "text": text + f"\n\nEdition {part}.\n",
                "language": file.name[:2], "published": value("date"),
                "publisher": value("publisher"), "url": (value("url") or "") + f"?{part}"})
    lines = folder / "articles.jsonl"
    lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    import pyarrow
    import pyarrow.parquet
    parquet = folder / "articles.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), parquet)
    return lines, parquet, len(rows)


@pytest.fixture(scope="session")
def single(collection, tmp_path_factory):
    database = tmp_path_factory.mktemp("single") / "casus.db"
    casus("import", collection[0], "--db", database, "--quiet")
    return database


def start(*arguments):
    environment = dict(os.environ, SPARK_HOME=str(SPARK), PYSPARK_PYTHON=sys.executable,
                       SPARK_LOCAL_IP="127.0.0.1", SPARK_LOCAL_HOSTNAME="localhost")
    return subprocess.Popen(
        [SPARK / "bin" / "spark-submit", "--master", "local-cluster[2,1,1024]",
         "--conf", "spark.ui.enabled=false", "--conf", "spark.executor.memory=512m",
         JOB, *map(str, arguments), "--casus", CASUS, "--data", DATA],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finish(job):
    output, _ = job.communicate(timeout=540)
    assert job.returncode == 0, output[-3000:]
    return output


def executors(job):
    """The process ids of the executors that the job's Spark has started."""
    found = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().decode(errors="replace")
            environment = (folder / "environ").read_bytes()
        except OSError:
            continue
        if "CoarseGrainedExecutorBackend" in command and str(SPARK).encode() in environment:
            parent = int(folder.name)
            while parent > 1 and parent != job.pid:
                status = pathlib.Path(f"/proc/{parent}/stat").read_text()
                parent = int(status.rpartition(")")[2].split()[1])
            if parent == job.pid:
                found.append(int(folder.name))
    return found


def merged(out, folder):
    parts = sorted(out.glob("*.db"))
    database = folder / "merged.db"
    casus("merge", *parts, "--db", database)
    return database


@pytest.mark.parametrize("kind", [0, 1], ids=["jsonl", "parquet"])
def test_statements_by_pipe(collection, tmp_path, kind):
    finish(start(collection[kind], tmp_path / "out", "--partitions", "4"))
    found = [json.loads(line) for part in (tmp_path / "out").glob("part-*")
             for line in part.read_text().splitlines()]
    assert (tmp_path / "out" / "_SUCCESS").exists()
    lines = [json.loads(line) for line in casus("extract", collection[0]).splitlines()]
    # The place in the file differs; everything else is the same.
    key = lambda s: json.dumps({k: v for k, v in s.items() if k != "article"}, sort_keys=True)
    assert sorted(map(key, found)) == sorted(map(key, lines))
    assert len(found) > 100


def test_databases_merge_to_the_same(collection, single, tmp_path):
    finish(start(collection[0], tmp_path / "out", "--mode", "databases", "--partitions", "5"))
    assert len(list((tmp_path / "out").glob("*"))) == 5
    assert content(merged(tmp_path / "out", tmp_path)) == content(single)


def test_a_killed_executor_loses_nothing(collection, single, tmp_path):
    out = tmp_path / "out"
    job = start(collection[0], out, "--mode", "databases", "--partitions", "12")
    deadline = time.monotonic() + 240
    while not list(out.glob("part-*.db")) and job.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    before = len(list(out.glob("part-*.db")))
    victims = executors(job)
    assert before < 12 and victims, "the job was over before an executor could be killed"
    os.kill(victims[0], signal.SIGKILL)
    output = finish(job)
    assert "Lost executor" in output or "ExecutorLost" in output or "Command exited" in output
    assert len(list(out.glob("part-*.db"))) == 12
    assert content(merged(out, tmp_path)) == content(single)


def test_an_existing_folder_is_left_alone(collection, tmp_path):
    job = start(collection[0], tmp_path)
    output, _ = job.communicate(timeout=300)
    assert job.returncode != 0 and "is there already" in output
