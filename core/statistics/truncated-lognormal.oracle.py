"""Golden values of truncated-lognormal.test.ts and normal-mass.test.ts by mpmath (40 digits). Run: python truncated-lognormal.oracle.py"""
import json, platform
import mpmath as mp
import scipy
from scipy.optimize import minimize

mp.mp.dps = 40


def mass(a, b):
    if a + b < 0:
        a, b = -b, -a
    return (mp.erfc(a / mp.sqrt(2)) - mp.erfc(b / mp.sqrt(2))) / 2


def fit(edges, weights, lower, upper, effective, guess):
    inf = mp.inf
    log = lambda v: -inf if v == 0 else (inf if v == inf else mp.log(v))
    bins = []
    for a, b, w in zip(edges, edges[1:], weights):
        a, b = max(mp.mpf(a), lower), min(mp.mpf(b), upper)
        if w and a < b:
            bins.append((log(a), log(b), mp.mpf(w)))
    total = mp.fsum(w for _, _, w in bins)
    low, high = log(lower), log(upper)

    def value(mu, sigma):
        z = lambda e: (e - mu) / sigma
        inside = mp.log(mass(z(low), z(high)))
        return mp.fsum(w * (mp.log(mass(z(a), z(b))) - inside) for a, b, w in bins)

    rough = minimize(lambda q: -float(value(mp.mpf(q[0]), mp.exp(mp.mpf(q[1])))), guess, method="Nelder-Mead",
                     options={"xatol": 1e-5, "fatol": 1e-8}).x
    mu, sigma = mp.mpf(rough[0]), mp.exp(mp.mpf(rough[1]))
    for _ in range(8):
        d = lambda i, j: mp.diff(value, (mu, sigma), (i, j))
        h = mp.matrix([[d(2, 0), d(1, 1)], [d(1, 1), d(0, 2)]])
        step = (-h) ** -1 * mp.matrix([d(1, 0), d(0, 1)])
        mu, sigma = mu + step[0], sigma + step[1]
        if mp.norm(step) < 1e-18:
            break
    assert mp.norm(step) < 1e-18
    cov = (-h) ** -1 * total / (effective or total)
    return {"mu": float(mu), "sigma": float(sigma), "logLikelihood": float(value(mu, sigma)),
            "covariance": {"mu": float(cov[0, 0]), "sigma": float(cov[1, 1]), "muSigma": float(cov[0, 1])},
            "coverage": float(mass((low - mu) / sigma, (high - mu) / sigma))}


a4_edges = list(range(50, 211, 20))
a4 = [40, 180, 320, 260, 120, 50, 20, 10]
fine_edges = [60 + 2.5 * i for i in range(41)]
fine = [0, 3.25, 7.5, 12.75, 19, 22.5, 31.25, 33, 41.5, 40.25, 44, 38.5, 39.75, 36, 30.5, 31.25, 24, 20.5, 18.25, 17,
        12.5, 11.25, 0, 8.5, 7, 6.25, 3.5, 4, 2.25, 0, 1.5, 1, 1.25, 0.5, 0, 0.75, 0, 0, 0.25, 0]
cut_edges = [70, 80, 90, 100, 120, 140, 180, 260, 400]
cut = [510, 480, 395, 590, 371, 340, 140, 13]
cases = {
    "TV-A4": (a4_edges, a4, {}),
    "noTruncation": (a4_edges, a4, {"lower": 0, "upper": None}),
    "lowerInsideABin": (a4_edges, a4, {"lower": 84}),
    "lowerBelowTheBins": (a4_edges, a4, {"lower": 30, "effectiveN": 250}),
    "fractionalWeights": (fine_edges, fine, {"lower": 55, "effectiveN": 120}),
    "peakBelowTheCut": (cut_edges, cut, {"upper": None}),
    "firstEdgeZero": ([0] + a4_edges, [12] + a4, {"upper": None}),
}
golden = {}
for name, (edges, weights, options) in cases.items():
    lower = mp.mpf(options.get("lower", edges[0]))
    upper = mp.inf if "upper" in options else mp.mpf(edges[-1])
    found = fit(edges, weights, lower, upper, options.get("effectiveN"), (4.6, -1.2))
    golden[name] = {"edges": edges, "weights": weights, "options": options, **found}
intervals = [(-1, 1), (0, 0.001), (2, 2.0001), (-3, -2.99), (5, 5.4), (5.9, 7), (6, 6.6), (7, 7.01), (8, 20), (-9, -8),
             (30, 30.5), (38, 45), (60, 60.001), (-70, -60), (0.3, 0.7), (0, 0.5), (-0.2, 0.9), (1, 1.5), (12, 12.08)]
mp.mp.dps = 100
golden_mass = [[a, b, float(mp.log(mass(mp.mpf(a), mp.mpf(b))))] for a, b in intervals]
versions = f"Python {platform.python_version()}, mpmath {mp.__version__}, scipy {scipy.__version__}"
with open("truncated-lognormal.golden.json", "w") as out:
    json.dump({"made by": "truncated-lognormal.oracle.py", "versions": versions, "fits": golden, "logMass": golden_mass}, out, indent=1)
