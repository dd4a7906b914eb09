"""Golden values of multiplex-beads.test.ts: LEGENDplex 13-plex control well (beadplexr, K2-C07-A7.fcs) by scikit-learn.

Size groups by a full-covariance mixture of two on log10 FSC and SSC areas inside the bead window, classes by a
one-dimensional mixture on asinh(APC / 1000) of the dyed events, cut to 2.5 SD of their class; medians of PE.
"""
import json, os, platform

import flowio, numpy as np, sklearn
from sklearn.mixture import GaussianMixture

path = os.path.join(os.environ.get("VESICA_DATA", "../shared/data"), "flow-cytometry/legendplex-beadplexr/inst/extdata/K2-C07-A7.fcs")
file = flowio.FlowData(path, ignore_offset_error=True)
events = np.reshape(np.array(file.events), (-1, file.channel_count))
column = {name: events[:, k] for k, name in enumerate(file.pnn_labels)}
window = (column["FSC-A"] > 1.5e5) & (column["FSC-A"] < 1e6) & (column["SSC-A"] > 1e5) & (column["SSC-A"] < 1.6e6)
size = np.log10(np.c_[column["FSC-A"], column["SSC-A"]][window])
groups = GaussianMixture(2, means_init=[[5.44, 5.57], [5.73, 5.87]], random_state=1).fit(size)
label = groups.predict(size)
label[groups.score_samples(size) < np.quantile(groups.score_samples(size), 0.05)] = -1
starts = {0: [10500, 18600, 34700, 62000, 84000, 105000], 1: [1700, 5500, 13300, 29000, 58600, 113600, 247000]}
out = {}
for group, name in ((0, "A"), (1, "B")):
    apc, pe = column["FL6-A"][window][label == group], column["FL2-A"][window][label == group]
    dyed = apc > 600
    apc, pe = apc[dyed], pe[dyed]
    axis = np.arcsinh(apc / 1000)
    fit = GaussianMixture(len(starts[group]), means_init=np.arcsinh(np.array(starts[group]) / 1000)[:, None],
                          random_state=1, tol=1e-6, max_iter=1000).fit(axis[:, None])
    order = np.argsort(fit.means_[:, 0])
    predicted = fit.predict(axis[:, None])
    out[name] = []
    for k in order:
        near = np.abs(axis - fit.means_[k, 0]) < 2.5 * np.sqrt(fit.covariances_[k, 0, 0])
        own = (predicted == k) & near
        out[name].append({"n": int(np.sum(own)), "apc": float(np.median(apc[own])), "pe": float(np.median(pe[own]))})
versions = f"Python {platform.python_version()}, numpy {np.__version__}, scikit-learn {sklearn.__version__}, flowio {flowio.__version__}"
with open(__file__.replace(".oracle.py", ".golden.json"), "w") as target:
    json.dump({"made by": "multiplex-beads.oracle.py", "versions": versions, "groups": out}, target, indent=1)
