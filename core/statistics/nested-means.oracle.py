"""Golden values of nested-means.test.ts by matrices (numpy). Run: python nested-means.oracle.py

Sums of squares are quadratic forms of projections P_l on the indicator columns of each level; the coefficient of the
variance of level j in E SS_l is tr((P_l - P_(l-1)) Z_j Z_j'). The mean of means is a linear form; its variance and
degrees of freedom come from the covariance matrix of the unit means.
"""
import json, platform
import numpy as np
import scipy
from scipy import stats

designs = {
    "balanced": {
        "factors": ["donor", "preparation", "dilution"], "shape": [3, 2, 2, 3],
        "values": None,
    },
    "unbalanced": {
        "factors": ["donor", "preparation"],
        "paths": ["A/1", "A/1", "A/1", "A/2", "A/2", "B/1", "B/1", "B/2", "B/2", "B/2", "B/3", "C/1", "C/1", "C/2", "D/1"],
        "values": [42.1, 45.3, 39.8, 50.2, 48.9, 61.0, 63.5, 55.1, 54.2, 57.7, 59.9, 38.2, 36.0, 41.4, 47.7],
    },
    "oneDonor": {
        "factors": ["donor", "preparation"],
        "paths": ["A/1", "A/1", "A/1", "A/2", "A/2", "A/2", "A/3", "A/3"],
        "values": [4.21, 4.53, 3.98, 5.02, 4.89, 5.11, 6.10, 6.35],
    },
    "negativeComponent": {
        "factors": ["donor"],
        "paths": ["A", "A", "A", "B", "B", "B", "C", "C"],
        "values": [10.0, 14.0, 12.1, 9.5, 14.2, 12.5, 9.9, 14.1],
    },
    "plain": {"factors": [], "paths": [""] * 5, "values": [42.1, 45.3, 39.8, 44.0, 43.3]},
}
rng = np.random.default_rng(20240501)
shape = designs["balanced"]["shape"]
paths, values = [], []
for d in range(shape[0]):
    donor = rng.normal(0, 5)
    for p in range(shape[1]):
        prep = rng.normal(0, 3)
        for k in range(shape[2]):
            dil = rng.normal(0, 2)
            for _ in range(shape[3]):
                paths.append(f"d{d}/{p}/{k}")
                values.append(round(100 + donor + prep + dil + rng.normal(0, 1), 3))
designs["balanced"].update(paths=paths, values=values)

paths, values = [], []
for batch, donors in (("x", 2), ("y", 3), ("z", 1)):
    b = rng.normal(0, 2)
    for d in range(donors):
        donor = rng.normal(0, 4)
        for p in range(rng.integers(1, 4)):
            prep = rng.normal(0, 3)
            for k in range(rng.integers(1, 3)):
                dil = rng.normal(0, 1)
                for _ in range(rng.integers(1, 4)):
                    paths.append(f"{batch}/{d}/{p}/{k}")
                    values.append(round(50 + b + donor + prep + dil + rng.normal(0, 0.5), 3))
designs["fiveLevels"] = {"factors": ["batch", "donor", "preparation", "dilution"], "paths": paths, "values": values}


def indicator(labels):
    units = list(dict.fromkeys(labels))
    z = np.zeros((len(labels), len(units)))
    for i, label in enumerate(labels):
        z[i, units.index(label)] = 1
    return z


def analyse(factors, paths, values):
    y = np.array(values)
    n = len(y)
    z = [indicator(["/".join(path.split("/")[: k + 1]) for path in paths]) for k in range(len(factors))] + [np.eye(n)]
    proj = [np.full((n, n), 1 / n)] + [one @ np.linalg.inv(one.T @ one) @ one.T for one in z]
    df = [z[0].shape[1] - 1] + [b.shape[1] - a.shape[1] for a, b in zip(z, z[1:])]
    kept = [i for i, d in enumerate(df) if d > 0]
    ss = np.array([y @ (proj[i + 1] - proj[i]) @ y for i in kept])
    ems = np.array([[np.trace((proj[i + 1] - proj[i]) @ z[j] @ z[j].T) for j in kept] for i in kept])
    solved = np.linalg.solve(ems, ss)
    components = [None] * len(z)
    for i, value in zip(kept, solved):
        components[i] = float(value)
    top = next(i for i, one in enumerate(z) if one.shape[1] > 1)
    averaging = np.eye(n)
    for i in range(len(z) - 1, top, -1):
        inside = (z[i - 1].T @ z[i]) > 0
        averaging = (inside / inside.sum(axis=1, keepdims=True)) @ averaging
    m = averaging @ y
    a = len(m)
    cov = sum(max(0.0, value) * averaging @ z[i] @ z[i].T @ averaging.T for i, value in zip(kept, solved))
    centring = np.eye(a) - 1 / a
    expected = np.trace(centring @ cov)
    variance = 2 * np.trace(centring @ cov @ centring @ cov)
    nu = 2 * expected ** 2 / variance
    se = float(np.sqrt(((m - m.mean()) ** 2).sum() / (a * (a - 1))))
    half = stats.t.ppf(0.975, nu) * se
    return {"mean": float(m.mean()), "se": se, "df": float(nu), "lower": float(m.mean() - half),
            "upper": float(m.mean() + half), "components": components, "componentDf": df,
            "units": [one.shape[1] for one in z]}


golden = {name: {"factors": d["factors"], "paths": d["paths"], "values": d["values"],
                 **analyse(d["factors"], d["paths"], d["values"])} for name, d in designs.items()}
versions = f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}"
with open("nested-means.golden.json", "w") as out:
    json.dump({"made by": "nested-means.oracle.py", "versions": versions, "designs": golden}, out, indent=1)
