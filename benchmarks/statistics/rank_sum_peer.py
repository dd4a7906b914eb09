"""python rank_sum_peer.py scipy|numpy DATA ROWS COLUMNS RESULT: the same test by SciPy on all rows at once, or by NumPy row by row."""
import json
import resource
import sys
import time

import numpy as np
from scipy.special import ndtr
from scipy.stats import mannwhitneyu

kind, path, rows, columns, result = sys.argv[1:]
data = np.fromfile(path).reshape(int(rows), int(columns))
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def by_scipy():
    return mannwhitneyu(data[:, 1::2], data[:, ::2], axis=1, method="asymptotic").pvalue


def by_numpy():
    p = np.empty(len(data))
    n1, n2 = data[0, 1::2].size, data[0, ::2].size
    n = n1 + n2
    for i, row in enumerate(data):
        x, y = np.sort(row[1::2]), np.sort(row[::2])
        u = (np.searchsorted(y, x, "left") + np.searchsorted(y, x, "right")).sum() / 2
        both = np.sort(row)
        t = np.diff(np.flatnonzero(np.concatenate(([True], both[1:] != both[:-1], [True])))).astype(float)
        sd = np.sqrt(n1 * n2 / 12 * (n + 1 - (t**3 - t).sum() / (n * (n - 1))))
        d = u - n1 * n2 / 2
        p[i] = min(1, 2 * ndtr(-abs(d - 0.5 * np.sign(d)) / sd))
    return p


before = peak()
start = time.perf_counter()
p = by_scipy() if kind == "scipy" else by_numpy()
seconds = time.perf_counter() - start
np.asarray(p, float).tofile(result)
print(json.dumps({"seconds": seconds, "megabytes": peak(), "more": peak() - before}))
