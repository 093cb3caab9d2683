"""Runs Casus over the partitions of an article collection with Apache Spark.

    spark-submit Cluster/casus_spark.py articles.jsonl OUT --casus PATH [--mode statements|databases]

See docs/cluster.md.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile

from pyspark import TaskContext
from pyspark.sql import SparkSession

#: The fields of an article that Casus reads.
FIELDS = ["title", "text", "language", "published", "publisher", "url"]

#: What `casus` exits with when some articles could not be read, but the rest was.
SOME_ARTICLES_BAD = 65


def articles(spark, path, partitions):
    """The articles as lines of JSON, spread over the partitions."""
    if path.rstrip("/").endswith(".parquet"):
        frame = spark.read.parquet(path)
        lines = frame.select([f for f in FIELDS if f in frame.columns]).toJSON()
    else:
        lines = spark.sparkContext.textFile(path, partitions)
    # Spread by number: a partition that is worked on again then has the same articles, which
    # repartition() does not promise.
    numbered = lines.filter(lambda line: line.strip()).zipWithIndex()
    return (numbered.map(lambda pair: (pair[1], pair[0]))
            .partitionBy(partitions, lambda number: number).values())


def extracted(lines, casus, data):
    """The statements of the articles, by `casus extract` on each partition."""
    command = shlex.join([casus, "extract", "-", "--threads", "1", *data_option(data)])
    # The shell passes over bad articles, which are told of on standard error, and nothing else.
    shell = f"{command}; code=$?; [ $code -eq {SOME_ARTICLES_BAD} ] && exit 0; exit $code"
    return lines.pipe(shlex.join(["sh", "-c", shell]), checkCode=True)


def imported(lines, casus, data, out):
    """Imports each partition into a database of its own; gives the names of the databases."""

    def work(rows):
        rows = list(rows)
        if not rows:
            return []
        name = f"part-{TaskContext.get().partitionId():05d}.db"
        with tempfile.TemporaryDirectory(prefix="casus-") as folder:
            database = os.path.join(folder, name)
            run = subprocess.run(
                [casus, "import", "-", "--quiet", "--threads", "1", "--db", database,
                 *data_option(data)],
                input="".join(row + "\n" for row in rows), text=True, encoding="utf-8",
                stderr=sys.stderr, check=False)
            if run.returncode not in (0, SOME_ARTICLES_BAD):
                raise RuntimeError(f"casus import ended with {run.returncode}")
            if os.path.exists(database + "-wal") and os.path.getsize(database + "-wal") > 0:
                raise RuntimeError("casus import left its database unfinished")
            publish(database, os.path.join(out, name))
        return [name]

    return lines.mapPartitions(work)


def publish(database, target):
    """Puts a finished database under its name in one step, also across file systems."""
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(target), suffix=".part", delete=False) as copy:
        with open(database, "rb") as whole:
            while block := whole.read(1 << 20):
                copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())
    os.chmod(copy.name, 0o644)
    os.replace(copy.name, target)


def data_option(data):
    return ["--data", data] if data else []


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", help="JSON Lines (.jsonl, .jsonl.gz) or .parquet")
    parser.add_argument("out", help="the folder to make")
    parser.add_argument("--casus", required=True, help="the program, the same path everywhere")
    parser.add_argument("--data", help="the folder of knowledge files, if casus does not find it")
    parser.add_argument("--mode", choices=["statements", "databases"], default="statements")
    parser.add_argument("--partitions", type=int, default=8)
    options = parser.parse_args()
    if os.path.exists(options.out):
        parser.error(f"{options.out} is there already; name another folder")

    spark = SparkSession.builder.appName("casus").getOrCreate()
    try:
        lines = articles(spark, options.articles, options.partitions)
        if options.mode == "statements":
            extracted(lines, options.casus, options.data).saveAsTextFile(options.out)
        else:
            os.makedirs(options.out)
            names = imported(
                lines, options.casus, options.data, os.path.abspath(options.out)).collect()
            print(f"{options.out}: {len(names)} databases")
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
