"""A second opinion on permutation.golden.json by SciPy's null distributions and plain enumeration.
Run after the R script: python permutation.oracle.py"""
import itertools, json, platform
import numpy as np, scipy
from scipy import stats

golden = json.load(open("permutation.golden.json"))


def number(v):
    return np.nan if v in ("NA", "NaN") else float(v)


def value(row, first, kind):
    there = ~np.isnan(row)
    x, y = row[there & (first == 1)], row[there & (first == 0)]
    if x.size == 0 or y.size == 0:
        return np.nan
    if kind == "mean-difference":
        return x.mean() - y.mean()
    with np.errstate(all="ignore"):
        s = x.var(ddof=1) / x.size + y.var(ddof=1) / y.size if kind == "welch" else (
            ((x - x.mean()) ** 2).sum() + ((y - y.mean()) ** 2).sum()) / (x.size + y.size - 2) * (1 / x.size + 1 / y.size)
        return (x.mean() - y.mean()) / np.sqrt(s) if s > 1e-20 else np.nan


def arrangements(first, blocks):
    parts = []
    for block in np.unique(blocks[first != 255]):
        at = np.flatnonzero((blocks == block) & (first != 255))
        parts.append([(at, pick) for pick in itertools.combinations(at, int((first[at] == 1).sum()))])
    for chosen in itertools.product(*parts):
        labels = first.copy()
        for at, pick in chosen:
            labels[at] = 0
            labels[list(pick)] = 1
        yield labels


def tested(design, kind):
    data = np.array([[number(v) for v in row] for row in design["data"]])
    first, blocks = np.array(design["first"]), np.array(design["blocks"])
    observed = np.array([value(row, first, kind) for row in data])
    null = np.abs([[value(row, labels, kind) for row in data] for labels in arrangements(first, blocks)])
    null = np.where(np.isnan(null), np.inf, null)
    reached = null >= np.abs(observed) - 1e-9
    p = np.where(np.isnan(observed), np.nan, reached.mean(0))
    adjusted = np.full(len(observed), np.nan)
    order = [i for i in np.argsort(-np.abs(observed)) if not np.isnan(observed[i])]
    so_far = 0
    for k, i in enumerate(order):
        so_far = max(so_far, (null[:, order[k:]].max(1) >= abs(observed[i]) - 1e-9).mean())
        adjusted[i] = so_far
    plain = lambda values: [None if np.isnan(v) else float(v) for v in values]
    return {"statistic": plain(observed), "p": plain(p), "pMaxT": plain(adjusted)}


def scipy_p(design, **how):
    data, first = np.array(design["data"], float), np.array(design["first"])
    out = []
    for row in data:
        r = stats.permutation_test((row[first == 1], row[first == 0]), lambda x, y, axis: x.mean(axis) - y.mean(axis),
                                   n_resamples=np.inf, vectorized=True, **how)
        out.append(float((np.abs(r.null_distribution) >= abs(r.statistic) - 1e-9).mean()))
    return out


designs = golden["designs"]
json.dump({
    "made by": "permutation.oracle.py",
    "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}",
    "designs": {name: {kind: tested(d, kind) for kind in ("mean-difference", "student", "welch")} for name, d in designs.items()},
    "scipyPlain": scipy_p(designs["plain"], permutation_type="independent"),
    "scipyPaired": scipy_p(designs["paired"], permutation_type="samples"),
}, open("permutation-python.golden.json", "w"), indent=1)
