"""Golden values of reactome.test.ts: gseapy's scores of a seeded ranking of Reactome's genes, and SciPy's p of hits.

python reactome.oracle.py c2.cp.reactome.symbols.gmt   writes reactome.golden.json; needs gseapy, scipy, pandas.
"""
import hashlib
import json
import os
import sys

import gseapy
import pandas as pd
import scipy
from scipy.stats import hypergeom

HERE = os.path.dirname(os.path.abspath(__file__))


def rank(gene):
    """A score of a gene's name, so that the ranking need not be kept: 52 bits of SHA-256, from -2 to 2."""
    return int(hashlib.sha256(gene.encode()).hexdigest()[:13], 16) / 2**50 - 2


sets = {}
for line in open(sys.argv[1]):
    name, _, *genes = line.rstrip("\n").split("\t")
    sets[name] = [g for g in genes if g]
genes = sorted({g for group in sets.values() for g in group})
scores = {g: rank(g) + (0.8 if g in set(sets["REACTOME_TRANSLATION"]) else 0) for g in genes}
order = sorted(genes, key=lambda g: -scores[g])
frame = pd.DataFrame({"gene": order, "score": [scores[g] for g in order]})
found = gseapy.prerank(rnk=frame, gene_sets=sets, permutation_num=200, min_size=15, max_size=500, seed=1, threads=1,
                       outdir=None, ascending=False, verbose=False).res2d.set_index("Term")
hits = {g for g in genes if scores[g] > 1.7}
kept = [name for name in sets if name in found.index]
edge = [len(found.loc[name, "Lead_genes"].split(";")) for name in kept]
tail = [float(hypergeom.sf(len(hits & set(sets[n])) - 1, len(genes), len(set(sets[n])), len(hits))) for n in kept]
short = lambda values: [float(f"{v:.12g}") for v in values]
golden = {
    "made by": "reactome.oracle.py", "versions": f"gseapy {gseapy.__version__}, scipy {scipy.__version__}",
    "sha256": hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest(), "genes": len(genes), "hits": len(hits),
    "kept": len(kept), "es": short(found.loc[kept, "ES"]), "edge": edge, "p": short(tail),
    "translation": short(found.loc["REACTOME_TRANSLATION", ["NES"]]),
}
with open(os.path.join(HERE, "reactome.golden.json"), "w") as out:
    json.dump(golden, out, separators=(",", ":"))
    out.write("\n")
