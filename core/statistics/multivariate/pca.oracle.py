"""Golden values of pca.test.ts from scikit-learn (full SVD) and SciPy, and by mpmath with 40 digits for the small
components of the offset data. Run after pca.oracle.R: python pca.oracle.py
"""
import json, platform
import mpmath as mp
import numpy as np, scipy, sklearn
from scipy import stats
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

mp.mp.dps = 40
fromR = json.load(open("pca-r.golden.json"))


def fit(x, scale):
    obs = np.array(x).T
    if scale:
        obs = (obs - obs.mean(axis=0)) / obs.std(axis=0, ddof=1)
    p = PCA(svd_solver="full").fit(obs)
    deviations = np.sqrt(p.explained_variance_)
    k = int(sum(deviations > 1e-7 * deviations[0]))
    return {"deviations": deviations[:k].tolist(), "explained": p.explained_variance_ratio_[:k].tolist(),
            "scores": p.transform(obs)[:, :k].tolist(), "loadings": p.components_[:k].T.tolist()}


def precise(x):
    rows = [[mp.mpf(v) for v in row] for row in x]
    rows = [[v - mp.fsum(row) / len(row) for v in row] for row in rows]
    s = mp.svd_r(mp.matrix(rows), compute_uv=False)
    return sorted((float(v / mp.sqrt(len(rows[0]) - 1)) for v in s), reverse=True)


scores = np.array(fromR["cases"]["wide"]["plain"]["scores"])[:, :3]


def explained(covariate):
    known = np.array([c is not None for c in covariate])
    out = []
    for j in range(3):
        y = scores[known, j]
        kept = [c for c in covariate if c is not None]
        if isinstance(kept[0], str):
            groups = [y[[c == level for c in kept]] for level in sorted(set(kept))]
            f, p = stats.f_oneway(*groups)
            between = sum(len(g) * (g.mean() - y.mean()) ** 2 for g in groups)
            out.append([between / ((y - y.mean()) ** 2).sum(), f, p])
        else:
            line = stats.linregress(kept, y)
            r2 = line.rvalue ** 2
            out.append([r2, r2 / (1 - r2) * (len(y) - 2), line.pvalue])
    return [[float(v) for v in row] for row in out]


golden = {
    "made by": "pca.oracle.py",
    "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}, scikit-learn {sklearn.__version__}, mpmath {mp.__version__}",
    "cases": {name: {"plain": fit(one["data"], False), "scaled": fit(one["data"], True), "precise": precise(one["data"])} for name, one in fromR["cases"].items()},
    "explained": {name: explained(one) for name, one in fromR["covariates"].items()},
}
with open("pca.golden.json", "w") as out:
    json.dump(golden, out, separators=(",", ":"))
