"""Second golden values of design.test.ts, for the cases of design.golden.json: exact fractions, mpmath and SciPy.
Run in this folder after design.oracle.R: python design.oracle.py"""
import itertools, json, platform
from fractions import Fraction
from math import comb
import numpy as np, scipy, mpmath as mp
from scipy import stats

mp.mp.dps = 60
golden = json.load(open("design.golden.json"))

def fisher(table):  # two rows: exact fractions over all tables with the margins
    table = np.asarray(table)
    if table.shape[0] != 2: table = table.T
    totals, want = table.sum(0).tolist(), int(table[0].sum())
    prob = lambda row: np.prod([comb(t, k) for t, k in zip(totals, row)], dtype=object)
    found, good = prob(table[0].tolist()), 0
    for head in itertools.product(*[range(t + 1) for t in totals[:-1]]):
        last = want - sum(head)
        if 0 <= last <= totals[-1] and prob((*head, last)) <= found: good += prob((*head, last))
    return float(Fraction(good, comb(sum(totals), want)))

categorical = {}
for name, c in golden["categorical"].items():
    keep = [(g, z) for g, z in zip(c["group"], c["cells"]) if z != ""]
    groups, levels = sorted({g for g, _ in keep}), sorted({z for _, z in keep})
    table = [[sum(1 for g, z in keep if (g, z) == (a, b)) for b in levels] for a in groups]
    V = stats.contingency.association(np.array(table), method="cramer", correction=False)
    # efficiency of the first group's indicator: within-level over total squares, exactly
    inside = sum(Fraction(table[0][j] * (sum(r[j] for r in table) - table[0][j]), sum(r[j] for r in table)) for j in range(len(levels)))
    n, a = len(keep), sum(table[0])
    categorical[name] = {"fisher": fisher(table), "cramersV": float(V), "efficiency": float(inside / Fraction(a * (n - a), n))}

numeric = {}
for name, c in golden["numeric"].items():
    a = [z for g, z in zip(c["group"], c["cells"]) if g == "a"]; b = [z for g, z in zip(c["group"], c["cells"]) if g == "b"]
    u = stats.mannwhitneyu(a, b).statistic / (len(a) * len(b))
    r = np.corrcoef([g == "b" for g in c["group"]], c["cells"])[0, 1]
    numeric[name] = {"etaSquared": r * r, "p": stats.f_oneway(a, b).pvalue, "separation": max(u, 1 - u), "efficiency": 1 - r * r}

def squares_left(columns, y):  # 60-digit Gram-Schmidt
    basis = []
    def left(v):
        size = mp.sqrt(mp.fsum(x * x for x in v))
        for _ in range(2):
            for b in basis:
                s = mp.fsum(x * z for x, z in zip(v, b)); v = [x - s * z for x, z in zip(v, b)]
        rest = mp.sqrt(mp.fsum(x * x for x in v))
        return v, (rest if rest > size * mp.mpf(10) ** -40 else mp.mpf(0))
    for c in columns:
        v, size = left(c)
        if size > 0: basis.append([x / size for x in v])
    return left(y)[1] ** 2, len(basis)

aliases = []
for c in golden["aliases"]:
    C = [[mp.mpf(repr(v)) for v in col] for col in zip(*c["contrast"])]; Z = [[mp.mpf(repr(v)) for v in col] for col in zip(*c["covariates"])]
    one = [mp.mpf(1)] * len(C[0])
    shares = []
    for j, y in enumerate(C):
        others = [x for k, x in enumerate(C) if k != j]
        shares.append(float(squares_left([one, *others, *Z], y)[0] / squares_left([one, *others], y)[0]))
    rank = lambda cols: squares_left(cols, one)[1]
    aliases.append({"efficiency": shares, "rankLost": rank([one, *C]) - 1 - (rank([one, *Z, *C]) - rank([one, *Z])), "residualDf": len(one) - rank([one, *C, *Z])})

power = []
for c in golden["power"]:
    df, se = c["n1"] + c["n2"] - 2, c["sd"] * (1 / c["n1"] + 1 / c["n2"]) ** 0.5
    tc = stats.t.isf(c["alpha"] / 2, df)
    at = lambda d: stats.nct.sf(tc, df, d / se) + np.nan_to_num(stats.nct.cdf(-tc, df, d / se))  # NaN where nothing is left
    power.append({"power": float(at(c["effect"])), "smallest": float(scipy.optimize.brentq(lambda d: at(d) - 0.8, 1e-9, 36 * se, xtol=1e-15, rtol=1e-14))})

json.dump({"made by": "design.oracle.py", "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}, mpmath {mp.__version__}",
           "categorical": categorical, "numeric": numeric, "aliases": aliases, "power": power}, open("design-python.golden.json", "w"), indent=0)
