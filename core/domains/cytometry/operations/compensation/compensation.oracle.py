"""Golden values of compensation.test.ts and unmixing.test.ts. Run: python compensation.oracle.py

"exact" is by fractions of the doubles (normal equations, no rounding); "flowutils" is the FlowUtils package.
"""
import json, math, platform
from fractions import Fraction as F
import flowutils, numpy as np
from flowutils.compensate import compensate, compensate_spectral_ols

n, dyes, detectors = 12, 5, 9
spill = [[1.0 if i == j else round(0.12 * math.exp(-0.8 * abs(i - j)), 6) for j in range(n)] for i in range(n)]
spectra = [[round(math.exp(-((j - 1.9 * i) ** 2) / 3) + 0.01 * i, 6) for j in range(detectors)] for i in range(dyes)]
weights = [round(1 / (1 + 0.5 * j), 6) for j in range(detectors)]


def events(width, rows=6):
    return [[round(4000 * math.sin(1.3 * e + 0.7 * c) + 10 * e * c - 300, 3) for c in range(width)] for e in range(rows)]


def eliminate(matrix, rights):
    size = len(matrix)
    rows = [list(row) + list(right) for row, right in zip(matrix, rights)]
    for k in range(size):
        pivot = next(i for i in range(k, size) if rows[i][k] != 0)
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [v / rows[k][k] for v in rows[k]]
        for i in range(size):
            if i != k and rows[i][k] != 0:
                rows[i] = [a - rows[i][k] * b for a, b in zip(rows[i], rows[k])]
    return [row[size:] for row in rows]


def unmix(s, observed, w):
    """Normal equations S W S' t = S W y in exact fractions."""
    s, w = [[F(v) for v in row] for row in s], [F(v) for v in w]
    gram = [[sum(a * b * c for a, b, c in zip(one, two, w)) for two in s] for one in s]
    rights = [[sum(a * F(y) * c for a, y, c in zip(one, event, w)) for event in observed] for one in s]
    solved = eliminate(gram, rights)
    return [[float(solved[i][e]) for i in range(len(s))] for e in range(len(observed))]


seen, wide = events(n), events(detectors)
golden = {
    "made by": "compensation.oracle.py",
    "versions": f"Python {platform.python_version()}, numpy {np.__version__}, FlowUtils {flowutils.__version__}",
    "compensation": {
        "spillover": spill, "events": seen, "exact": unmix(spill, seen, [1] * n),
        "flowutils": compensate(np.array(seen), np.array(spill)).tolist(),
        "condition": float(np.linalg.cond(np.array(spill))),
    },
    "unmixing": {
        "spectra": spectra, "weights": weights, "events": wide,
        "exact": unmix(spectra, wide, [1] * detectors), "weighted": unmix(spectra, wide, weights),
        "flowutils": compensate_spectral_ols(np.array(wide), np.array(spectra))[:, :dyes].tolist(),
        "condition": float(np.linalg.cond(np.array([[v / max(row) for v in row] for row in spectra]))),
    },
}
with open("compensation.golden.json", "w") as out:
    json.dump(golden, out, indent=1)
