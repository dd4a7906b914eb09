"""Inputs and golden values of quantification.test.ts by NumPy: every pair of samples is one row of a least-squares problem.
Run in this folder before quantification.oracle.R: python quantification.oracle.py"""
import json, platform, warnings
from itertools import combinations
import numpy as np, scipy
from scipy.sparse.csgraph import connected_components

warnings.simplefilter("ignore")
rng = np.random.default_rng(31)


def plain(x):
    return [None if np.isnan(v) else float(f"{v:.13g}") for v in np.asarray(x, float).ravel()]


def profile(block, least, level):
    n = block.shape[1]
    pairs = []
    for j, k in combinations(range(n), 2):
        d = block[:, j] - block[:, k]
        d = d[~np.isnan(d)]
        if len(d) >= least:
            pairs.append((j, k, np.median(d)))
    out = np.full(n, np.nan)
    near = np.zeros((n, n))
    for j, k, _ in pairs:
        near[j, k] = 1
    _, labels = connected_components(near, directed=False)
    for label in set(labels):
        own = np.flatnonzero(labels == label)
        if len(own) < 2:
            continue
        rows = [(j, k, r) for j, k, r in pairs if j in own]
        design = np.zeros((len(rows), n))
        for i, (j, k, _) in enumerate(rows):
            design[i, j], design[i, k] = 1, -1
        x = np.linalg.lstsq(design[:, own], np.array([r for *_, r in rows]), rcond=None)[0]
        seen = block[:, own]
        if level == "total":
            x += np.log2(np.nansum(2.0 ** seen)) - np.log2(np.sum(2.0 ** x))
        else:
            x += np.nanmean(seen) - x.mean()
        out[own] = x
    return out


groups, blocks = [], []
for g in range(12):
    peptides = [1, 2, 3, 5, 8, 4, 6, 2, 7, 3, 5, 9][g]
    m = rng.normal(22, 2, (peptides, 1)) + rng.normal(0, 1.5, (1, 6)) + rng.normal(0, 0.4, (peptides, 6))
    m[rng.random(m.shape) < [0, 0, 0.3, 0.3, 0.5, 0.6, 0.2, 0.4, 0.6, 0.5, 0.1, 0.7][g]] = np.nan
    blocks.append(m)
    groups += [g] * peptides
apart = rng.normal(22, 2, (4, 6))
apart[:2, 3:] = np.nan
apart[2:, :3] = np.nan
blocks.append(apart)
groups += [12] * 4
order = rng.permutation(len(groups))
data = np.round(np.vstack(blocks)[order], 5)
groups = np.array(groups)[order]
cases = [{"leastShared": s, "level": l, "data": plain([profile(data[groups == g], s, l) for g in range(13)])}
         for s, l in ((2, "total"), (2, "mean"), (1, "total"), (3, "mean"))]
counts = rng.poisson(20, (9, 3)).astype(float)
counts[2, 1] = np.nan
lengths = rng.integers(100, 2000, 9).astype(float)
per = counts / lengths[:, None]
linear = np.round(2.0 ** data, 3)


def top(needed):
    out = np.full((13, 6), np.nan)
    for g in range(13):
        for j in range(6):
            seen = linear[groups == g, j]
            seen = np.sort(seen[~np.isnan(seen)])[::-1][:3]
            if len(seen) >= needed:
                out[g, j] = seen.mean()
    return plain(out)


json.dump({"made by": "quantification.oracle.py",
           "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}",
           "peptides": {"rows": data.shape[0], "columns": 6, "values": plain(data)}, "groups": groups.tolist(), "maxLfq": cases,
           "counts": {"rows": 9, "columns": 3, "values": plain(counts)}, "lengths": plain(lengths),
           "nsaf": plain(per / np.nansum(per, axis=0)), "linear": {"rows": data.shape[0], "columns": 6, "values": plain(linear)},
           "topThree": top(3), "topOfAny": top(1)}, open("quantification.golden.json", "w"))
