"""Inputs and golden values of the tests of imputation by NumPy and SciPy, written from the defining equations.
Run in this folder before imputation.oracle.R: python imputation.oracle.py"""
import json, platform, warnings
import numpy as np, scipy
from scipy.stats import norm, linregress, truncnorm

warnings.simplefilter("ignore")
rng = np.random.default_rng(99)


def plain(x):
    return [None if np.isnan(v) else float(f"{v:.13g}") for v in np.asarray(x, float).ravel()]


def block(m):
    return {"rows": m.shape[0], "columns": m.shape[1], "values": plain(m)}


def down_shifted(m, shift, width):
    sd = np.nanstd(m, axis=0, ddof=1)
    return {"mean": plain(np.nanmean(m, axis=0) - shift * sd), "sd": plain(width * sd)}


def min_prob(m, q, tune):
    rows = [r[~np.isnan(r)] for r in m]
    sds = [np.std(r, ddof=1) for r in rows if len(r) > m.shape[1] / 2 and len(r) > 1]
    return {"mean": plain(np.nanquantile(m, q, axis=0)), "sd": tune * float(np.median(sds))}


def qrilc(m, tune):
    out = []
    for j in range(m.shape[1]):
        seen = m[~np.isnan(m[:, j]), j]
        missing = 1 - len(seen) / len(m)
        x = norm.ppf(np.linspace(missing + 0.001, 0.991, 100))
        fit = linregress(x, np.quantile(seen, 0.001 + np.arange(100) / 100))
        upper = norm.ppf(missing + 0.001, fit.intercept, fit.slope)
        cut = truncnorm(-np.inf, (upper - fit.intercept) / (tune * fit.slope), fit.intercept, tune * fit.slope)
        out.append([fit.intercept, tune * fit.slope, upper, cut.mean(), cut.std()])
    return np.array(out).T.tolist()


def nearest(m, k, most=0.5):
    gaps = np.isnan(m)
    dense = np.flatnonzero(gaps.sum(1) <= int(most * m.shape[1]))
    out = m.copy()
    for i in np.flatnonzero(gaps.any(1)):
        others = dense[dense != i] if i in dense else np.array([], int)
        d = np.nanmean((m[others] - m[i]) ** 2, axis=1)
        order = [o for o in np.argsort(d, kind="stable") if not np.isnan(d[o])]
        near = others[order[:k]] if len(order) else others
        for j in np.flatnonzero(gaps[i]):
            seen = m[near, j][~np.isnan(m[near, j])] if len(near) else []
            out[i, j] = np.mean(seen) if len(seen) else np.nanmean(m[:, j])
    return out


level = rng.normal(25, 2, 60)
full = level[:, None] + rng.normal(0, 0.5, (60, 5)) + rng.normal(0, 0.3, 5)
censored = full.copy()
censored[rng.random(full.shape) < 1 / (1 + np.exp(1.5 * (full - 23)))] = np.nan
random = full[:50].copy()
random[rng.random(random.shape) < 0.12] = np.nan
random[np.isnan(random).sum(1) > 2] = full[:50][np.isnan(random).sum(1) > 2]
sparse = random[:30].copy()
sparse[3, 1:] = np.nan
sparse[8] = np.nan
holey = np.round(rng.normal(20, 1, (8, 6)), 4)
holey[[0, 1, 2], [0, 0, 1]] = np.nan
holey[:6, 5] = np.nan
censored, random, sparse = [np.round(m, 5) for m in (censored, random, sparse)]
json.dump({"made by": "imputation.oracle.py",
           "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}",
           "censored": block(censored),
           "downShifted": [{"shift": s, "width": w, **down_shifted(censored, s, w)} for s, w in ((1.8, 0.3), (2.5, 0.5))],
           "minProb": [{"q": q, "tune": t, **min_prob(censored, q, t)} for q, t in ((0.01, 1), (0.05, 0.5))],
           "qrilc": [{"tune": t, "parameters": qrilc(censored, t)} for t in (1, 0.3)],
           "nearest": {name: [{"k": k, "input": block(m), "data": plain(nearest(m, k))} for k in ks]
                       for name, m, ks in (("random", random, (1, 5, 10)), ("sparse", sparse, (4,)), ("holey", holey, (2,)))}},
          open("imputation.golden.json", "w"))
