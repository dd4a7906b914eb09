"""Golden values of over-representation.test.ts: roots found by mpmath at 40 digits, beside SciPy's odds_ratio.

python over-representation.oracle.py   writes over-representation-python.golden.json; needs mpmath and scipy.
"""
import json
import os
from math import comb

import mpmath
import scipy
from mpmath import mp, mpf
from scipy.stats import contingency

HERE = os.path.dirname(os.path.abspath(__file__))
mp.dps = 40
TABLES = [
    (12, 2000, 100, 150), (0, 50, 10, 12), (7, 60, 7, 20), (1, 30, 4, 5), (40, 12000, 60, 90), (9, 40, 12, 15),
    (3, 20, 15, 8), (200, 12000, 500, 600), (2, 500, 300, 4), (1, 4000, 15, 900), (5, 10, 5, 5),
]


def root(value):
    low, high = mpf(-60), mpf(60)
    for _ in range(140):
        middle = (low + high) / 2
        low, high = (middle, high) if value(middle) < 0 else (low, middle)
    return float(mp.exp(low))


rows = []
for both, population, marked, drawn in TABLES:
    least, most = max(0, marked + drawn - population), min(marked, drawn)
    logs = {x: mp.log(mpf(comb(marked, x) * comb(population - marked, drawn - x))) for x in range(least, most + 1)}

    def tilted(theta):
        top = max(v + x * theta for x, v in logs.items())
        masses = {x: mp.exp(v + x * theta - top) for x, v in logs.items()}
        return masses, sum(masses.values())

    def mean(theta):
        masses, total = tilted(theta)
        return sum(x * m for x, m in masses.items()) / total - both

    def above(tail):
        def value(theta):
            masses, total = tilted(theta)
            return sum(m for x, m in masses.items() if x >= both) / total - tail
        return value

    def below(tail):
        def value(theta):
            masses, total = tilted(theta)
            return tail - sum(m for x, m in masses.items() if x <= both) / total
        return value

    total = comb(population, drawn)
    p = mpf(sum(comb(marked, x) * comb(population - marked, drawn - x) for x in range(both, most + 1))) / total
    row = [both, population, marked, drawn, float(p), 0 if both == least else None if both == most else root(mean)]
    for tail in (mpf("0.025"), mpf("0.05")):
        row += [0 if both == least else root(above(tail)), None if both == most else root(below(tail))]
    cells = [[both, drawn - both], [marked - both, population - marked - drawn + both]]
    found = contingency.odds_ratio(cells, kind="conditional")
    interval = found.confidence_interval(0.95)
    row += [v if v < float("inf") else None for v in map(float, (found.statistic, interval.low, interval.high))]
    rows.append(row)

with open(os.path.join(HERE, "over-representation-python.golden.json"), "w") as out:
    out.write('{"made by": "over-representation.oracle.py",\n')
    out.write(f'"versions": "mpmath {mpmath.__version__}, scipy {scipy.__version__}",\n')
    out.write('"columns": "both, population, marked, drawn, p, odds ratio, 95 % limits, 90 % limits, SciPy: odds ratio, ')
    out.write('95 % limits; null is infinite",\n"tables": [\n' + ",\n".join(json.dumps(r) for r in rows) + "\n]}\n")
