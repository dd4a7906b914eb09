"""python3 vesicles.oracle.py > vesicles-python.golden.json: the second oracle, SciPy and mpmath beside R."""

import json
import math
import sys

import mpmath
import numpy as np
import scipy
from scipy import stats

golden = {"made with": {"python": sys.version.split()[0], "scipy": scipy.__version__, "mpmath": mpmath.__version__}}

# P(>= 2 | >= 1) of a Poisson count, to 50 digits
mpmath.mp.dps = 50
means = [1e-8, 1e-4, 9.99e-4, 1.001e-3, 0.01, 0.05, 0.1, 0.5, 3, 540]
golden["multiple share"] = {
    "means": means,
    "shares": [float(1 - mpmath.mpf(m) * mpmath.exp(-mpmath.mpf(m)) / (1 - mpmath.exp(-mpmath.mpf(m)))) for m in means],
}

golden["poisson"] = [[stats.chi2.ppf(0.025, 2 * n) / 2 if n else 0.0, stats.chi2.ppf(0.975, 2 * n + 2) / 2] for n in (0, 1, 43, 4812)]


# Fieller's limits of a ratio of independent normal means, as the roots of (a - t b)^2 = z^2 (va + t^2 vb)
def fieller(a, sa, b, sb):
    z = stats.norm.ppf(0.975)
    roots = np.roots([b**2 - z**2 * sb**2, -2 * a * b, a**2 - z**2 * sa**2])
    return sorted(float(r.real) for r in roots)


golden["fieller"] = {"a": [12.0, 1.5], "b": [40.0, 4.0], "interval": fieller(12.0, 1.5, 40.0, 4.0)}


# C = N / V with 43 events in 8 uL, relative uncertainty 0.1 of V: distances on the log scale in squares
lower, upper = golden["poisson"][2]
z = stats.norm.ppf(0.975)
golden["propagated"] = [
    43 / 8e-3 * math.exp(-math.hypot(math.log(43 / lower), z * 0.1)),
    43 / 8e-3 * math.exp(math.hypot(math.log(upper / 43), z * 0.1)),
]

# 43 events and 950 beads of 1e6/mL
odds = [p / (1 - p) for p in (stats.beta.ppf(0.025, 43, 951), stats.beta.ppf(0.975, 44, 950))]
golden["beads"] = [1e6 * o for o in odds]

# 480 events in 20 uL less 60 in 30 uL
limits = lambda n, v: (stats.chi2.ppf(0.025, 2 * n) / 2 / v, stats.chi2.ppf(0.975, 2 * n + 2) / 2 / v)
(ls, us), (lb, ub) = limits(480, 0.02), limits(60, 0.03)
s, b = 480 / 0.02, 60 / 0.03
golden["difference"] = [s - b, s - b - math.hypot(s - ls, ub - b), s - b + math.hypot(us - s, b - lb)]

wilson = lambda k, n: stats.binomtest(k, n).proportion_ci(method="wilson")
(l1, u1), (l2, u2) = wilson(431, 7012), wilson(66, 6520)
p, q = 431 / 7012, 66 / 6520
golden["newcombe"] = [p - q - math.hypot(p - l1, u2 - q), p - q + math.hypot(u1 - p, q - l2)]

print(json.dumps(golden, indent=1))
