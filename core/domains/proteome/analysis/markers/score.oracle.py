# Golden values of score.test.ts. Run in this folder: python score.oracle.py
import json, platform
import numpy as np, scipy
from scipy import stats

rng = np.random.default_rng(20180530)
sides = {"CD63": 1, "Itgb1": 1, "TSG101": 1, "ANXA2": 1, "HLA-A": 1, "ALB": -1, "APOB": -1, "CANX": -1, "RPL3": -1, "GAPDH": 0, "COL1A1": 0}

def score(d, genes):
    both = d[np.isfinite(d)]
    z = (d - both.mean()) / both.std(ddof=1)
    side = lambda s: [z[i] for i, g in enumerate(genes) if sides.get(g) == s and np.isfinite(z[i])]
    up, down = side(1), side(-1)
    return np.mean(up) - np.mean(down), len(up), len(down), np.mean(up), np.mean(down), len(both), both.mean(), both.std(ddof=1)

def row_means(x):
    return np.array([np.nan if np.isnan(r).all() else np.nanmean(r) for r in x])

cases = []
for n_ev, n_source, extra, missing in [(3, 3, 20, 0.0), (2, 4, 60, 0.15), (5, 1, 8, 0.1), (3, 2, 150, 0.3)]:
    genes = list(sides) + [f"XGENE{i}" for i in range(extra)]
    while True:
        shift = np.array([2.5 * sides.get(g, 0) for g in genes]) + rng.normal(0, 1, len(genes))
        level = rng.normal(24, 3, len(genes))
        source = np.round(level[:, None] + rng.normal(0, 0.3, (len(genes), n_source)), 3)
        ev = np.round((level + shift)[:, None] + rng.normal(0, 0.4, (len(genes), n_ev)), 3)
        ev[rng.random(ev.shape) < missing] = np.nan
        source[rng.random(source.shape) < missing] = np.nan
        base = row_means(source)
        single = [score(ev[:, j] - base, genes) for j in range(n_ev)]
        if all(s[1] > 0 and s[2] > 0 for s in single):
            break
    s = np.array([x[0] for x in single])
    ci = stats.t.interval(0.95, n_ev - 1, s.mean(), stats.sem(s))
    clean = lambda x: [[None if np.isnan(v) else float(v) for v in r] for r in x]
    cases.append({"genes": genes, "ev": clean(ev), "source": clean(source),
                  "pooled": [float(v) for v in score(row_means(ev) - base, genes)],
                  "samples": s.tolist(), "interval": [float(v) for v in ci]})

fractions = []
for n, rows, scale in [(3, 6, 1e6), (2, 4, 1.0), (8, 30, 1e10), (5, 3, 1e-3), (4, 12, 1e300)]:
    x = np.exp(rng.normal(0, 2, (rows, n))) * scale
    x = np.array([[float(f"{v:.6g}") for v in r] for r in x])
    x[rng.random(x.shape) < 0.1] = np.nan
    x[0] = np.where(np.isnan(x[0]), scale, x[0]); x[-1] = np.where(np.isnan(x[-1]), scale, x[-1])
    mask = np.zeros(rows, bool); mask[: max(1, rows // 3)] = True
    f = np.nansum(x[mask], axis=0) / np.nansum(x, axis=0)
    logit = np.log(f) - np.log1p(-f)
    lo, hi = stats.t.interval(0.9, n - 1, logit.mean(), stats.sem(logit))
    back = lambda v: float(1 / (1 + np.exp(-v)))
    fractions.append({"mask": mask.astype(int).tolist(), "intensities": [[None if np.isnan(v) else float(v) for v in r] for r in x],
                      "samples": f.tolist(), "counts": np.sum(~np.isnan(x[mask]), axis=0).tolist(),
                      "centre": back(logit.mean()), "interval": [back(lo), back(hi)]})

json.dump({"made by": "score.oracle.py", "versions": f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}",
           "scores": cases, "fractions": fractions}, open("score.golden.json", "w"), indent=None)
