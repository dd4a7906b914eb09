"""Vesicles against what they were isolated from: fraction 8 of a size exclusion column against fraction 20, by pairs
(senescent fibroblasts), and Mag-Net preparations of one plasma against that plasma (Welch), by SciPy.
python tools/proteome/sec.oracle.py DATA > tools/proteome/sec.golden.json"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

data = Path(sys.argv[1])


def rows(path):
    with open(data / path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def tested(ev, source, paired):
    """Mean difference and p of a row; nan where there is none."""
    if paired and np.isfinite(ev).any() and np.isfinite(source).any():
        both = np.isfinite(ev) & np.isfinite(source)
        ev, source = ev[both], source[both]
    ev, source = ev[np.isfinite(ev)], source[np.isfinite(source)]
    difference = ev.mean() - source.mean() if len(ev) and len(source) else np.nan
    if len(ev) < 2 or len(source) < 2:
        kind = "only in EV" if len(ev) >= 2 and not len(source) else "only in source" if len(source) >= 2 and not len(ev) else "no interval"
        return difference, np.nan, kind
    test = stats.ttest_rel(ev, source) if paired and len(ev) == len(source) else stats.ttest_ind(ev, source, equal_var=False)
    return difference, float(test.pvalue), "not told apart"


def carried(ev, source, known):
    """Rows within the 95 % prediction interval of the line of known proteins, between their least and most in the source."""
    y, x = np.nanmean(ev, 1), np.nanmean(source, 1)
    on = known & np.isfinite(x) & np.isfinite(y)
    n = int(on.sum())
    fit = stats.linregress(x[on], y[on])
    residual = y[on] - fit.intercept - fit.slope * x[on]
    sd = np.sqrt((residual**2).sum() / (n - 2))
    spread = ((x[on] - x[on].mean()) ** 2).sum()
    half = stats.t.ppf(0.975, n - 2) * sd * np.sqrt(1 + 1 / n + (x - x[on].mean()) ** 2 / spread)
    inside = np.abs(y - fit.intercept - fit.slope * x) <= half
    return inside & (x >= x[on].min()) & (x <= x[on].max())


def compared(ev, source, names, paired, known=None):
    seen = np.isfinite(ev).any(1) | np.isfinite(source).any(1)
    found = [tested(a, b, paired) for a, b in zip(ev[seen], source[seen])]
    d, p = np.array([f[0] for f in found]), np.array([f[1] for f in found])
    q = np.full(len(p), np.nan)
    has = np.isfinite(p)
    q[has] = stats.false_discovery_control(p[has])
    kinds = [
        kind if not has[i] else ("enriched" if d[i] > 0 else "depleted") if q[i] <= 0.05 else kind
        for i, (_, _, kind) in enumerate(found)
    ]
    if known is not None:
        kinds = ["carry-over" if one else kind for one, kind in zip(carried(ev[seen], source[seen], known[seen]), kinds)]
    order = np.lexsort((-np.abs(d), np.where(has, p, np.inf)))[:20]
    own = np.array(names)[seen]
    first = [{"gene": str(own[i]), "log2": float(d[i]), "p": float(p[i]), "q": float(q[i]), "class": kinds[i]} for i in order]
    return {"classes": Counter(kinds), "first": first}


fractions = rows("proteomics/senescence-ev-sec-fractions/MS2/MS2.csv")
number = lambda cell: float(cell) if float(cell) > 0 else np.nan
of = lambda name: np.array([[number(row[f"{name}_{i}"]) for i in (1, 2, 3)] for row in fractions])
genes = [row["Gene names"] for row in fractions]
f8, f20, cm = of("F8"), of("F20"), of("CM")
places = np.array([row["Localisation"].strip() for row in fractions])
some = lambda values: np.isfinite(values).any(1)

plasma = rows("multi-assay/mag-net-plasma-ev/EV and Plasma Protein Total Areas.csv")
runs = [name for name in plasma[0] if name.endswith("NormalizedArea")]
areas = np.array([[number(row[name]) for name in runs] for row in plasma])
known = {
    row["Protein Accession"].strip()
    for row in rows("multi-assay/mag-net-plasma-ev/Protein_List.csv")
    if row["Category"] == "plasma_abundant"
}
accessions = [[one.strip().split("|")[1] if "|" in one else one.strip() for one in row["Protein"].split(" / ")] for row in plasma]
mask = np.array([all(one.split("-")[0] in known for one in own) for own in accessions])
print(
    json.dumps(
        {
            "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
            "found": {"F8": int(some(f8).sum()), "F20": int(some(f20).sum()), "CM": int(some(cm).sum())},
            "both": int((some(f8) & some(f20)).sum()),
            "onlyInMedium": int((some(cm) & ~some(f8) & ~some(f20)).sum()),
            "F8 / F20": compared(f8, f20, genes, True),
            "CM / F20": compared(cm, f20, genes, True),
            "F8 / F20 unpaired": compared(f8, f20, genes, False),
            "secretedShare": {
                name: float(np.mean([np.nansum(2 ** values[places == "S", i]) / np.nansum(2 ** values[:, i]) for i in range(3)]))
                for name, values in (("F8", f8), ("F20", f20), ("CM", cm))
            },
            "Mag-Net / plasma": compared(np.log2(areas[:, :3]), np.log2(areas[:, 3:]), [row["ProteinGene"] for row in plasma], False, mask),
            "list": {"size": len(known), "matched": int(mask.sum())},
            "share": (np.nansum(areas[mask], 0) / np.nansum(areas, 0)).tolist(),
        },
        indent=1,
    )
)
