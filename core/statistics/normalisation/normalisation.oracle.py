"""Inputs and golden values of the tests of normalisation by NumPy and SciPy, written from the defining equations.
Run in this folder before normalisation.oracle.R: python normalisation.oracle.py"""
import json, platform, warnings
import numpy as np, scipy
from scipy.stats import rankdata
import statsmodels
from statsmodels.nonparametric.smoothers_lowess import lowess

warnings.simplefilter("ignore")
rng = np.random.default_rng(20241)


def plain(x):
    return [None if np.isnan(v) else float(f"{v:.13g}") for v in np.asarray(x, float).ravel()]


def block(m):
    return {"rows": m.shape[0], "columns": m.shape[1], "values": plain(m)}


def quantile_normalised(m):
    n, k = m.shape
    grid = np.arange(n) / (n - 1)
    stretched = []
    for j in range(k):
        seen = np.sort(m[~np.isnan(m[:, j]), j])
        stretched.append(np.interp(grid, np.arange(len(seen)) / (len(seen) - 1), seen))
    target = np.mean(stretched, axis=0)
    out = np.full(m.shape, np.nan)
    for j in range(k):
        seen = ~np.isnan(m[:, j])
        out[seen, j] = np.interp((rankdata(m[seen, j]) - 1) / (seen.sum() - 1), grid, target)
    return out


def median_normalised(m, rows=slice(None)):
    medians = np.nanmedian(m[rows], axis=0)
    offsets = medians - np.nanmean(medians)
    return m - offsets, offsets


def cyclic_loess(m):
    m = m.copy()
    for _ in range(3):
        a = np.nanmean(m, axis=1)
        for j in range(m.shape[1]):
            seen = ~np.isnan(m[:, j])
            x = a[seen]
            m[seen, j] -= lowess(m[seen, j] - x, x, frac=0.7, it=3, delta=0.01 * np.ptp(x), return_sorted=False)
    return m


def holes(m, share):
    m = m.copy()
    m[rng.random(m.shape) < share] = np.nan
    return m


base = rng.normal(24, 2.5, 60)
bent = base[:, None] + rng.normal(0, 0.3, (60, 6)) + np.array([0, 0.5, -0.7, 1.2, 0.1, -0.3])
bent += 0.08 * np.array([0, 1, -1, 0.5, 0, 2]) * (base[:, None] - 24)
withholes = holes(bent, 0.15)
withholes[5] = np.nan
outliers = bent[:40, :3].copy()
outliers[::9, 1] += 6
inputs = {
    "complete": np.round(bent[:, :4], 5),
    "ties": np.round(bent[:31, :4], 0),
    "missing": np.round(withholes[:45, :5], 5),
    "missing and ties": np.round(holes(bent[:20], 0.3), 0),
    "outliers": np.round(outliers, 5),
    "constant sample": np.round(np.c_[bent[:12, :2], np.full(12, 20.0)], 5),
    "two rows": np.array([[1.0, 4.0], [3.0, 2.0]]),
}
core = [1, 4, 7, 10, 13, 16, 19, 22, 25, 29]
factors = np.array([1e9, 2.5e9, 4e8, 7.7e9])
golden = {}
for name, m in inputs.items():
    centred, offsets = median_normalised(m)
    golden[name] = {"input": block(m), "median": plain(centred), "offsets": plain(offsets),
                    "quantile": plain(quantile_normalised(m))}
    if name == "complete":
        golden[name]["cyclicLoess"] = plain(cyclic_loess(m))
subset, subset_offsets = median_normalised(inputs["missing"], core)
logs = np.log2(factors) - np.mean(np.log2(factors))

x = np.sort(np.round(rng.uniform(0, 10, 35), 1))
x[10:14] = x[10]
y = np.round(np.sin(x) + rng.normal(0, 0.2, 35), 4)
y[20] += 4
curves = [{"x": plain(x), "y": plain(y), "span": f, "rounds": it, "delta": d,
           "fitted": plain(lowess(y, x, frac=f, it=it, delta=d, return_sorted=False))}
          for f in (0.3, 0.7, 1.0) for it in (0, 3) for d in (0.0, 0.5)]


json.dump({"made by": "normalisation.oracle.py",
           "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}",
           "cases": golden, "subset": {"rows": core, "data": plain(subset), "offsets": plain(subset_offsets)},
           "factor": {"factors": plain(factors), "data": plain(inputs["complete"] - logs), "offsets": plain(logs)},
           "lowess": curves}, open("normalisation.golden.json", "w"))
