# Golden values of comparison.test.ts. Run in this folder: python comparison.oracle.py
import json, platform, warnings
import numpy as np, scipy, statsmodels, statsmodels.api as sm
from scipy import stats

rng = np.random.default_rng(2024)
warnings.simplefilter("ignore")
clean = lambda x: [[None if np.isnan(v) else float(v) for v in r] for r in x]
num = lambda v: None if v is None or not np.isfinite(v) else float(v)

def row_means(x):
    return np.array([np.nan if np.isnan(r).all() else np.nanmean(r) for r in x])

def tests(ev, source, paired):
    out = []
    for a, b in zip(ev, source):
        a0, b0 = a[np.isfinite(a)], b[np.isfinite(b)]
        if paired and len(a0) and len(b0):
            w = np.isfinite(a) & np.isfinite(b)
            a0, b0 = a[w], b[w]
        diff = (a0.mean() - b0.mean()) if len(a0) and len(b0) else np.nan
        p = lo = hi = np.nan
        if len(a0) > 1 and len(b0) > 1 and (np.ptp(a0) > 0 or np.ptp(b0) > 0):
            r = stats.ttest_rel(a0, b0) if paired else stats.ttest_ind(a0, b0, equal_var=False)
            ci = r.confidence_interval(0.9)
            p, lo, hi = r.pvalue, ci.low, ci.high
        out.append([diff, lo, hi, p, len(a0), len(b0)])
    out = np.array(out, float)
    q = np.full(len(out), np.nan)
    ok = np.isfinite(out[:, 3])
    q[ok] = stats.false_discovery_control(out[ok, 3])
    return out, q

cases = []
for rows, n_ev, n_source, missing, paired in [(40, 3, 3, 0.0, False), (60, 4, 2, 0.25, False), (50, 5, 5, 0.2, True), (30, 2, 6, 0.1, False)]:
    level = rng.normal(25, 3, rows)
    shift = rng.normal(-1, 2.5, rows)
    known = np.zeros(rows, int); known[: rows // 4] = 1
    shift[known == 1] = -3 + rng.normal(0, 0.5, rows // 4)
    source = np.round(level[:, None] + rng.normal(0, 0.3, (rows, n_source)), 4)
    ev = np.round((level + shift)[:, None] + rng.normal(0, 0.4, (rows, n_ev)), 4)
    ev[rng.random(ev.shape) < missing] = np.nan
    source[rng.random(source.shape) < missing] = np.nan
    ev[-1] = np.nan
    ev[-2] = 20.0; source[-2] = 21.0
    out, q = tests(ev, source, paired)
    x, y = row_means(source), row_means(ev)
    use = (known == 1) & np.isfinite(x) & np.isfinite(y)
    fit = sm.OLS(y[use], sm.add_constant(x[use])).fit()
    frame = fit.get_prediction(sm.add_constant(x, has_constant="add")).summary_frame(alpha=0.05)
    lines = np.column_stack([frame["mean"], frame["obs_ci_lower"], frame["obs_ci_upper"]])
    cases.append({"paired": paired, "known": known.tolist(), "ev": clean(ev), "source": clean(source),
                  "rows": [[num(v) for v in r] + [num(qq)] for r, qq in zip(out, q)],
                  "line": {"n": int(use.sum()), "intercept": float(fit.params[0]), "slope": float(fit.params[1]), "residualSd": float(np.sqrt(fit.mse_resid)),
                           "from": float(x[use].min()), "to": float(x[use].max())},
                  "expected": [[num(v) for v in r] for r in lines]})

json.dump({"made by": "comparison.oracle.py",
           "versions": f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}, statsmodels {statsmodels.__version__}",
           "cases": cases}, open("comparison.golden.json", "w"))
