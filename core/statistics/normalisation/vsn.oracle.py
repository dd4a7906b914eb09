"""Golden values of vsn.test.ts: the profile likelihood of Huber et al. 2002 maximised by SciPy's BFGS from four starts.
Run in this folder: python vsn.oracle.py"""
import json, platform, warnings
import numpy as np, scipy
from scipy.optimize import minimize

warnings.simplefilter("ignore")
rng = np.random.default_rng(7)


def plain(x):
    return [None if np.isnan(v) else float(f"{v:.14g}") for v in np.asarray(x, float).ravel()]


def block(m):
    return {"rows": m.shape[0], "columns": m.shape[1], "values": plain(m)}


def vsn(m):
    used = m[(~np.isnan(m)).sum(1) > 1]
    k = m.shape[1]
    unit = np.nanmedian(np.abs(used), axis=0)
    seen = ~np.isnan(used)
    n = seen.sum()

    def loss(p):
        a, beta = p[:k], p[k:]
        u = a + np.exp(beta) * used / unit
        h = np.arcsinh(u)
        r = h - np.nanmean(h, axis=1, keepdims=True)
        ss = np.nansum(r * r)
        value = n / 2 * np.log(ss) + np.nansum(np.log(1 + u * u)) / 2 - (seen * (beta - np.log(unit))).sum()
        d = n / ss * r / np.sqrt(1 + u * u) + u / (1 + u * u)
        return value, np.r_[np.nansum(d, 0), np.nansum(d * (u - a), 0) - seen.sum(0)]

    best = None
    for start in (0.0, 0.5, -0.5, 1.0):
        p = np.r_[np.full(k, start), np.full(k, start)]
        for _ in range(6):
            fit = minimize(loss, p, jac=True, method="BFGS", options={"gtol": 1e-10, "maxiter": 5000})
            p = fit.x
        if best is None or fit.fun < best.fun:
            best = fit
    a, b = best.x[:k], np.exp(best.x[k:]) / unit
    h = np.arcsinh(a + b * m)
    hu = np.arcsinh(a + b * used)
    ss = np.nansum((hu - np.nanmean(hu, axis=1, keepdims=True)) ** 2)
    return {"input": block(m), "shift": plain(a), "scale": plain(b), "sd": float(np.sqrt(ss / n)),
            "logLikelihood": -float(best.fun), "gradient": float(np.abs(loss(best.x)[1]).max()),
            "data": plain((h - np.log(2) - np.mean(np.log(b))) / np.log(2))}


def holes(m, share):
    m = m.copy()
    m[rng.random(m.shape) < share] = np.nan
    return m


def intensities(n, k, additive, multiplicative, negative=0.0):
    true = np.exp(rng.normal(6, 1.5, n))
    gain = rng.uniform(0.5, 2, k)
    return np.round(gain * (true[:, None] * np.exp(rng.normal(0, multiplicative, (n, k)))
                            + rng.normal(0, additive, (n, k))) + rng.uniform(-20, 60, k) - negative, 2)


cases = [vsn(intensities(80, 4, 30, 0.15)), vsn(holes(intensities(70, 3, 40, 0.2), 0.2)),
         vsn(intensities(60, 3, 25, 0.15, 80.0)), vsn(intensities(40, 8, 20, 0.1))]
endless = vsn(intensities(60, 2, 60, 0.0))
json.dump({"made by": "vsn.oracle.py",
           "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}",
           "cases": cases, "withoutMaximum": {k: endless[k] for k in ("input", "shift")}}, open("vsn.golden.json", "w"))
