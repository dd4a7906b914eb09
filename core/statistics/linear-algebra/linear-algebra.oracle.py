"""Golden values of linear-algebra.test.ts. Run: python linear-algebra.oracle.py

Inverses and solutions are exact (fractions of the doubles); singular values are by mpmath with 60 digits.
"""
import json, math, platform
from fractions import Fraction as F
import mpmath as mp

mp.mp.dps = 60


def spill(n, height, rate):
    return [[1.0 if i == j else round(height * math.exp(-rate * abs(i - j)) * (1 + 0.1 * (i - j)), 6) for j in range(n)] for i in range(n)]


def hilbert(n):
    return [[1 / (i + j + 1) for j in range(n)] for i in range(n)]


square = {
    "three": [[1, 0.12, 0.01], [0.04, 1, 0.15], [0, 0.02, 1]],
    "pivot": [[0, 2, 1], [1e-20, 1, 3], [4, 0, 0.5]],
    "twelve": spill(12, 0.12, 0.8),
    "hilbert": hilbert(6),
    "scaled": [[1e8, 2, 3], [4e-6, 5, 6e-9], [7, 8e5, 10]],
}
oblong = {"tall": [[1, 2], [3, 4.5], [5, 6], [-7, 8]], "wide": [[1, 0.5, 0.25, 0.1, 0], [0, 0.2, 1, 0.6, 0.3], [0.9, 0.6, 0.2, 0.1, 0.05]]}


def eliminate(matrix, rights):
    n = len(matrix)
    rows = [[F(v) for v in row] + [F(v) for v in right] for row, right in zip(matrix, rights)]
    for k in range(n):
        pivot = next(i for i in range(k, n) if rows[i][k] != 0)
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [v / rows[k][k] for v in rows[k]]
        for i in range(n):
            if i != k and rows[i][k] != 0:
                rows[i] = [a - rows[i][k] * b for a, b in zip(rows[i], rows[k])]
    return [[float(v) for v in row[n:]] for row in rows]


def singular(matrix):
    return sorted((float(v) for v in mp.svd_r(mp.matrix(matrix), compute_uv=False)), reverse=True)


golden = {
    "made by": "linear-algebra.oracle.py",
    "versions": f"Python {platform.python_version()}, mpmath {mp.__version__}",
    "square": {
        name: {
            "matrix": one,
            "inverse": eliminate(one, [[float(i == j) for j in range(len(one))] for i in range(len(one))]),
            "solution": [row[0] for row in eliminate(one, [[i + 1] for i in range(len(one))])],
            "singular": singular(one),
        }
        for name, one in square.items()
    },
    "oblong": {name: {"matrix": one, "singular": singular(one)} for name, one in oblong.items()},
}
with open("linear-algebra.golden.json", "w") as out:
    json.dump(golden, out, indent=1)
