"""Golden values of umap.test.ts: points in three groups (two clouds and a roll, which no plane unrolls), scikit-learn's exact
neighbours of them, and the trustworthiness of layouts by scikit-learn: the first two columns, these in reverse order, two
principal components, and umap-learn's over five seeds. Run: python umap.oracle.py
"""
import json, platform
import numpy as np, sklearn, umap
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.neighbors import NearestNeighbors

rng = np.random.default_rng(7)
t = np.linspace(4, 14, 60)
roll = np.c_[t * np.cos(t), t * np.sin(t), rng.uniform(0, 3, 60), np.zeros((60, 2))]
clouds = [rng.normal(0, 1, (25, 5)) + centre for centre in ([40, 0, 0, 10, 0], [0, 40, 0, 0, 10])]
points = np.round(np.r_[clouds[0], clouds[1], roll + rng.normal(0, 0.1, (60, 5))], 2)
labels = np.repeat([0, 1, 2], [25, 25, 60])
count = 10
distances, indices = NearestNeighbors(n_neighbors=count, algorithm="kd_tree").fit(points).kneighbors()


def quality(layout):
    return float(trustworthiness(points, layout, n_neighbors=count))


golden = {
    "made by": "umap.oracle.py",
    "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, scikit-learn {sklearn.__version__}, umap-learn {umap.__version__}",
    "points": points.tolist(),
    "labels": labels.tolist(),
    "neighbours": indices.tolist(),
    "distances": distances.tolist(),
    "trustworthiness": {
        "firstTwo": quality(points[:, :2]),
        "reversed": quality(points[::-1, :2]),
        "components": quality(PCA(2).fit_transform(points)),
        "umapLearn": [quality(umap.UMAP(n_neighbors=count, random_state=seed).fit_transform(points)) for seed in range(5)],
    },
}
with open("umap.golden.json", "w") as out:
    json.dump(golden, out, separators=(",", ":"))
