"""Golden values of the bead tests.

FlowCal (its own pipeline on its own example beads): gate, clustering in FL1 and FL3, medians, bead model.
The bead model is fitted again by scipy.optimize.least_squares, and the TV-B4 line by mpmath with 50 digits.
Run with the data folder: VESICA_DATA=... python bead-calibration.oracle.py
"""
import json, os, platform, warnings

import FlowCal, flowio, mpmath as mp, numpy as np, scipy, sklearn
from scipy.optimize import least_squares
from sklearn.mixture import GaussianMixture

warnings.simplefilter("ignore")
data = os.path.join(os.environ.get("VESICA_DATA", "../shared/data"), "flow-cytometry")


def flowcal():
    beads = FlowCal.io.FCSData(os.path.join(data, "flowcal/examples/FCFiles/sample001.fcs"))
    beads = FlowCal.transform.to_rfi(beads)
    beads = FlowCal.gate.start_end(beads, num_start=250, num_end=100)
    beads = FlowCal.gate.high_low(beads, channels=["FSC", "SSC"])
    beads = FlowCal.gate.density2d(
        beads, channels=["FSC", "SSC"], gate_fraction=0.85, xscale="linear", yscale="linear", sigma=5.0)
    values = np.array([0, 792, 2079, 6588, 16471, 47497, 137049, 271647.0])
    np.random.seed(1)
    found = FlowCal.mef.get_transform_fxn(
        beads, values, "FL1", clustering_channels=["FL1", "FL3"], full_output=True)
    rfi, mef = found.selection["rfi"][0], found.selection["mef"][0]
    m, b, auto = found.fitting["beads_params"][0]
    x = np.log(rfi)
    fit = least_squares(
        lambda p: np.log(np.exp(p[2]) + mef) - p[0] * x - p[1], [m, b, np.log(auto)],
        xtol=1e-15, ftol=1e-15, gtol=1e-15)
    scale = np.exp(fit.x[2])
    jacobian = fit.jac.copy()
    jacobian[:, 2] /= scale
    variance = np.sum(fit.fun**2) / (len(mef) - 3)
    errors = np.sqrt(np.diag(np.linalg.inv(jacobian.T @ jacobian) * variance))
    labels = np.array(found.clustering["labels"])
    return {
        "gate": {"FSC": [float(np.min(beads[:, "FSC"])), float(np.max(beads[:, "FSC"]))],
                 "SSC": [float(np.min(beads[:, "SSC"])), float(np.max(beads[:, "SSC"]))]},
        "medians": {"FL1": [float(v) for v in found.statistic["values"][0]]},
        "counts": sorted(int(np.sum(labels == k)) for k in set(labels)),
        "selected": [float(v) for v in mef],
        "flowcal": {"m": float(m), "b": float(b), "auto": float(auto)},
        "scipy": {"m": float(fit.x[0]), "b": float(fit.x[1]), "auto": float(scale),
                  "se": [float(v) for v in errors]},
        "converted": {str(v): float(found.fitting["std_crv"][0](v)) for v in (200, 1000, 5000)},
    }


def tvb4():
    mp.mp.dps = 50
    x = [mp.log10(v) for v in ("2701.90", "8846.75", "150763")]
    y = [mp.log10(v) for v in ("44922", "163832", "2833170")]
    n = len(x)
    mx, my = mp.fsum(x) / n, mp.fsum(y) / n
    sxx = mp.fsum((v - mx) ** 2 for v in x)
    beta = mp.fsum((a - mx) * (b - my) for a, b in zip(x, y)) / sxx
    alpha = my - beta * mx
    rest = mp.fsum((b - alpha - beta * a) ** 2 for a, b in zip(x, y))
    r2 = 1 - rest / mp.fsum((b - my) ** 2 for b in y)
    areas = {str(v): mp.power(10, alpha + beta * mp.log10(v)) for v in (500, 2000, 10000)}
    return {
        "alpha": float(alpha), "beta": float(beta), "rSquared": float(r2),
        "slopeSe": float(mp.sqrt(rest / (n - 2) / sxx)),
        "area": {k: float(v) for k, v in areas.items()},
        "diameter": {k: float(mp.sqrt(v / mp.pi)) for k, v in areas.items()},
        "proportional": float(mp.fsum(b - a for a, b in zip(x, y)) / n),
    }


def channel(path, name):
    file = flowio.FlowData(os.path.join(data, path), ignore_offset_error=True)
    events = np.reshape(np.array(file.events), (-1, file.channel_count))
    return events[:, file.pnn_labels.index(name)]


def mixture(values, means, scale):
    """scikit-learn mixture on asinh(x / scale) from these means; medians of its clusters."""
    axis = np.arcsinh(values / scale)[:, None]
    start = np.arcsinh(np.array(means) / scale)[:, None]
    fit = GaussianMixture(len(means), means_init=start, covariance_type="full", tol=1e-7, max_iter=500,
                          random_state=1).fit(axis)
    labels = fit.predict(axis)
    order = np.argsort(fit.means_[:, 0])
    return [{"n": int(np.sum(labels == k)), "median": float(np.median(values[labels == k]))} for k in order]


def tasbe():
    red = channel("cytoflow-instruments/tasbe/beads.fcs", "PE-Tx-Red-YG-A")
    blank = channel("cytoflow-instruments/tasbe/blank.fcs", "PE-Tx-Red-YG-A")
    q = np.quantile(blank, [0.1587, 0.5, 0.8413, 0.95])
    rng = np.random.default_rng(1)
    limits = []
    for _ in range(4000):
        low, mid, high = np.quantile(rng.choice(blank, len(blank)), [0.1587, 0.5, 0.8413])
        limits.append(mid + 1.5 * (high - low))
    return {
        "peaks": mixture(red, [11, 90, 225, 710, 1570, 6000, 17600], 200),
        "blank": {"median": float(q[1]), "robustSd": float((q[2] - q[0]) / 2), "p95": float(q[3]),
                  "limit": float(q[1] + 1.5 * (q[2] - q[0])),
                  "bootstrap": [float(v) for v in np.quantile(limits, [0.025, 0.975])]},
    }


def apogee():
    path = "ev-beads-apogee-rosettax/sample-files/apogee_rainbow_beads.fcs"
    beads = channel(path, "405LALS(Peak)") > 5e5
    out = {}
    for name, preset in (("488Grn(Peak)", "06_summer_school_apogee_fitc"), ("638DRed(Peak)", "05_summer_school_apogee_apc")):
        values = channel(path, name)[beads]
        values = values[values < values.max()]
        start = {"488Grn(Peak)": [10500, 31000, 74500, 199000, 555000, 1489000, 3708000],
                 "638DRed(Peak)": [1170, 36600, 111500, 352800, 962800, 2590000]}[name]
        folder = os.path.join(data, "ev-beads-apogee-rosettax/fluorescence_reference_presets")
        with open(os.path.join(folder, preset + ".json")) as file:
            assigned = json.load(file)["mesf_values"]
        peaks = mixture(values, start, 5000)
        x = np.log10([p["median"] for p in peaks[1:6]])
        line = scipy.stats.linregress(x, np.log10(assigned))
        out[name] = {"preset": preset, "peaks": peaks, "slope": float(line.slope), "slopeSe": float(line.stderr),
                     "intercept": float(line.intercept), "rSquared": float(line.rvalue**2)}
    return out


golden = {"flowcal": flowcal(), "tvB4": tvb4(), "tasbe": tasbe(), "apogee": apogee()}
versions = ", ".join([
    f"Python {platform.python_version()}", f"FlowCal {FlowCal.__version__}", f"flowio {flowio.__version__}",
    f"numpy {np.__version__}", f"scipy {scipy.__version__}", f"scikit-learn {sklearn.__version__}", f"mpmath {mp.__version__}"])
with open(__file__.replace(".oracle.py", ".golden.json"), "w") as out:
    json.dump({"made by": "bead-calibration.oracle.py", "versions": versions, **golden}, out, indent=1)
