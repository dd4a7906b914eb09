"""A second opinion on roc.golden.json: placements in whole matrices by NumPy, curves by scikit-learn, Wilson by statsmodels,
Hanley and McNeil by counting their exponential model. Run after the R script: python roc.oracle.py"""
import json, platform
import numpy as np, scipy, sklearn, statsmodels
from scipy.stats import norm
from scipy.special import expit, logit
from sklearn.metrics import roc_curve
from statsmodels.stats.proportion import proportion_confint

golden = json.load(open("roc.golden.json"))


def kernel(scores, is_case):
    x, y = scores[is_case == 1], scores[is_case == 0]
    return (x[:, None] > y) + 0.5 * (x[:, None] == y)


def cov(a, b):
    return (np.cov(a.mean(1), b.mean(1))[0, 1] / a.shape[0] + np.cov(a.mean(0), b.mean(0))[0, 1] / a.shape[1])


def single(d):
    scores, is_case = np.array(d["scores"], float), np.array(d["isCase"])
    k = kernel(scores, is_case)
    auc, v = k.mean(), cov(k, k)
    fpr, tpr, thresholds = roc_curve(is_case, scores, drop_intermediate=False)
    out = {"auc": auc, "variance": v, "sensitivity": tpr.tolist(), "specificity": (1 - fpr).tolist(),
           "thresholds": [None if np.isinf(t) else float(t) for t in thresholds], "j": float((tpr - fpr).max()), "logit95": None, "logit80": None}
    if v > 0:
        for name, level in (("logit95", 0.95), ("logit80", 0.8)):
            half = norm.ppf((1 + level) / 2) * np.sqrt(v) / (auc * (1 - auc))
            out[name] = [float(expit(logit(auc) - half)), float(expit(logit(auc) + half))]
    return out


def data(name):
    d = golden["single"][name]
    return np.array(d["scores"], float), np.array(d["isCase"])


def compared(a, b, paired):
    ka, kb = kernel(*data(a)), kernel(*data(b))
    v = cov(ka, ka) + cov(kb, kb) - (2 * cov(ka, kb) if paired else 0)
    d, half = ka.mean() - kb.mean(), norm.ppf(0.975) * np.sqrt(v)
    z = d / np.sqrt(v)
    return {"z": z, "p": 2 * norm.sf(abs(z)), "interval": [d - half, d + half]}


def hanley(a, m, n):
    """Scores of cases exponential with mean a / (1 - a) times that of controls, whose probabilities are integrated."""
    from scipy.integrate import quad
    t = (1 - a) / a
    q1 = quad(lambda y: np.exp(-y) * np.exp(-2 * t * y), 0, np.inf, epsabs=0, epsrel=1e-13)[0]
    q2 = quad(lambda x: t * np.exp(-t * x) * (1 - np.exp(-x)) ** 2, 0, np.inf, epsabs=0, epsrel=1e-13)[0]
    return float(np.sqrt((a * (1 - a) + (m - 1) * (q1 - a * a) + (n - 1) * (q2 - a * a)) / (m * n)))


json.dump({
    "made by": "roc.oracle.py",
    "versions": f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}, scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}",
    "single": {k: single(v) for k, v in golden["single"].items()},
    "paired": {"wfnsS100b": compared("wfns", "s100b", True), "wfnsNdka": compared("wfns", "ndka", True), "s100bNdka": compared("s100b", "ndka", True)},
    "unpaired": {"tiedClipped": compared("tied", "clipped", False), "randomWorse": compared("random", "worse", False), "wfnsRandom": compared("wfns", "random", False)},
    "wilson": [[[float(v) for v in proportion_confint(k, n, 1 - level, "wilson")] for level in (0.95, 0.5)] for k, n in golden["shares"]],
    "hanley": [[a, m, n, hanley(a, m, n)] for a, m, n in ((0.8, 50, 50), (0.6, 12, 40), (0.95, 100, 7), (0.5, 20, 20))],
}, open("roc-python.golden.json", "w"))
