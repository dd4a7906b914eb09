"""Golden values of decompositions.test.ts by mpmath with 40 digits. Run: python decompositions.oracle.py

Also writes the matrices, which decompositions.oracle.R reads.
"""
import json, platform
import mpmath as mp

mp.mp.dps = 40


def hilbert(n):
    return [[1 / (i + j + 1) for j in range(n)] for i in range(n)]


general = {
    "one": [[-2.5]],
    "hilbert": hilbert(8),
    "tall": [[1, 2, -1], [3, 4.5, 0.25], [5, 6, 7], [-7, 8, 2], [0.5, -0.125, 11]],
    "wide": [[1, 0.5, 0.25, 0.1, 0], [0, 0.2, 1, 0.6, 0.3], [0.9, 0.6, 0.2, 0.1, 0.05]],
    "column": [[3], [0], [-4]],
    "row": [[3, 0, -4]],
    "graded": [[1e6, 2, 3e-5], [4, 5e-2, 6e-7], [7e6, 8, -9e-5], [1, 1, 1e-7]],
    "deficient": [[1, 2, 5, 10], [4, 5, 14, 28], [7, 8, 23, 46], [2, -1, 0, 0], [0, 3, 6, 12]],
    "groups": [[1, 1, 0, 0, 3], [1, 1, 0, 0, 5], [1, 0, 1, 0, 1], [1, 0, 1, 0, 4], [1, 0, 0, 1, 2], [1, 0, 0, 1, 7]],
}
symmetric = {
    "one": [[4]],
    "hilbert": hilbert(8),
    "covariance": [[4, 1.5, -0.75, 0.2], [1.5, 3, 0.5, -1], [-0.75, 0.5, 2.5, 0.3], [0.2, -1, 0.3, 5]],
    "scaled": [[1e8, 3e3, 1], [3e3, 1, 2e-5], [1, 2e-5, 1e-6]],
    "indefinite": [[2, -1, 0, 3], [-1, 0, 4, 1], [0, 4, -3, 2], [3, 1, 2, 1]],
    "diagonal": [[3, 0, 0], [0, -1, 0], [0, 0, 7]],
    "deficient": [[2, 4, 6], [4, 8, 12], [6, 12, 18.5]],
}


def listed(matrix):
    return [[float(matrix[i, j]) for j in range(matrix.cols)] for i in range(matrix.rows)]


def singular(one):
    u, s, v = mp.svd_r(mp.matrix(one))
    return {"u": listed(u), "s": [float(x) for x in s], "v": listed(v.T)}


def least_squares(one):
    a = mp.matrix(one)
    b = mp.matrix([mp.mpf(i * i + 1) / 4 for i in range(a.rows)])
    return [float(x) for x in mp.lu_solve(a.T * a, a.T * b)]


def eigen(one):
    values, vectors = mp.eigsy(mp.matrix(one))
    falling = sorted(range(len(one)), key=lambda i: -values[i])
    return {"values": [float(values[i]) for i in falling],
            "vectors": [[float(vectors[r, i]) for i in falling] for r in range(len(one))]}


def triangle(one):
    try:
        lower = mp.cholesky(mp.matrix(one))
    except ValueError:
        return None
    if min(abs(lower[i, i]) for i in range(len(one))) < mp.mpf(10) ** -15:
        return None
    b = mp.matrix([i + 1 for i in range(len(one))])
    return {"lower": listed(lower), "solution": [float(x) for x in mp.lu_solve(mp.matrix(one), b)],
            "logDeterminant": float(mp.log(mp.det(mp.matrix(one))))}


full = ["one", "hilbert", "tall", "column", "graded"]
golden = {
    "made by": "decompositions.oracle.py",
    "versions": f"Python {platform.python_version()}, mpmath {mp.__version__}",
    "general": {name: {"matrix": one, "svd": singular(one), "solution": least_squares(one) if name in full else None} for name, one in general.items()},
    "symmetric": {name: {"matrix": one, "eigen": eigen(one), "cholesky": triangle(one)} for name, one in symmetric.items()},
}
with open("decompositions.golden.json", "w") as out:
    json.dump(golden, out, indent=None, separators=(",", ":"))
