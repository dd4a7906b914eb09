"""Second golden values of linear-models.test.ts: normal equations and moments with 40 digits, from the formulas of Smyth
2004 (10.2202/1544-6115.1027). Run in this folder: python linear-models.oracle.py"""
import glob
import json
import platform

import mpmath
from mpmath import mp, mpf

mp.dps = 40


def number(x):
    return mpf(repr(x)) if isinstance(x, (int, float)) else None


def fit(y, design, weights):
    rows = [i for i in range(len(y)) if y[i] is not None and (weights is None or weights[i] > 0)]
    n, p = len(rows), len(design[0])
    if n < p:
        return None
    w = [mpf(1) if weights is None else weights[i] for i in rows]
    x = mpmath.matrix([[number(v) for v in design[i]] for i in rows])
    gram = mpmath.matrix(p, p)
    right = mpmath.matrix(p, 1)
    for i, row in enumerate(rows):
        for a in range(p):
            right[a] += w[i] * x[i, a] * y[row]
            for b in range(p):
                gram[a, b] += w[i] * x[i, a] * x[i, b]
    if abs(mpmath.det(gram)) < mpf(10) ** -20:
        return None
    inverse = gram**-1
    b = inverse * right
    rest = sum(w[i] * (y[r] - sum(x[i, a] * b[a] for a in range(p))) ** 2 for i, r in enumerate(rows))
    return b, [mpmath.sqrt(inverse[a, a]) for a in range(p)], rest, n - p


def prior(variances, d):
    e = [mpmath.log(v) - mpmath.digamma(d / 2) + mpmath.log(d / 2) for v in variances]
    mean = sum(e) / len(e)
    excess = sum((v - mean) ** 2 for v in e) / (len(e) - 1) - mpmath.psi(1, d / 2)
    if excess <= 0:
        return None, sum(variances) / len(variances)
    half = mpmath.findroot(lambda u: mpmath.log(mpmath.psi(1, mpmath.exp(u))) - mpmath.log(excess), mpf(1))
    half = mpmath.exp(half)
    return 2 * half, mpmath.exp(mean + mpmath.digamma(half) - mpmath.log(half))


def tail(t, df):
    return mpmath.betainc(df / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True)


results = {}
for path in sorted(glob.glob("linear-models-[0-9].golden.json")):
    for name, case in json.load(open(path))["cases"].items():
        if name not in ("complete", "sampleWeights", "five", "far", "missing"):
            continue
        weights = case.get("weights")
        weights = [number(w) for w in weights] if isinstance(weights, list) else None
        fits = [fit([number(v) for v in row], case["design"], weights) for row in case["data"]]
        out = {"coefficients": [], "stdevUnscaled": [], "sigma": []}
        for one in fits:
            p = len(case["design"][0])
            out["coefficients"].append([float(v) for v in one[0]] if one else [None] * p)
            out["stdevUnscaled"].append([float(v) for v in one[1]] if one else [None] * p)
            out["sigma"].append(float(mpmath.sqrt(one[2] / one[3])) if one and one[3] else None)
        if name != "missing":
            d = mpf(fits[0][3])
            d0, s0 = prior([one[2] / d for one in fits], d)
            total = min(d + d0, d * len(fits))
            posterior = [(one[2] + d0 * s0) / (d + d0) for one in fits]
            t = [[b / (u * mpmath.sqrt(v)) for b, u in zip(one[0], one[1])] for one, v in zip(fits, posterior)]
            out |= {"priorDf": float(d0), "priorVariance": float(s0), "t": [[float(v) for v in row] for row in t],
                    "p": [[float(tail(v, total)) for v in row] for row in t]}
        results[name] = out
versions = f"Python {platform.python_version()} mpmath {mpmath.__version__}"
json.dump({"versions": versions, "cases": results}, open("linear-models-exact.golden.json", "w"))
