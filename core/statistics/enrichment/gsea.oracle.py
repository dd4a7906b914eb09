"""Golden values of gsea.test.ts: gseapy, own NumPy code, and every subset of a small ranking.

python gsea.oracle.py   writes gsea-python.golden.json beside it; needs gseapy, numpy, pandas.
"""
import json
import os
from itertools import combinations

import gseapy
import numpy as np
import pandas as pd

HERE = os.path.dirname(os.path.abspath(__file__))
PERMUTATIONS = 4000
rng = np.random.default_rng(20050)


def score(positions, values, weight):
    """The running sum walked over every gene, and the leading edge's places."""
    hit = np.zeros(len(values), bool)
    hit[list(positions)] = True
    size = np.abs(values) ** weight
    steps = np.where(hit, size / size[hit].sum(), -1 / (~hit).sum())
    walk = np.cumsum(steps)
    at = np.argmax(np.abs(np.round(walk, 14)))
    edge = [p for p in sorted(positions) if (p <= at if walk[at] >= 0 else p > at)]
    return walk[at], edge


def ranked(n, shift):
    values = np.unique(np.round(rng.normal(shift, 1.2, 3 * n), 4))
    values = values[values != 0]
    return np.sort(rng.choice(values, n, replace=False))[::-1]


def made(name, values, sizes, weight, ids):
    n = len(values)
    sets = {}
    for s, size in enumerate(sizes):
        pull = [0, 1.5, -1.5, 0.7, -0.7][s % 5]
        chance = np.exp(pull * np.linspace(1, -1, n))
        places = rng.choice(n, size, replace=False, p=chance / chance.sum())
        sets[f"{name}{s}"] = sorted(int(p) for p in places)
    genes = {key: [ids[p] for p in places] for key, places in sets.items()}
    frame = pd.DataFrame({"gene": ids, "score": values})
    peer = gseapy.prerank(rnk=frame, gene_sets=genes, weight=weight, min_size=1, max_size=n, threads=1, outdir=None,
                          permutation_num=PERMUTATIONS, seed=7, ascending=False, verbose=False).res2d.set_index("Term")
    out = []
    for key, places in sets.items():
        es, edge = score(places, values, weight)
        row = peer.loc[key]
        lead = sorted(ids.index(g) for g in row["Lead_genes"].split(";") if g)
        out.append([key, places, es, edge, float(row["ES"]), lead, float(row["NES"]), float(row["NOM p-val"]),
                    float(row["FDR q-val"])])
    return {"name": name, "weight": weight, "scores": [float(v) for v in values], "sets": out}


def names(n):
    return [f"G{i:04d}" for i in rng.permutation(n)]


cases = []
for name, n, shift, sizes, weight in [
    ("centred", 400, 0, [5, 15, 15, 40, 40, 90, 15, 200, 15, 40], 1),
    ("shifted", 250, 0.8, [6, 20, 20, 60, 60, 20], 1),
    ("classic", 250, 0, [6, 20, 20, 60, 60], 0),
    ("squared", 250, 0, [6, 20, 20, 60, 60], 2),
    ("short", 12, 0, [1, 2, 3, 4, 11], 1),
]:
    ids = names(n)
    cases.append({"ids": ids, **made(name, ranked(n, shift), sizes, weight, ids)})

values = np.array([3.1, 2.6, 2.2, 1.7, 1.5, 0.9, 0.6, 0.3, -0.2, -0.8, -1.1, -1.9, -2.5, -3.3])
exact = {"scores": [float(v) for v in values], "rows": []}
for size in (2, 4, 5):
    scores = np.array([score(c, values, 1)[0] for c in combinations(range(14), size)])
    for picked in ([0, 1, 2, 3, 4], [0, 3, 5, 8, 9], [10, 11, 12, 13, 9], [13, 7, 2, 11, 5], [12, 6, 13, 9, 0]):
        es = score(picked[:size], values, 1)[0]
        same = np.abs(scores[np.sign(scores) == np.sign(es)])
        beyond = int((same >= abs(es) - 1e-9).sum())
        exact["rows"].append([picked[:size], es, len(scores), len(same), beyond, same.mean(), same.std()])
    if size == 4:
        exact["scores4"] = sorted(round(float(v), 7) for v in scores)

genes, samples = 120, 16
labels = ["treated"] * 8 + ["control"] * 8
data = np.round(rng.normal(0, 1, (genes, samples)), 3)
data[:25, :8] += 0.7
data = np.round(data - data.mean(1, keepdims=True), 3)
ids = names(genes)
genesets = {"up": ids[5:25], "none": ids[40:60], "mixed": ids[15:45], "down": ids[100:118]}
frame = pd.DataFrame(data, index=ids, columns=[f"s{i}" for i in range(samples)])
peer = gseapy.gsea(data=frame, gene_sets=genesets, cls=labels, permutation_type="phenotype", method="s2n", weight=1,
                   min_size=5, max_size=100, permutation_num=PERMUTATIONS, seed=7, threads=1, outdir=None)
res = peer.res2d.set_index("Term")
phenotype = {
    "data": data.tolist(), "labels": labels, "ids": ids, "sets": genesets,
    "s2n": [float(peer.ranking[g]) for g in ids],
    "rows": {k: [float(res.loc[k, c]) for c in ("ES", "NES", "NOM p-val", "FDR q-val")] for k in genesets},
}
golden = {
    "made by": "gsea.oracle.py",
    "versions": f"gseapy {gseapy.__version__}, numpy {np.__version__}",
    "columns": "set, places, ES and leading edge by NumPy, ES, leading edge, NES, p, q by gseapy",
    "permutations": PERMUTATIONS, "cases": cases, "exact": exact, "phenotype": phenotype,
}
with open(os.path.join(HERE, "gsea-python.golden.json"), "w") as out:
    json.dump(golden, out, separators=(",", ":"))
    out.write("\n")
