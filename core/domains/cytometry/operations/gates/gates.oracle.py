"""Golden masks of gates.golden.json: FlowKit gates random events by a Gating-ML 2.0 text that it writes itself, and again
by the text that `writeGatingMl` makes of it. Needs `npx tsc -b`. Run in this folder: python gates.oracle.py"""
import io
import json
import os
import subprocess

import flowkit as fk
import flowutils
import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(20)
n = 600
labels = ["FSC-A", "SSC-A", "FL1-A", "FL2-A", "Time"]
# whole numbers in two channels put events on edges and vertices
events = np.column_stack([
    rng.integers(0, 60, n), rng.integers(0, 60, n),
    rng.lognormal(5, 2, n) - 50, rng.lognormal(6, 1.5, n) - 80, np.arange(n) / 10,
]).astype(np.float32).astype(float)
sample = fk.Sample(events, sample_id="events", channel_labels=labels)
events = np.asarray(sample.get_events(source="raw"), dtype=float)

t = fk.transforms
scales = {
    "logicle": t.LogicleTransform(10000, 0.5, 4.5, 0), "hyper": t.HyperlogTransform(10000, 1, 4, 0),
    "asinh": t.AsinhTransform(10000, 4, 0.5), "log": t.LogTransform(10000, 5), "lin": t.LinearTransform(100, 10),
}
matrix = fk.Matrix(np.array([[1, 0.12], [0.04, 1]]), ["FL1-A", "FL2-A"], ["FITC", "PE"])
strategy = fk.GatingStrategy()
for name, scale in scales.items():
    strategy.add_transform(name, scale)
strategy.add_comp_matrix("spill", matrix)
off = "uncompensated"


def dim(channel, comp=off, scale=None, low=None, high=None):
    return fk.Dimension(channel, comp, scale, range_min=low, range_max=high)


G = fk.gates
root = ("root",)
strategy.add_gate(G.RectangleGate("range", [dim("FSC-A", low=10, high=50)]), root)
strategy.add_gate(G.RectangleGate("box", [dim("FSC-A", low=5), dim("SSC-A", high=40), dim("Time", low=3, high=55)]), root)
square = [[10, 10], [50, 10], [50, 50], [10, 50]]
strategy.add_gate(G.PolygonGate("square", [dim("FSC-A"), dim("SSC-A")], square), root)
star = [[30, 2], [45, 58], [4, 20], [56, 20], [15, 58]]
strategy.add_gate(G.PolygonGate("star", [dim("FSC-A"), dim("SSC-A")], star), root)
concave = [[0, 0], [40, 20], [60, 0], [60, 60], [30, 30], [0, 60]]
strategy.add_gate(G.PolygonGate("concave", [dim("SSC-A"), dim("FSC-A")], concave), ("root", "range"))
strategy.add_gate(G.PolygonGate("scaled", [dim("FL1-A", off, "logicle"), dim("FL2-A", off, "asinh")],
                                [[0.2, 0.3], [0.9, 0.4], [0.7, 1], [0.3, 0.8]]), root)
strategy.add_gate(G.EllipsoidGate("ellipse", [dim("FL1-A", "spill", "logicle"), dim("FL2-A", "spill", "hyper")],
                                  [0.5, 0.55], [[0.03, 0.01], [0.01, 0.02]], 1.5), ("root", "square"))
strategy.add_gate(G.EllipsoidGate("ball", [dim("FSC-A", off, "lin"), dim("SSC-A", off, "lin"), dim("FL2-A", off, "log")],
                                  [0.3, 0.3, 0.6], [[0.02, 0.005, 0], [0.005, 0.03, 0.002], [0, 0.002, 0.05]], 3), root)
dividers = [fk.QuadrantDivider("dx", "FL1-A", off, [0.35, 0.6], "logicle"), fk.QuadrantDivider("dy", "FL2-A", off, [0.6], "asinh")]
cells = [("low", 0.1, 0.1), ("mid", 0.5, 0.9), ("high", 0.8, 0.9)]
ranges = {0.1: (None, 0.35), 0.5: (0.35, 0.6), 0.8: (0.6, None)}
quadrants = [fk.gates.Quadrant(name, ["dx", "dy"], [ranges[x], (None, 0.6) if y < 0.6 else (0.6, None)]) for name, x, y in cells]
strategy.add_gate(G.QuadrantGate("quad", dividers, quadrants), ("root", "box"))


def reference(name, path, complement=False):
    return {"ref": name, "path": path, "complement": complement}


inner = ("root", "square")
strategy.add_gate(G.BooleanGate("both", "and", [reference("star", root), reference("ellipse", inner, True), reference("range", root)]), root)
strategy.add_gate(G.BooleanGate("either", "or", [reference("concave", ("root", "range")), reference("ball", root), reference("scaled", root, True)]), ("root", "box"))
strategy.add_gate(G.BooleanGate("outside", "not", [reference("ellipse", inner)]), root)

out = io.BytesIO()
fk.export_gatingml(strategy, out)
text = out.getvalue().decode()


def masks(given):
    read = fk.parse_gating_xml(io.BytesIO(given.encode()))
    results = read.gate_sample(sample)
    found = {}
    for name, path in read.get_gate_ids():
        try:
            if isinstance(read.get_gate(name, path), G.QuadrantGate):
                continue
        except fk.exceptions.QuadrantReferenceError:
            pass
        found[name] = "".join("1" if m else "0" for m in results.get_gate_membership(name, path))
    return found


expected = masks(text)
program = (
    "import { readFileSync } from 'node:fs';"
    "const at = './../../../../dist/domains/cytometry/operations/gates/';"
    "const { readGatingMl } = await import(at + 'gating-ml-read.js');"
    "const { writeGatingMl } = await import(at + 'gating-ml-write.js');"
    "console.log(writeGatingMl(readGatingMl(readFileSync(0, 'utf8')).value).value);"
)
ours = subprocess.run(["node", "--input-type=module", "-e", program], input=text, capture_output=True, text=True, check=True, cwd=here).stdout[:-1]
again = masks(ours)
assert again == expected, [name for name in expected if again.get(name) != expected[name]]

compensated = flowutils.compensate.compensate(events, matrix.matrix, [2, 3])
columns = []
for source, values in ((False, events), (True, compensated)):
    for i, label in enumerate(labels):
        for name in [None, *scales]:
            if (label, source, name) in {
                ("FSC-A", False, None), ("SSC-A", False, None), ("Time", False, None), ("FL1-A", False, "logicle"), ("FL2-A", False, "asinh"),
                ("FL1-A", True, "logicle"), ("FL2-A", True, "hyper"), ("FSC-A", False, "lin"), ("SSC-A", False, "lin"), ("FL2-A", False, "log"),
            }:
                on = values[:, [i]] if name is None else scales[name].apply(values[:, [i]])
                kind = None if name is None else {"hyper": "hyperlog", "asinh": "arcsinh", "lin": "linear"}.get(name, name)
                clean = [None if not np.isfinite(v) else float(v) for v in on[:, 0]]
                columns.append({"channel": label, "compensated": source, "scale": kind, "values": clean})



def in_r(parts, mean, covariance, limit):
    """The same ellipsoid by R's mahalanobis."""
    rows = np.column_stack([next(np.array(c["values"], float) for c in columns if (c["channel"], c["compensated"], c["scale"]) == part) for part in parts])
    code = f"x <- as.matrix(read.table(file('stdin'))); m <- matrix(c({','.join(map(str, np.ravel(covariance)))}), {len(mean)}); " \
        f"d <- mahalanobis(x, c({','.join(map(str, mean))}), m); cat(ifelse(!is.na(d) & d <= {limit}, 1, 0), sep='')"
    table = "\n".join(" ".join("NA" if np.isnan(v) else repr(float(v)) for v in row) for row in rows)
    return subprocess.run(["Rscript", "-e", code], input=table, capture_output=True, text=True, check=True).stdout


ball = in_r([("FSC-A", False, "linear"), ("SSC-A", False, "linear"), ("FL2-A", False, "log")],
            [0.3, 0.3, 0.6], [[0.02, 0.005, 0], [0.005, 0.03, 0.002], [0, 0.002, 0.05]], 3)
assert ball == expected["ball"]
ellipse = in_r([("FL1-A", True, "logicle"), ("FL2-A", True, "hyperlog")], [0.5, 0.55], [[0.03, 0.01], [0.01, 0.02]], 1.5)
assert "".join("1" if e == s == "1" else "0" for e, s in zip(ellipse, expected["square"])) == expected["ellipse"]
version = subprocess.run(["Rscript", "-e", "cat(R.version.string)"], capture_output=True, text=True, check=True).stdout

document = {
    "maker": f"gates.oracle.py: FlowKit {fk.__version__}, FlowUtils {flowutils.__version__}, NumPy {np.__version__}; ellipsoids also {version}",
    "text": text, "written": ours, "columns": columns, "masks": expected,
}
with open(os.path.join(here, "gates.golden.json"), "w") as file:
    json.dump(document, file, separators=(",", ":"))
    file.write("\n")
print({name: mask.count("1") for name, mask in expected.items()})
