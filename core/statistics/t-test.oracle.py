"""A second opinion on t-test.golden.json and mean-interval.golden.json by scipy. Run: python t-test.oracle.py"""
import json, platform
import numpy as np
import scipy
from scipy import stats

a = np.array([3.1e9, 4.4e9, 2.7e9, 5.2e9, 3.9e9])
b = np.array([6.8e9, 1.1e10, 5.9e9, 9.4e9])
c = np.array([4.1e9, 4.9e9, 3.8e9, 6.0e9, 4.2e9, 5.1e9])
d = np.array([4.0e9, 5.1e9, 2.9e9, 6.6e9, 4.0e9])


def row(result, level=0.95):
    ci = result.confidence_interval(level)
    return [float(v) for v in (result.statistic, result.df, result.pvalue, ci.low, ci.high)]


out = {
    "made by": "t-test.oracle.py",
    "versions": f"Python {platform.python_version()}, scipy {scipy.__version__}",
    "welch": row(stats.ttest_ind(a, b, equal_var=False)),
    "welchLog": row(stats.ttest_ind(np.log(a), np.log(b), equal_var=False)),
    "paired": row(stats.ttest_rel(a, d)),
    "pairedLog90": row(stats.ttest_rel(np.log(a), np.log(d)), 0.9),
    "anova": [float(v) for v in stats.f_oneway(np.log(a), np.log(b), np.log(c))],
    "welchOneWay": [float(v) for v in stats.f_oneway(np.log(a), np.log(b), np.log(c), equal_var=False)],
}
x = np.array([42.1, 45.3, 39.8, 44, 43.3])
out["mean"] = [float(v) for v in stats.t.interval(0.95, 4, x.mean(), stats.sem(x))]
y = np.array([9.1e8, 4.2e9, 1.7e9, 3.3e8])
logs = np.log(y)
out["geometric"] = [float(v) for v in (
    stats.gmean(y), stats.gstd(y), stats.lognorm(logs.std(ddof=1)).std() / stats.lognorm(logs.std(ddof=1)).mean(),
    *np.exp(stats.t.interval(0.95, 3, logs.mean(), stats.sem(logs))))]
json.dump(out, open("t-test-python.golden.json", "w"), indent=1)
