"""States what FlowIO (or, where it cannot, plain numpy) reads from FCS files.

python3 fcs.oracle.py FOLDER > fcs.golden.json

FOLDER is searched for FCS files. Values are float64 after FlowIO's own preprocessing: $PnE (f2 10^(f1 x / $PnR)),
/ $PnG but not for time, x $TIMESTEP for the channel called time. Sums are exactly rounded (math.fsum).
"""
import json, math, os, platform, sys, warnings

import flowio
import numpy

warnings.simplefilter("ignore")
folder = sys.argv[1]


def header(data, base):
    fields = [data[base + at : base + at + 8].decode("latin1").strip() for at in range(10, 42, 8)]
    return data[base : base + 6].decode("latin1"), *[int(field) for field in fields]


def keywords(data, base):
    _, begin, end, *_ = header(data, base)
    text = data[base + begin : base + end + 1].decode("latin1")
    parts = text[1:].split(text[0])
    return {key.strip().upper(): value.strip() for key, value in zip(parts[::2], parts[1::2])}


def plain(data, base):
    """Integers of 8, 16, 24 and 32 bits and floats where HEADER says, without any library's parsing."""
    version, _, _, begin, _ = header(data, base)
    text = keywords(data, base)
    count, total = int(text["$PAR"]), int(text["$TOT"])
    big = text["$BYTEORD"] in ("4,3,2,1", "2,1")
    bits = [int(text[f"$P{n}B"]) for n in range(1, count + 1)]
    size = sum(bits) // 8
    raw = numpy.frombuffer(data, numpy.uint8, total * size, base + begin).reshape(total, size)
    columns, at = [], 0
    for n, width in enumerate(bits, 1):
        field = raw[:, at : at + width // 8]
        at += width // 8
        if text["$DATATYPE"] == "F":
            values = field.copy().view(">f4" if big else "<f4")[:, 0].astype(float)
        else:
            powers = range(width // 8 - 1, -1, -1) if big else range(width // 8)
            whole = sum(field[:, k].astype(numpy.uint64) << numpy.uint64(8 * p) for k, p in enumerate(powers))
            mask = (1 << (int(text[f"$P{n}R"]) - 1).bit_length()) - 1
            values = (whole & numpy.uint64(mask)).astype(float)
        decades, first = (float(part) for part in text[f"$P{n}E"].split(","))
        if decades > 0:
            values = 10 ** (decades * values / float(text[f"$P{n}R"])) * (first or 1)
        if text[f"$P{n}N"].lower() == "time":
            values = values * float(text.get("$TIMESTEP", 1))
        else:
            values = values / (float(text.get(f"$P{n}G", 1)) or 1)
        columns.append(values)
    return [text[f"$P{n}N"] for n in range(1, count + 1)], numpy.array(columns).T


def read(path, data, base):
    note = []
    options = {"nextdata_offset": base or None}
    if base == 0 and int(keywords(data, 0).get("$NEXTDATA", 0)) > 0:
        options["nextdata_offset"] = 0
    try:
        set_ = flowio.FlowData(path, **options)
    except flowio.exceptions.DataOffsetDiscrepancyError as error:
        version, _, text_end, begin, end = header(data, base)
        options["use_header_offsets"] = begin > text_end
        options["ignore_offset_discrepancy"] = True
        note.append(f"{error.__class__.__name__}: " + ("HEADER" if begin > text_end else "TEXT") + " offsets")
        set_ = flowio.FlowData(path, **options)
    except flowio.exceptions.FCSParsingError:
        options["ignore_offset_error"] = True
        note.append("ignore_offset_error")
        set_ = flowio.FlowData(path, **options)
    if set_.events is None:
        raise ValueError("width not read")
    if len(set_.pnn_labels) != set_.channel_count:
        raise ValueError("channel names lost at empty values")
    try:
        float(set_.text.get("timestep", 1))
    except ValueError:
        set_.text["timestep"] = ""
        note.append("unreadable $TIMESTEP as 1")
    return [name.strip() for name in set_.pnn_labels], set_.as_array(), ["FlowIO", *note]


def column(name, values):
    return {
        "name": name,
        "sum": math.fsum(values),
        "min": float(values.min()),
        "max": float(values.max()),
        "median": float(numpy.median(values)),
    }


def sets(path, data):
    base = 0
    while True:
        try:
            names, values, how = read(path, data, base)
        except Exception as error:
            names, values = plain(data, base)
            how = ["numpy", f"FlowIO: {error.__class__.__name__} {error}"[:90]]
        yield {
            "how": how,
            "events": values.shape[0],
            "channels": [column(name, values[:, k]) for k, name in enumerate(names)],
        }
        step = int(keywords(data, base).get("$NEXTDATA", 0) or 0)
        if step <= 0:
            return
        base += step


files = {}
for root, _, names in sorted(os.walk(folder)):
    for name in sorted(names):
        path = os.path.join(root, name)
        with open(path, "rb") as stream:
            data = stream.read()
        if data[:3] == b"FCS":
            files[os.path.relpath(path, folder)] = list(sets(path, data))

maker = f"Python {platform.python_version()}, FlowIO {flowio.__version__}, numpy {numpy.__version__}"
print(json.dumps({"maker": maker, "files": files}, indent=1))
