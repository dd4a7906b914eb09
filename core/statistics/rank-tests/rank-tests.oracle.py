"""A second opinion on rank-tests.golden.json: SciPy, and exact tests by counting with whole numbers.
Run after the R script: python rank-tests.oracle.py"""
import json, platform, warnings
from collections import Counter
from fractions import Fraction
import numpy as np, scipy
from scipy import stats

warnings.simplefilter("ignore")
golden = json.load(open("rank-tests.golden.json"))
words = {"NA": np.nan, "NaN": np.nan, "Inf": np.inf, "-Inf": -np.inf}


def numbers(values):
    return np.array([words.get(v, v) for v in values], float)


def plain(v):
    return None if np.isnan(v) else float(v)


def choices(scores, take):
    """Number of choices of `take` scores by their sum."""
    ways = [Counter() for _ in range(take + 1)]
    ways[0][0] = 1
    for score in scores:
        for k in range(take, 0, -1):
            for total, n in ways[k - 1].items():
                ways[k][total + score] += n
    return ways[take]


def far(ways, observed, centre):
    total = sum(ways.values())
    return float(Fraction(sum(n for s, n in ways.items() if abs(s - centre) >= abs(observed - centre)), total))


def rank_sum(x, y):
    x, y = x[~np.isnan(x)], y[~np.isnan(y)]
    both = np.concatenate([x, y])
    if x.size == 0 or y.size == 0 or np.unique(both).size < 2:
        return {"u": None, "p": None, "pPlain": None, "pExact": None}
    scores = [int(2 * r) for r in stats.rankdata(both)]
    out = {"u": float(stats.mannwhitneyu(x, y).statistic)}
    for name, correct in (("p", True), ("pPlain", False)):
        out[name] = float(stats.mannwhitneyu(x, y, method="asymptotic", use_continuity=correct).pvalue)
    out["pExact"] = None
    if both.size <= 60:
        centre = Fraction(sum(scores) * x.size, both.size)
        out["pExact"] = far(choices(scores, x.size), sum(scores[: x.size]), centre)
    return out


def signed(d):
    d = d[~np.isnan(d) & (d != 0)]
    if d.size == 0:
        return {"p": None, "pPlain": None, "pExact": None}
    ranks = [int(2 * r) for r in stats.rankdata(abs(d))]
    ways = Counter({0: 1})
    for r in ranks:
        ways = Counter(ways) + Counter({s + r: n for s, n in ways.items()})
    plus = sum(r for r, one in zip(ranks, d) if one > 0)
    test = lambda correct: float(stats.wilcoxon(d, method="asymptotic", correction=correct).pvalue)
    return {"p": test(True), "pPlain": test(False), "pExact": far(ways, plus, Fraction(sum(ranks), 2))}


def kruskal(value, group):
    keep = ~np.isnan(value)
    samples = [value[keep & (group == g)] for g in np.unique(group[keep])]
    if len(samples) < 2 or np.unique(value[keep]).size < 2:
        return {"h": None, "p": None}
    r = stats.kruskal(*samples)
    return {"h": plain(r.statistic), "p": plain(r.pvalue)}


def shift(x, y, level):
    d = np.sort(np.subtract.outer(x, y).ravel())
    ways = choices(list(range(1, x.size + y.size + 1)), x.size)
    least, total = min(ways), sum(ways.values())
    alpha = Fraction(str(level)) - 1
    rank, below = 1, Fraction(ways[least], total)
    while below + Fraction(ways[least + rank], total) <= -alpha / 2:
        below += Fraction(ways[least + rank], total)
        rank += 1
    return [float(np.median(d)), float(d[rank - 1]), float(d[-rank]), float(1 - 2 * below)]


json.dump({
    "made by": "rank-tests.oracle.py",
    "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}",
    "sums": {k: rank_sum(numbers(v["x"]), numbers(v["y"])) for k, v in golden["sums"].items()},
    "signed": {k: signed(numbers(v["d"])) for k, v in golden["signed"].items()},
    "kruskal": {k: kruskal(numbers(v["value"]), numbers(v["group"])) for k, v in golden["kruskal"].items()},
    "shift": {k: {level: shift(numbers(golden["sums"][k]["x"]), numbers(golden["sums"][k]["y"]), level) for level in v}
              for k, v in golden["shift"].items()},
}, open("rank-tests-python.golden.json", "w"), indent=1)
