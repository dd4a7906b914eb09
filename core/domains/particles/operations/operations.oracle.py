"""python3 operations.oracle.py > operations-scipy.golden.json: the second oracle, SciPy beside R."""

import json
import sys

import numpy as np
import scipy
from scipy import optimize, stats

golden = {"made with": {"python": sys.version.split()[0], "scipy": scipy.__version__, "numpy": np.__version__}}

n, p = [20, 50, 100, 1000, 1000], [0.5, 0.5, 0.5, 0.1, 0.9]
golden["ranks"] = {
    "lower": [int(stats.binom(a, b).ppf(0.025)) for a, b in zip(n, p)],
    "upper": [int(stats.binom(a, b).ppf(0.975)) + 1 for a, b in zip(n, p)],
}

edges = np.arange(50.0, 211, 20)
counts = np.array([40, 180, 320, 260, 120, 50, 20, 10.0])


def negative(q):
    cdf = stats.lognorm(np.exp(q[1]), scale=np.exp(q[0])).cdf(edges)
    return -np.sum(counts * np.log(np.diff(cdf) / (cdf[-1] - cdf[0])))


best = optimize.minimize(negative, [4.6, -1.2], method="Nelder-Mead", options={"xatol": 1e-12, "fatol": 1e-13})
golden["truncated log-normal TV-A4"] = {"median": np.exp(best.x[0]), "sigma": np.exp(best.x[1])}

phi = stats.norm.sf(np.log(70 / 80) / 0.35)
golden["detected TV-A8"] = {"fraction": phi, "median": 80 * np.exp(0.35 * stats.norm.isf(phi / 2))}

line = stats.linregress(-np.log10([100, 200, 400, 800, 1600]), np.log10([9.1e8, 5.0e8, 2.55e8, 1.27e8, 6.6e7]))
golden["linearity TV-A9"] = {"slope": line.slope, "se": line.stderr, "rSquared": line.rvalue**2}

golden["poisson 43"] = [stats.chi2.ppf(0.025, 86) / 2, stats.chi2.ppf(0.975, 88) / 2]

# Richardson-Lucy, from the definition: N displacements, found = true N / Gamma(N, 1)
bins = np.arange(20.0, 421, 20)
lengths, shares = np.array([6, 10, 25]), np.array([0.5, 0.3, 0.2])
found = np.array([0, 2, 21, 88, 150, 143, 101, 62, 33, 20, 11, 6, 4, 2, 1, 1, 0, 1, 0, 0.0])


def found_below(edge, true):
    return np.sum(shares * stats.gamma(lengths).sf(lengths * true / edge))


kernel = np.zeros((20, 20))
for j in range(20):
    for s in range(3):
        true = bins[j] + (s + 0.5) / 3 * 20
        cdf = np.array([found_below(edge, true) for edge in bins])
        kernel[:, j] += np.diff(cdf) / (cdf[-1] - cdf[0]) / 3
truth = np.full(20, found.sum() / 20)
for _ in range(7):
    truth = truth * (kernel.T @ (found / (kernel @ truth)))
golden["richardson-lucy"] = {"found": list(found), "after 7": list(truth)}

print(json.dumps(golden, indent=1))
