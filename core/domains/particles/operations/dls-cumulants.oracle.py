"""Cumulant fits by SciPy: python3 dls-cumulants.oracle.py [test.csv of the DynaPro example] > dls-cumulants.golden.json"""

import json
import sys

import numpy as np
import scipy
from scipy.optimize import curve_fit


def model(t, beta, gamma, index):
    return beta * np.exp(-2 * gamma * t) * (1 + index * (gamma * t) ** 2 / 2) ** 2


def fit(t, y, cutoff, start):
    first = int(np.argmax(t >= 0.5))
    top = y[first : first + 3].max()
    end = first
    while end < len(y) and y[end] >= cutoff * top:
        end += 1
    p, _ = curve_fit(model, t[first:end], y[first:end], p0=start, xtol=1e-15, ftol=1e-15, gtol=1e-15)
    return {"beta": p[0], "gamma": p[1], "index": p[2], "points": end - first}


golden = {"made with": {"python": sys.version.split()[0], "scipy": scipy.__version__, "numpy": np.__version__}}

t = 0.5 * 1.06 ** np.arange(200)
curve = 0.9 * (0.7 * np.exp(-2e-3 * t) + 0.3 * np.exp(-5e-3 * t)) ** 2
golden["two rates"] = [
    {"cutoff": c, **fit(t, curve, c, [0.9, 3e-3, 0.1])} for c in (0.3, 0.1, 0.02)
]
if len(sys.argv) > 1:
    data = np.genfromtxt(sys.argv[1], delimiter=",", skip_header=1, encoding="latin1")
    golden["carbonic anhydrase"] = [
        fit(data[:, 0], data[:, c] - 1, 0.1, [0.1, 0.03, 0.1]) for c in (1, 2)
    ]
print(json.dumps(golden, indent=1))
