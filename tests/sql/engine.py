"""engine.py duckdb|spark|postgres JOB RESULT    runs the queries of a job and writes down their rows, or why there are none

A job is a list of cases: {"tables": {name: {"columns": [[name, kind]], "rows": [[text or null]]}}, "script": text}.
A result is a list of {"rows": [{column: text}]} or {"error": text}."""
import csv
import datetime
import decimal
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile

TYPES = {
    "duckdb": {"whole": "BIGINT", "decimal": "DECIMAL(18,6)", "wide": "DECIMAL(38,10)", "text": "VARCHAR", "truth": "BOOLEAN", "day": "DATE", "year": "INTEGER"},
    "spark": {"whole": "BIGINT", "decimal": "DECIMAL(18,6)", "wide": "DECIMAL(38,10)", "text": "STRING", "truth": "BOOLEAN", "day": "DATE", "year": "INT"},
    "postgres": {"whole": "BIGINT", "decimal": "NUMERIC(18,6)", "wide": "NUMERIC(38,10)", "text": "TEXT", "truth": "BOOLEAN", "day": "DATE", "year": "INTEGER"},
}


def value(text, kind):
    if text is None:
        return None
    read = {
        "whole": int,
        "year": int,
        "decimal": decimal.Decimal,
        "wide": decimal.Decimal,
        "text": str,
        "truth": lambda t: t == "true",
        "day": datetime.date.fromisoformat,
    }
    return read[kind](text)


def quoted(name, quote='"'):
    return quote + name.replace(quote, quote * 2) + quote


class DuckDb:
    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()

    def load(self, name, table):
        kinds = [kind for _, kind in table["columns"]]
        columns = ", ".join(f"{quoted(c)} {TYPES['duckdb'][k]}" for c, k in table["columns"])
        self.connection.execute(f"CREATE OR REPLACE TABLE {quoted(name)} ({columns})")
        rows = [[value(t, k) for t, k in zip(row, kinds)] for row in table["rows"]]
        if rows:
            marks = ", ".join("?" * len(kinds))
            self.connection.executemany(f"INSERT INTO {quoted(name)} VALUES ({marks})", rows)

    def run(self, script):
        cursor = self.connection.execute(script)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]

    def close(self):
        self.connection.close()


class Spark:
    def __init__(self):
        from pyspark.sql import SparkSession

        # Off, so that it is the script that must turn it on.
        settings = {"spark.sql.ansi.enabled": "false", "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "1", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        builder = SparkSession.builder.master("local[2]")
        for name, setting in settings.items():
            builder = builder.config(name, setting)
        self.session = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("OFF")

    def load(self, name, table):
        kinds = [kind for _, kind in table["columns"]]
        schema = ", ".join(f"{quoted(c, '`')} {TYPES['spark'][k]}" for c, k in table["columns"])
        rows = [tuple(value(t, k) for t, k in zip(row, kinds)) for row in table["rows"]]
        self.session.createDataFrame(rows, schema).createOrReplaceTempView(quoted(name, "`"))

    def run(self, script):
        self.session.sql("SET spark.sql.ansi.enabled=false")
        self.session.sql("SET spark.sql.decimalOperations.allowPrecisionLoss=true")
        # The engine takes one statement at a time; those before the query stand alone on their lines.
        lines = script.splitlines()
        for line in lines:
            if line.startswith("SET "):
                self.session.sql(line.rstrip(";"))
        query = "\n".join(line for line in lines if not line.startswith("SET "))
        return [row.asDict() for row in self.session.sql(query.rstrip().rstrip(";")).collect()]

    def close(self):
        self.session.stop()


class Postgres:
    """A server of its own in a new folder, reached by a socket in it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="thidua-sql-")
        self.user = []
        if os.geteuid() == 0:
            # The server refuses to run as root.
            os.chown(self.folder, 65534, 65534)
            self.user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        data = os.path.join(self.folder, "data")
        self.tool("initdb", "-D", data, "-U", "thidua", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off"
        self.tool("pg_ctl", "-D", data, "-w", "-l", os.path.join(self.folder, "log"), "-o", options, "start")

    def tool(self, name, *arguments):
        done = subprocess.run([*self.user, found(name), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=self.folder)
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stderr.decode(errors='replace')}")

    def psql(self, text):
        arguments = ["-h", self.folder, "-U", "thidua", "-d", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"]
        done = subprocess.run([found("psql"), *arguments], input=text.encode(), capture_output=True)
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace"))
        return done.stdout.decode()

    def load(self, name, table):
        columns = ", ".join(f"{quoted(c)} {TYPES['postgres'][k]}" for c, k in table["columns"])
        text = f"DROP TABLE IF EXISTS {quoted(name)};\nCREATE TABLE {quoted(name)} ({columns});\n"
        cell = lambda t: "NULL" if t is None else "'" + t.replace("'", "''") + "'"
        for row in table["rows"]:
            text += f"INSERT INTO {quoted(name)} VALUES ({', '.join(map(cell, row))});\n"
        self.psql(text)

    def run(self, script):
        text = self.psql(f"COPY (\n{script.rstrip().rstrip(';')}\n) TO STDOUT CSV HEADER;\n")
        return list(csv.DictReader(io.StringIO(text)))

    def close(self):
        self.tool("pg_ctl", "-D", os.path.join(self.folder, "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def found(tool):
    """A server's tools often stand beside the path, in a folder of their version."""
    there = shutil.which(tool)
    folder = "/usr/lib/postgresql"
    if there is None and os.path.isdir(folder):
        for version in sorted(os.listdir(folder), key=lambda v: [int(p) for p in v.split(".") if p.isdigit()], reverse=True):
            path = os.path.join(folder, version, "bin", tool)
            if os.path.exists(path):
                return path
    return there or tool


def main():
    name, job, result = sys.argv[1:]
    engine = {"duckdb": DuckDb, "spark": Spark, "postgres": Postgres}[name]()
    with open(job, encoding="utf-8") as file:
        cases = json.load(file)
    results = []
    loaded = None
    try:
        for case in cases:
            if case["tables"] is not None:
                loaded = case["tables"]
                for table in loaded.items():
                    engine.load(*table)
            try:
                results.append({"rows": engine.run(case["script"])})
            except Exception as error:
                results.append({"error": str(error)})
    finally:
        engine.close()
    with open(result, "w", encoding="utf-8") as file:
        json.dump(results, file, ensure_ascii=False)


if __name__ == "__main__":
    main()
