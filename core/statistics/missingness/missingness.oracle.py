"""Inputs and golden values of missingness.test.ts by statsmodels and SciPy, and NumPy for the counts of batches.
Run in this folder before missingness.oracle.R: python missingness.oracle.py"""
import json, platform, warnings
import numpy as np, scipy, statsmodels.api as sm, statsmodels
from scipy.stats import fisher_exact, norm, t
from statsmodels.stats.contingency_tables import cochrans_q

warnings.simplefilter("ignore")
rng = np.random.default_rng(4711)


def plain(x):
    return [None if np.isnan(v) else float(f"{v:.13g}") for v in np.asarray(x, float).ravel()]


def logistic(m):
    seen = (~np.isnan(m)).sum(1)
    use = seen > 0
    x = np.nanmean(m[use], axis=1)
    y = np.c_[seen[use], m.shape[1] - seen[use]]
    fit = sm.GLM(y, sm.add_constant(x), family=sm.families.Binomial()).fit(tol=1e-14, maxiter=200)
    dispersion = fit.pearson_chi2 / fit.df_resid
    se = fit.bse[1] * np.sqrt(max(1, dispersion))
    reach = t.ppf(0.975, fit.df_resid) * se
    return {"intercept": fit.params[0], "slope": fit.params[1], "se": se, "dispersion": dispersion,
            "lower": fit.params[1] - reach, "upper": fit.params[1] + reach}


def batches(m, names):
    gone = np.isnan(m)
    p = gone.mean(1)
    n = m.shape[1]
    out = []
    for name in dict.fromkeys(names):
        own = np.array([b == name for b in names])
        # hypergeometric mean and variance per feature, summed
        k = gone.sum(1)
        expected = (own.sum() * k / n).sum()
        variance = (own.sum() * k / n * (1 - k / n) * (n - own.sum()) / (n - 1)).sum()
        z = (gone[:, own].sum() - expected) / np.sqrt(variance)
        out.append([int(gone[:, own].sum()), expected, z, 2 * norm.sf(abs(z))])
    return out


level = rng.normal(25, 2, 90)
full = level[:, None] + rng.normal(0, 0.4, (90, 8))
left = full.copy()
left[rng.random(full.shape) < 1 / (1 + np.exp(1.2 * (full - 24)))] = np.nan
anywhere = full.copy()
anywhere[rng.random(full.shape) < 0.3] = np.nan
bad_run = full[:60].copy()
bad_run[rng.random((60, 8)) < np.array([0.1, 0.1, 0.1, 0.1, 0.1, 0.3, 0.35, 0.1])] = np.nan
matrices = {"left-censored": left, "at random": anywhere, "bad run": bad_run}
names = ["a", "a", "a", "b", "b", "c", "c", "b"]
cases = {}
for name, m in matrices.items():
    m = np.round(m, 5)
    q = cochrans_q(np.isnan(m).astype(int))
    cases[name] = {"input": {"rows": m.shape[0], "columns": m.shape[1], "values": plain(m)},
                   "logistic": logistic(m), "cochran": [q.statistic, q.df, q.pvalue],
                   "samples": batches(m, list("12345678")), "batches": batches(m, names)}
tables = [[3, 0, 0, 3], [6, 0, 0, 6], [4, 1, 0, 5], [0, 5, 5, 0], [2, 3, 3, 2], [10, 2, 3, 15], [0, 0, 3, 4], [1, 9, 11, 3],
          [30, 70, 55, 45], [7, 0, 0, 1], [5, 5, 5, 5], [120, 3, 80, 12]]
json.dump({"made by": "missingness.oracle.py",
           "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}",
           "cases": cases, "batchNames": names,
           "fisher": [{"table": x, "p": fisher_exact([x[:2], x[2:]]).pvalue} for x in tables]},
          open("missingness.golden.json", "w"))
