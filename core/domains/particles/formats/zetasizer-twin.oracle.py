"""Makes small .zmes files with SQLite itself, from the layout of ZS XPLORER: python3 zetasizer-twin.oracle.py > zetasizer-twin.golden.json"""
import base64, json, math, os, sqlite3, struct, sys, tempfile, zlib

SCHEMA = """
CREATE TABLE "RecordParameterTypes" ("Id" INTEGER NOT NULL CONSTRAINT "PK_T" PRIMARY KEY AUTOINCREMENT, "DataUnitsUrn" TEXT, "Description" TEXT, "FriendlyName" TEXT, "Guid" TEXT NOT NULL, "ParameterDataType" INTEGER NOT NULL, "UniformResourceName" TEXT);
CREATE TABLE "RecordParameterTreeNodes" ("Id" INTEGER NOT NULL CONSTRAINT "PK_N" PRIMARY KEY AUTOINCREMENT, "ParameterPath" TEXT NOT NULL, "ParameterTypeId" INTEGER NOT NULL, "ParentNodeId" INTEGER, "RootParameterTypeId" INTEGER NOT NULL, "SiblingIndex" INTEGER NOT NULL);
CREATE TABLE "StandardRecords" ("Id" INTEGER NOT NULL CONSTRAINT "PK_R" PRIMARY KEY AUTOINCREMENT, "CreatedDateTime" TEXT NOT NULL, "GroupId" INTEGER NOT NULL, "Guid" TEXT NOT NULL, "ModifiedDateTime" TEXT NOT NULL, "RootParameterTypeId" INTEGER NOT NULL, "Signature" TEXT);
CREATE TABLE "RecordParameterData" ("Id" INTEGER NOT NULL CONSTRAINT "PK_D" PRIMARY KEY AUTOINCREMENT, "Data_Blob" BLOB, "Data_Boolean" INTEGER, "Data_Double" REAL, "Data_Int32" INTEGER, "Data_Int64" INTEGER, "Data_Single" REAL, "Data_Text" TEXT, "Index" INTEGER NOT NULL, "ParameterTreeNodeId" INTEGER NOT NULL, "ParameterTypeId" INTEGER NOT NULL, "RecordId" INTEGER NOT NULL);
"""
ARRAY = "System.Double[], mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089"
ITEM = "System.Double, mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089"


def text(value):
    return bytes([len(value)]) + value.encode()


def doubles(values):
    head = b"\x01\x02\x01" + text("Root") + b"\x00\x01\x03\x01" + text(ARRAY) + b"\x01" + text(ITEM) + b"\x00\x07\x00\x00\x01\x01\x00"
    return head + bytes([1, len(values)]) + b"".join(b"\x06\x01\x01\x01\x02\x01" + struct.pack("<d", value) for value in values)


SIZES = [10.0 * 2**i for i in range(6)]
TIMES = [0.5 * 3**i for i in range(14)]


def size_record(sample, repeat, z_average, peaks, **changes):
    analysis = ["Size Analysis Result", "Size Analysis Result"]
    actual = ["Actual Instrument Settings", "Actual Instrument Settings"]
    peak = analysis + ["Particle Size Intensity Distribution Peaks ordered by area", "Size Peak"]
    rows = [
        (["Sample Settings", "Sample Settings", "Sample Name"], sample),
        (["Repeat"], repeat),
        (["Software Version"], "4.1.0.82"),
        (["Quality Indicator"], "GoodData"),
        (["Result State"], "Completed"),
        (["Data Quality Result", "Data Quality Result", "Data Usage Guidance"], "Data is good"),
        (analysis + ["Cumulants Result", "Cumulants Result", "Z-Average (nm)"], z_average),
        (analysis + ["Cumulants Result", "Cumulants Result", "Polydispersity Index (PI)"], 0.21),
        (analysis + ["Cumulants Result", "Cumulants Result", "Intercept"], 0.95),
        (analysis + ["Derived Mean Count Rate (kcps)"], 250.5),
        (actual + ["Temperature (°C)"], 25.0),
        (actual + ["Dispersant Viscosity (cP)"], 0.8872),
        (actual + ["Dispersant RI"], 1.33),
        (actual + ["Laser Wavelength (nm)"], 632.8),
        (actual + ["Scattering Collection Angle (°)"], 174.7),
        (analysis + ["Sizes"], doubles(SIZES)),
        (analysis + ["Particle Size Intensity Distribution"], doubles([0, 10, 40, 40, 10, 0])),
        (analysis + ["Particle Size Volume Distribution (%)"], doubles([0, 30, 40, 25, 5, 0])),
        (analysis + ["Particle Size Number Distribution"], doubles([0, 60, 30, 9, 1, 0])),
        (analysis + ["Times"], doubles(TIMES)),
        (analysis + ["g2-1 correlation coefficients"], doubles([0.9 * math.exp(-time / 2000) for time in TIMES])),
    ]
    for mean, area in peaks:
        rows += [(peak + ["Mean"], mean), (peak + ["Area"], area)]
    rows = [(path, changes.get(path[-1], value)) for path, value in rows if changes.get(path[-1], "") is not None]
    return ("Size Measurement Result", rows)


def made(name, records):
    path = os.path.join(tempfile.mkdtemp(), "made.zmes")
    connection = sqlite3.connect(path)
    connection.execute("pragma page_size=1024")
    connection.executescript(SCHEMA)
    types, nodes = {}, {}

    def type_of(label):
        if label not in types:
            types[label] = connection.execute("insert into RecordParameterTypes (FriendlyName, Guid, ParameterDataType) values (?,?,0)", (label, f"g{len(types)}")).lastrowid
        return types[label]

    def node_of(path):
        if path not in nodes:
            parent = node_of(path[:-1]) if len(path) > 1 else None
            nodes[path] = connection.execute("insert into RecordParameterTreeNodes (ParameterPath, ParameterTypeId, ParentNodeId, RootParameterTypeId, SiblingIndex) values ('p',?,?,?,0)", (type_of(path[-1]), parent, type_of(path[0]))).lastrowid
        return nodes[path]

    for root, rows in records:
        record = connection.execute("insert into StandardRecords (CreatedDateTime, GroupId, Guid, ModifiedDateTime, RootParameterTypeId) values ('2026-01-01',1,?,'2026-01-01',?)", (f"guid-{root}", type_of(root))).lastrowid
        for index, (place, value) in enumerate(rows):
            column = {float: "Data_Double", int: "Data_Int64", str: "Data_Text", bytes: "Data_Blob"}[type(value)]
            node = node_of((root, *place))
            connection.execute(f'insert into RecordParameterData ({column}, "Index", ParameterTreeNodeId, ParameterTypeId, RecordId) values (?,?,?,?,?)', (value, index, node, type_of(place[-1]), record))
    connection.commit()
    connection.close()
    return {"name": name, "deflated": base64.b64encode(zlib.compress(open(path, "rb").read(), 9)).decode()}


two_peaks = [(206.75, 80.25), (0.84, 19.75)]
one_peak = [(130.0, 100.0)]
print(json.dumps({
    "maker": f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}",
    "files": [
        made("clean", [size_record("EV 1", 1, 120.5, two_peaks), size_record("EV 1", 2, 121.5, [(130.0, 100.0)])]),
        made("flagged", [size_record("EV 2", 1, 98.0, one_peak, **{"Quality Indicator": "PoorData", "Data Usage Guidance": "Do not use", "Result State": "Aborted"})]),
        made("zeta beside", [size_record("EV 3", 1, 98.0, one_peak), ("Zeta Measurement Result", [(["Repeat"], 1)])]),
        made("zeta only", [("Zeta Measurement Result", [(["Repeat"], 1)])]),
        made("no Z-average", [size_record("EV 4", 1, 98.0, one_peak, **{"Z-Average (nm)": None})]),
        made("negative", [size_record("EV 5", 1, -98.0, one_peak, **{"Dispersant RI": 0.0, "Temperature (°C)": 900.0})]),
        made("huge", [size_record("EV 6", 1, 52000.0, one_peak)]),
        made("array broken", [size_record("EV 7", 1, 98.0, one_peak, Sizes=doubles(SIZES)[:-3])]),
        made("sizes descend", [size_record("EV 8", 1, 98.0, one_peak, Sizes=doubles(SIZES[::-1]))]),
        made("correlation only", [size_record("EV 9", 1, 98.0, one_peak, **{"Times": doubles(TIMES[::-1])})]),
    ],
}))
