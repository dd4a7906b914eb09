"""Second golden values of array-weights.test.ts: the restricted likelihood with its prior maximised by SciPy's BFGS and
Newton steps on complex-step gradients, and the scoring steps of Ritchie et al. 2006 (10.1186/1471-2105-7-261) in NumPy.
Run in this folder: python array-weights.oracle.py"""
import json
import platform

import numpy as np
import scipy
from scipy.optimize import minimize


def number(v):
    return np.nan if v is None or v == "NA" else float(v)


def deviance(free, y, x, prior):
    logs = np.append(free, -free.sum())
    w = np.exp(logs)
    gram = x.T @ (w[:, None] * x)
    b = np.linalg.solve(gram, x.T @ (w[:, None] * y.T))
    rest = ((y.T - x @ b) ** 2 * w[:, None]).sum(axis=0)
    n, p = x.shape
    return ((n - p) * np.log(rest)).sum() + len(y) * np.linalg.slogdet(gram)[1] + prior * w.sum()


def gradient(free, y, x, prior, h=1e-20):
    n = len(free)
    out = np.empty(n)
    for i in range(n):
        step = free.astype(complex)
        step[i] += 1j * h
        out[i] = complex_deviance(step, y, x, prior).imag / h
    return out


def complex_deviance(free, y, x, prior):
    w = np.exp(np.append(free, -free.sum()))
    gram = x.T @ (w[:, None] * x)
    b = np.linalg.solve(gram, x.T @ (w[:, None] * y.T))
    rest = ((y.T - x @ b) ** 2 * w[:, None]).sum(axis=0)
    n, p = x.shape
    return ((n - p) * np.log(rest)).sum() + len(y) * np.log(np.linalg.det(gram)) + prior * w.sum()


def reml(y, x, prior):
    y = y[np.isfinite(y).all(axis=1)]
    hat = x @ np.linalg.pinv(x)
    y = y[((y - y @ hat.T) ** 2).sum(axis=1) > 1e-14]
    free = minimize(deviance, np.zeros(len(x) - 1), (y, x, prior), jac=gradient, method="BFGS", tol=1e-12).x
    for _ in range(4):
        g = gradient(free, y, x, prior)
        h = np.array([(gradient(free + e, y, x, prior) - gradient(free - e, y, x, prior)) / 2e-5
                      for e in 1e-5 * np.eye(len(free))])
        free = free - np.linalg.solve((h + h.T) / 2, g)
    assert np.abs(gradient(free, y, x, prior)).max() < 1e-8
    return np.exp(np.append(free, -free.sum()))


def scoring(y, x, prior):
    n = len(x)
    z2 = np.vstack([np.eye(n - 1), -np.ones(n - 1)])
    info = prior * z2.T @ z2
    gamma = np.zeros(n - 1)
    for row in y:
        seen = np.isfinite(row)
        if seen.sum() < 2:
            continue
        root = np.exp(-z2 @ gamma / 2)[seen]
        u, s, _ = np.linalg.svd(x[seen] * root[:, None], full_matrices=False)
        u = u[:, s > 1e-9 * s[0]]
        df = seen.sum() - u.shape[1]
        rest = row[seen] * root
        rest = rest - u @ (u.T @ rest)
        s2 = (rest @ rest) / max(df, 1)
        if df < 2 or s2 < 1e-15:
            continue
        left = 1 - (u**2).sum(axis=1)
        z = np.column_stack([np.ones(seen.sum()), z2[seen]])
        full = z.T @ (left[:, None] * z)
        info = info + full[1:, 1:] - np.outer(full[1:, 0], full[0, 1:]) / full[0, 0]
        gamma = gamma + np.linalg.solve(info, z2[seen].T @ (rest**2 / s2 - left))
    return np.exp(-z2 @ gamma)


cases = {}
for name, case in json.load(open("array-weights-1.golden.json"))["cases"].items():
    y = np.array([[number(v) for v in row] for row in case["data"]])
    x = np.array(case["design"], float)
    method = case["method"]
    if method == "auto":
        method = "reml" if np.isfinite(y).all() else "genebygene"
    found = (reml if method == "reml" else scoring)(y, x, case["priorN"])
    print(name, np.abs(found / np.array(case["weights"]) - 1).max())
    cases[name] = list(found)
versions = f"Python {platform.python_version()} NumPy {np.__version__} SciPy {scipy.__version__}"
json.dump({"versions": versions, "cases": cases}, open("array-weights-python.golden.json", "w"))
