"""A second opinion on multiple-testing.golden.json by statsmodels, and by NumPy with the spline's degrees of freedom exact.
Run after the R script: python multiple-testing.oracle.py"""
import json, platform
import numpy as np, scipy, statsmodels
from scipy.linalg import eigh
from scipy.optimize import brentq
from statsmodels.stats.multitest import multipletests

golden = json.load(open("multiple-testing.golden.json"))


def adjusted(p, method):
    p = np.array([np.nan if v is None else v for v in p], float)
    out, there = np.full(p.size, np.nan), ~np.isnan(p)
    if there.any():
        out[there] = multipletests(p[there], method=method)[1]
    return [None if np.isnan(v) else float(v) for v in out]


def spline_end(x, y, df):
    """Last fitted value: Reinsch's roughness matrix, its eigenvalues, and the root of the trace."""
    n, h = len(x), np.diff(x)
    q, r = np.zeros((n, n - 2)), np.zeros((n - 2, n - 2))
    for j in range(n - 2):
        q[j, j], q[j + 1, j], q[j + 2, j] = 1 / h[j], -1 / h[j] - 1 / h[j + 1], 1 / h[j + 1]
        r[j, j] = (h[j] + h[j + 1]) / 3
        if j + 1 < n - 2:
            r[j, j + 1] = r[j + 1, j] = h[j + 1] / 6
    d, u = eigh(q @ np.linalg.solve(r, q.T))
    d[:2] = 0
    a = np.exp(brentq(lambda t: (1 / (1 + np.exp(t) * d)).sum() - df, -60, 20, xtol=1e-14))
    return float((u @ ((u.T @ y) / (1 + a * d)))[-1])


def storey(p):
    p = np.array([v for v in p if v is not None], float)
    out = {}
    for name, lam in (("smoother", np.minimum(0.95, 0.05 + np.arange(19) * 0.05)), ("coarse", 0.1 + np.arange(8) * 0.1)):
        shares = np.array([(p >= one).mean() / (1 - one) for one in lam])
        out[name] = min(1.0, spline_end(lam, shares, 3))
    lam = np.minimum(0.95, 0.05 + np.arange(19) * 0.05)
    w = np.array([(p >= one).sum() for one in lam])
    shares, m = w / p.size / (1 - lam), p.size
    mse = w / (m**2 * (1 - lam) ** 2) * (1 - w / m) + (shares - np.quantile(shares, 0.1)) ** 2
    out["bootstrap"] = min(1.0, float(shares[mse == mse.min()].min()))
    return out


json.dump({
    "made by": "multiple-testing.oracle.py",
    "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}",
    "adjusted": {k: {"bh": adjusted(v["p"], "fdr_bh"), "by": adjusted(v["p"], "fdr_by"), "holm": adjusted(v["p"], "holm")}
                 for k, v in golden["adjusted"].items()},
    "pi0": {k: storey(v["p"]) for k, v in golden["storey"].items()},
}, open("multiple-testing-python.golden.json", "w"), indent=1)
