"""Golden values of auto-gates.test.ts: FlowCal's density gate, robust statistics by SciPy, thresholds
by counting at every edge of the grid. Run in this folder: python auto-gates.oracle.py"""
import json
import os
import subprocess

import FlowCal
import numpy as np
import scipy
import scipy.stats as st

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(7)


def floats(values):
    return [None if np.isnan(v) else float(v) for v in values]


# density: two clusters and a haze
n = 1500
xy = np.vstack([
    rng.normal([0.45, 0.5], [0.05, 0.07], (900, 2)), rng.normal([0.7, 0.3], [0.03, 0.03], (300, 2)), rng.uniform(-0.05, 1.05, (300, 2)),
]).round(4)
density = {"x": floats(xy[:, 0]), "y": floats(xy[:, 1]), "cases": []}
for bins, sigma, fraction in ((64, 2.0, 0.5), (64, 2.0, 0.3), (40, 1.0, 0.85), (128, 5.0, 0.65)):
    edges = np.linspace(0, 1, bins + 1)
    got = FlowCal.gate.density2d(xy, channels=[0, 1], bins=[edges, edges], gate_fraction=fraction, sigma=sigma, full_output=True)
    density["cases"].append({"bins": bins, "smoothing": sigma, "fraction": fraction, "mask": "".join("1" if m else "0" for m in got.mask)})

# singlets: doublets have twice the area at 1.3 times the height
height = rng.lognormal(6, 0.5, 400)
area = height * 1.7 * (1 + 0.04 * rng.standard_normal(400))
height[:40] *= 1.3
area[:40] *= 2
height, area = height.round(1), area.round(1)
ratio = area / height
center = np.median(ratio)
spread = float(st.median_abs_deviation(ratio, scale="normal"))
singlets = {"area": floats(area), "height": floats(height), "ratio": float(center), "spread": spread,
            "kept": [int(np.sum(np.abs(ratio - center) <= w * spread)) for w in (2, 3, 5)]}

# stability: a bubble at a quarter, a drift of brightness near the end
time = np.sort(np.concatenate([rng.uniform(0, 24, 960), rng.uniform(26, 100, 2960)])).round(2)
watched = rng.normal(100, 10, time.size)
watched[time > 95] += 8
watched = watched.round(1)
slices = 50
edges = np.linspace(time[0], time[-1], slices + 1)
at = np.minimum(slices - 1, ((time - time[0]) / ((time[-1] - time[0]) / slices)).astype(int))
counts = np.bincount(at, minlength=slices)
medians = np.array([np.median(watched[at == i]) if counts[i] else np.nan for i in range(slices)])
rate_z = (counts - np.median(counts)) / max(st.median_abs_deviation(counts, scale="normal"), np.sqrt(np.median(counts)))
median_z = (medians - np.nanmedian(medians)) / st.median_abs_deviation(medians, scale="normal", nan_policy="omit")
stability = {"time": floats(time), "watched": floats(watched), "slices": slices, "counts": counts.tolist(), "medians": floats(medians),
             "rateZ": floats(rate_z), "medianZ": floats(median_z), "limit": 4,
             "dropped": [int(i) for i in np.flatnonzero((np.abs(rate_z) > 4) | (np.abs(median_z) > 4))]}

# thresholds: every edge of the grid tried from below, by counting
grid = []
for octave in range(-6, 25):
    grid += [2.0**octave * (1 + k / 32) for k in range(32)]
# a negative bin ends with minus a positive edge, so that it begins at the float32 after one
below = [float(np.nextafter(np.float32(-g), np.float32(0))) for g in grid]
edges = np.array(sorted(below + [0.0] + grid))
thresholds = []
for name, size in (("lognormal", 2500), ("lognormal", 700), ("normal", 1500), ("normal", 90)):
    values = (rng.lognormal(4, 1, size) if name == "lognormal" else rng.normal(-20, 30, size)).round(2).astype(np.float32).astype(float).round(6)
    values.sort()
    case = {"values": floats(values), "rows": []}
    for fraction, level in ((0.01, 0.95), (0.05, 0.9), (0.2, 0.99)):
        above = np.array([np.sum(values >= e) for e in edges])
        threshold = edges[np.flatnonzero(above * 1000000 <= round(fraction * 1000000) * size)[0]]
        low = int(st.binom.ppf((1 - level) / 2, size, 1 - fraction))
        high = int(st.binom.ppf(1 - (1 - level) / 2, size, 1 - fraction)) + 1
        limits = None
        if low >= 1 and high <= size:
            lower = edges[edges <= values[low - 1]][-1]
            upper = edges[edges > values[high - 1]][0]
            limits = [float(lower), float(upper)]
        case["rows"].append({"fraction": fraction, "level": level, "threshold": float(threshold),
                             "above": int(np.sum(values >= threshold)), "ranks": [low, high], "interval": limits})
    thresholds.append(case)

# R agrees on medians, deviations and binomial ranks
code = "f <- readLines(file('stdin')); n <- function(i) as.numeric(strsplit(f[i], ' ')[[1]]); r <- n(1) / n(2); c <- n(3); " \
    "cat(sprintf('%.17g', c(median(r), mad(r), median(c), mad(c))), '\\n'); q <- matrix(n(4), 3); " \
    "cat(apply(q, 2, function(x) qbinom(c((1 - x[3]) / 2, 1 - (1 - x[3]) / 2), x[1], 1 - x[2])), '\\n'); cat(R.version.string)"
asked = [v for case in thresholds for row in case["rows"] for v in (len(case["values"]), row["fraction"], row["level"])]
lines = "\n".join(" ".join(repr(float(v)) for v in one) for one in (area, height, counts, asked))
numbers, ranks, version = subprocess.run(["Rscript", "-e", code], input=lines, capture_output=True, text=True, check=True).stdout.split("\n")
mine = [center, spread, np.median(counts), st.median_abs_deviation(counts, scale="normal")]
assert np.allclose([float(v) for v in numbers.split()], mine, rtol=1e-4, atol=0)
assert [int(v) for v in ranks.split()] == [r for case in thresholds for row in case["rows"] for r in (row["ranks"][0], row["ranks"][1] - 1)]

document = {"maker": f"auto-gates.oracle.py: FlowCal {FlowCal.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}, {version}",
            "density": density, "singlets": singlets, "stability": stability, "thresholds": thresholds}
with open(os.path.join(here, "auto-gates.golden.json"), "w") as file:
    json.dump(document, file, separators=(",", ":"))
    file.write("\n")
