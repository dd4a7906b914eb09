"""Makes small databases with SQLite itself and states what they hold: python3 sqlite.oracle.py > sqlite.golden.json"""
import base64, hashlib, json, os, sqlite3, sys, tempfile, zlib


def encode(value):
    if isinstance(value, bytes):
        return {"size": len(value), "sha256": hashlib.sha256(value).hexdigest()}
    if isinstance(value, int) and abs(value) > 2**53 - 1:
        return {"integer": str(value)}
    return value


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def made(name, build, pragmas=(), before_close=False):
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "made.db")
    connection = sqlite3.connect(path)
    for pragma in pragmas:
        connection.execute(pragma)
    build(connection)
    connection.commit()
    connection.row_factory = sqlite3.Row
    names = [row[0] for row in connection.execute("select name from sqlite_master where type='table' order by rowid")]
    tables = {
        table: [{key: encode(row[key]) for key in row.keys()} for row in connection.execute(f'select * from {quoted(table)} order by rowid')]
        for table in names
    }
    if not before_close:
        connection.close()
    data = open(path, "rb").read()
    return {"name": name, "size": len(data), "deflated": base64.b64encode(zlib.compress(data, 9)).decode(), "tables": tables}


def values(connection):
    connection.execute('create table "odd ""name""" (Id INTEGER PRIMARY KEY AUTOINCREMENT, [a b] TEXT NOT NULL DEFAULT (\'x,y\'), `r` REAL, n, bin BLOB, CONSTRAINT u UNIQUE ("Id", [a b]))')
    numbers = [0, 1, -1, 127, -128, 128, 32767, -32768, 8388607, -8388608, 2**31 - 1, -(2**31), 2**47 - 1, -(2**47), 2**53 - 1, 2**62, -(2**63), 1.5, -0.1, 1e300, None, "text"]
    for i, number in enumerate(numbers):
        connection.execute('insert into "odd ""name""" ("a b", r, n, bin) values (?,?,?,?)', (f"µ粒子 {i}", i / 3, number, bytes(range(i * 7 % 256))))
    connection.execute("create table empty (a, b)")


def deep(connection):
    connection.execute("create table many (Id INTEGER PRIMARY KEY, word TEXT)")
    for i in range(220):
        connection.execute("insert into many values (?,?)", (i * 3 - 30, f"row {i} " + "x" * (i % 90)))
    connection.execute("delete from many where Id % 5 = 0")
    connection.execute("create table long (body BLOB, tail TEXT)")
    for size in (400, 471, 472, 476, 477, 478, 508, 985, 1000, 5000):
        connection.execute("insert into long values (?,?)", (bytes(j * 31 % 251 for j in range(size)), "end"))
    connection.execute("alter table many add column later INTEGER")


def small(connection):
    connection.execute("create table t (a TEXT, b REAL)")
    connection.execute("insert into t values ('Größe 大きさ', 2.5)")


print(json.dumps({
    "maker": f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}",
    "databases": [
        made("values", values),
        made("deep", deep, ["pragma page_size=512"]),
        made("utf-16le", small, ["pragma page_size=512", "pragma encoding='UTF-16le'"]),
        made("utf-16be", small, ["pragma page_size=512", "pragma encoding='UTF-16be'"]),
        made("wal checkpointed", small, ["pragma page_size=512", "pragma journal_mode=WAL"]),
        made("wal pending", small, ["pragma page_size=512", "pragma journal_mode=WAL", "pragma wal_autocheckpoint=0"], True),
    ],
}, ensure_ascii=False))
