"""Golden values of noncentral-t.test.ts with 40 digits (mpmath): the integral of the normal tail over the chi
distribution, split at its bulk. Run in this folder: python noncentral-t.oracle.py"""
import json, platform
import mpmath as mp
import scipy
from scipy import stats

mp.mp.dps = 40
def sf(t, df, ncp):
    t, df, ncp = mp.mpf(t), mp.mpf(df), mp.mpf(ncp)
    logc = mp.log(2) + (df / 2) * mp.log(df / 2) - mp.loggamma(df / 2)
    def f(s):
        z = t * s - ncp
        return mp.exp(logc + (df - 1) * mp.log(s) - df * s * s / 2) * mp.erfc(z / mp.sqrt(2)) / 2
    sd = 1 / mp.sqrt(2 * df)
    cuts = sorted({mp.mpf(0), *[c for c in (1 - 8 * sd, 1 - 4 * sd, 1 - 2 * sd, 1 - sd, mp.mpf(1), 1 + sd, 1 + 2 * sd, 1 + 4 * sd, 1 + 8 * sd, 1 + 20 * sd) if c > 0],
                   *([c * ncp / t for c in (mp.mpf("0.25"), mp.mpf("0.5"), mp.mpf(1), mp.mpf(2))] if t * ncp > 0 else [])})
    return mp.quad(f, [*cuts, max(cuts) + 40 * sd, mp.inf])

rows = []
for df in (1, 2, 3.5, 8, 18, 78, 400):
    for ncp in (-2, -0.3, 0, 0.5, 1.5, 3, 6, 20):
        for t in (-3, 0, 0.7, 2.1, 5, 12):
            v = sf(t, df, ncp)
            rows.append([t, df, ncp, float(mp.nstr(v, 17)), float(mp.nstr(1 - v, 17)), float(stats.nct.sf(t, df, ncp)) if ncp else float(stats.t.sf(t, df))])
with open("noncentral-t.golden.json", "w") as f:
    f.write('{"made by": "noncentral-t.oracle.py", "versions": "Python %s, mpmath %s, SciPy %s", "columns": ["t", "df", "ncp", "upper", "lower", "SciPy upper"],\n"rows": [\n' % (platform.python_version(), mp.__version__, scipy.__version__))
    f.write(",\n".join(json.dumps(r) for r in rows) + "]}\n")
