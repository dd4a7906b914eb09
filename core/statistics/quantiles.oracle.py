"""Golden values of quantiles.test.ts and moments.test.ts. Run: python quantiles.oracle.py

The weighted quantile is the mean of the empirical quantile function over [(h-1)/n, h/n], integrated in exact fractions.
"""
import json, platform
from fractions import Fraction as F
import numpy as np
from scipy import stats

p = [0, 0.025, 0.1, 1 / 3, 0.5, 0.77, 0.9, 0.975, 1]
x = [42.1, 45.3, 39.8, 44, 43.3, 39.8, 51.25, 12.5, 60]
w = [1, 2.5, 0.3, 4, 0, 1.2, 0.7, 3, 0.05]


def weighted(p):
    pairs = sorted((F(a), F(b)) for a, b in zip(x, w) if b > 0)
    total = sum(b for _, b in pairs)
    n = total ** 2 / sum(b * b for _, b in pairs)
    start = (n - 1) * F(p) / n
    stop = start + 1 / n
    integral, left = F(0), F(0)
    for value, weight in pairs:
        right = left + weight / total
        integral += value * max(F(0), min(right, stop) - max(left, start))
        left = right
    return float(integral * n)


edges = np.arange(50, 211, 20.0)
counts = np.array([40, 180, 320, 260, 120, 50, 20, 10])
centres = (edges[1:] + edges[:-1]) / 2
sample = np.repeat(centres, counts)
v = np.array(x)
u = np.array(w)
mean = np.average(v, weights=u)
m2, m3, m4 = (np.average((v - mean) ** k, weights=u) for k in (2, 3, 4))
golden = {
    "made by": "quantiles.oracle.py",
    "versions": f"Python {platform.python_version()}, numpy {np.__version__}, scipy {__import__('scipy').__version__}",
    "type7": [float(q) for q in np.quantile(v, p, method="linear")],
    "weighted": [weighted(one) for one in p],
    "histogram": [float(q) for q in np.interp(np.array(p) * counts.sum(), np.concatenate([[0], counts.cumsum()]), edges)],
    "histogramMoments": {
        "mean": float(sample.mean()), "sd": float(sample.std(ddof=1)),
        "skewness": float(stats.skew(sample)), "excessKurtosis": float(stats.kurtosis(sample)),
    },
    "weightedMoments": {
        "mean": float(mean), "population": float(m2),
        "frequency": float(m2 * u.sum() / (u.sum() - 1)),
        "importance": float(np.cov(v, aweights=u, ddof=1)),
        "skewness": float(m3 / m2 ** 1.5), "excessKurtosis": float(m4 / m2 ** 2 - 3),
        "effectiveN": float(u.sum() ** 2 / (u ** 2).sum()),
    },
}
with open("quantiles-python.golden.json", "w") as out:
    json.dump(golden, out, indent=1)
