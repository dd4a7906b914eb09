"""Numbers of the overview of a data set by NumPy and SciPy: python overview.oracle.py > overview.golden.json"""

import json

import numpy
import scipy
from scipy.cluster.hierarchy import linkage
from scipy.stats import f_oneway, pearsonr
from scipy.stats.contingency import association, crosstab

rng = numpy.random.default_rng(20261123)
proteins, samples = 40, 12
condition = ["a"] * 6 + ["b"] * 6
site = list("xxxxyyxyyyyy")
age = [61.5, 70, 58, 66, 73, 80, 49, 77, 64.25, 59, 68, 71]
dose = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233]
data = 20 + 2 * rng.standard_normal((proteins, 1)) + rng.standard_normal((proteins, samples))
data[:8, :6] += 2
chance = 1 / (1 + numpy.exp(-1.3 * (data - 18)))
seen = rng.random(data.shape) < chance
seen[:, 0] = True
seen[:20] = True
seen[30] = False
data = numpy.round(numpy.where(seen, data, numpy.nan), 6)

complete = data[~numpy.isnan(data).any(axis=1)]
centred = complete - complete.mean(axis=1, keepdims=True)
u, s, vt = numpy.linalg.svd(centred, full_matrices=False)
scores = vt[:3].T * s[:3]
signs = [numpy.sign(u[numpy.argmax(abs(u[:, k])), k]) for k in range(3)]
scores = scores * signs


def eta2(values, levels):
    values, levels = numpy.array(values), numpy.array(levels)
    within = sum(((values[levels == k] - values[levels == k].mean()) ** 2).sum() for k in set(levels))
    return 1 - within / ((values - values.mean()) ** 2).sum()


def split(values, levels):
    return [[v for v, l in zip(values, levels) if l == k] for k in sorted(set(levels))]


variances = numpy.array([numpy.nanvar(row, ddof=1) if (~numpy.isnan(row)).sum() > 1 else numpy.nan for row in data])
order = [int(i) for i in numpy.argsort(-numpy.where(numpy.isnan(variances), -1, variances), kind="stable")]
usable = [i for i in order if (~numpy.isnan(data[i])).sum() >= samples / 2]
z = (data - numpy.nanmean(data, axis=1, keepdims=True)) / numpy.nanstd(data, axis=1, ddof=1, keepdims=True)
filled = numpy.where(numpy.isnan(z), 0, z)[usable]

pairs = {
    "condition site": association(crosstab(condition, site).count, method="cramer"),
    "condition age": eta2(age, condition) ** 0.5,
    "site age": eta2(age, site) ** 0.5,
    "age dose": abs(pearsonr(age, dose).statistic),
}
ranks = {}
for level in "ab":
    columns = [k for k, own in enumerate(condition) if own == level]
    means = numpy.nanmean(data[:, columns], axis=1)
    ranks[level] = sorted([float(m) for m in means if not numpy.isnan(m)], reverse=True)

means = numpy.nanmean(data, axis=1)
held = means[~numpy.isnan(means)]
edges = numpy.linspace(held.min(), held.max(), 31)
bins = []
for k in range(30):
    inside = [i for i in range(proteins) if edges[k] <= means[i] and (means[i] < edges[k + 1] or k == 29)]
    if inside:
        share = float((~numpy.isnan(data[inside])).mean())
        bins.append([float((edges[k] + edges[k + 1]) / 2), len(inside), share])

print(
    json.dumps(
        {
            "versions": {"numpy": numpy.__version__, "scipy": scipy.__version__},
            "data": [[None if numpy.isnan(v) else float(v) for v in row] for row in data],
            "condition": condition,
            "site": site,
            "age": age,
            "dose": dose,
            "components": {
                "proteins": len(complete),
                "explained": (s**2 / (s**2).sum())[:3].tolist(),
                "scores": scores.tolist(),
                "site": [eta2(scores[:, k], site) for k in range(3)],
                "siteP": [f_oneway(*split(scores[:, k], site)).pvalue for k in range(3)],
                "age": [pearsonr(scores[:, k], age).statistic ** 2 for k in range(3)],
            },
            "pairs": {key: float(value) for key, value in pairs.items()},
            "heatMap": {
                "rows": usable,
                "z": [[None if numpy.isnan(v) else float(v) for v in row] for row in z[usable]],
                "proteinHeights": linkage(filled, "ward")[:, 2].tolist(),
                "sampleHeights": linkage(filled.T, "ward")[:, 2].tolist(),
            },
            "ranks": ranks,
            "bins": bins,
        }
    )
)
