"""Golden values of hierarchical-clustering.test.ts from SciPy: heights, and the cophenetic distances where no two
distances are equal (of equal ones SciPy may merge another pair). Run after hierarchical-clustering.oracle.R:
python hierarchical-clustering.oracle.py
"""
import json, platform
import numpy as np, scipy
from scipy.cluster.hierarchy import cophenet, linkage
from scipy.spatial.distance import pdist

fromR = json.load(open("hierarchical-clustering-r.golden.json"))
cases = {}
for name, one in fromR["cases"].items():
    obs = np.array(one["data"]).T
    d = pdist(obs)
    case = {"distances": d.tolist(), "isUnique": len(set(np.round(d, 9))) == len(d)}
    if (obs.std(axis=1) > 0).all():
        case["pearson"] = pdist(obs, "correlation").tolist()
    for method in ("single", "complete", "average", "ward"):
        tree = linkage(d, method)
        case[method] = {"heights": tree[:, 2].tolist()}
        if case["isUnique"]:
            case[method]["cophenetic"] = cophenet(tree).tolist()
    if len(obs) > 20:
        del case["distances"]
        case.pop("pearson", None)
    cases[name] = case
with open("hierarchical-clustering.golden.json", "w") as out:
    json.dump({"made by": "hierarchical-clustering.oracle.py", "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}", "cases": cases}, out, separators=(",", ":"))
