# Golden values of match.test.ts. Run in this folder: python match.oracle.py
import json, platform
import numpy as np, scipy
from scipy.stats import hypergeom

rng = np.random.default_rng(5)
cases = []
for genes, experiments, n, size in [(80, 12, 30, 200), (300, 25, 120, 400), (40, 3, 5, 1000)]:
    names = [f"GENE{i}" for i in range(size)]
    covered = rng.choice(size, genes, replace=False)
    rows = {names[i]: sorted({int(e) for e in rng.integers(1, experiments + 1, rng.integers(1, 6))}) for i in covered}
    detected = [names[i] for i in rng.choice(size, n, replace=False)]
    chosen = sorted({int(e) for e in rng.integers(1, experiments + 1, max(1, experiments // 4))})
    chosen = [e for e in chosen if any(e in r for r in rows.values())]
    share = lambda keys: [sum(d in keys for d in detected), sum(d in keys for d in detected) / n, len(keys) / size,
                          float(hypergeom(size, len(keys), n).mean()), float(hypergeom(size, len(keys), n).std())]
    inside = {g for g, r in rows.items() if set(r) & set(chosen)}
    cases.append({"rows": rows, "names": size, "detected": detected, "experiments": experiments, "chosen": chosen,
                  "union": share(set(rows)), "chosenShare": share(inside),
                  "proteins": [[len(rows.get(d, [])), len(set(rows.get(d, [])) & set(chosen))] for d in detected]})

json.dump({"made by": "match.oracle.py", "versions": f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}",
           "cases": cases}, open("match.golden.json", "w"))
