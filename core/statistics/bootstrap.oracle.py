"""A second opinion on bootstrap.golden.json: scipy.stats.bootstrap on the same resamples. Run after bootstrap.oracle.R."""
import json, platform
from types import SimpleNamespace
import numpy as np
import scipy
from scipy import stats

golden = json.load(open("bootstrap.golden.json"))
x = np.array(golden["x"])
drawn = np.array(golden["resamples"])
statistics = {
    "mean": lambda v, axis=-1: np.mean(v, axis=axis),
    "cv": lambda v, axis=-1: np.std(v, ddof=1, axis=axis) / np.mean(v, axis=axis),
    "median": lambda v, axis=-1: np.median(v, axis=axis),
}
out = {"made by": "bootstrap.oracle.py", "versions": f"Python {platform.python_version()}, scipy {scipy.__version__}"}
for name, statistic in statistics.items():
    earlier = SimpleNamespace(bootstrap_distribution=statistic(x[drawn]))
    out[name] = {}
    for method in ("percentile", "BCa"):
        found = stats.bootstrap((x,), statistic, n_resamples=0, bootstrap_result=earlier, method=method)
        interval = found.confidence_interval
        out[name][method.lower()] = [float(interval.low), float(interval.high)]
json.dump(out, open("bootstrap-python.golden.json", "w"), indent=1)
