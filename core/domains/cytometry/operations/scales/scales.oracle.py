"""Golden values of scale-function.test.ts and logicle-width.test.ts. Run: python scales.oracle.py

"exact" is solved with 60 digits by mpmath from the published forms of logicle, hyperlog and arcsinh, none of it by the
project's own form; "flowutils" is the compiled reference of the FlowUtils package.
"""
import json, platform
import flowutils, mpmath as mp, numpy as np
from flowutils import transforms as ft

mp.mp.dps = 60
parameters = [
    dict(t=1000, m=4, w=1, a=0), dict(t=262144, m=4.5, w=0.5, a=0), dict(t=262144, m=4.5, w=1, a=0.5),
    dict(t=262144, m=4.5, w=2.25, a=0), dict(t=10000, m=4.5, w=0.001, a=0), dict(t=4194304, m=5.3, w=1.2, a=-0.7),
    dict(t=1, m=2, w=0.25, a=1.5), dict(t=16777216, m=7.2, w=0.73, a=1),
]
shares = [0, 1e-9, 1e-6, 1e-5, 3e-5, 1e-4, 3.3e-4, 1e-3, 4.7e-3, 0.01, 0.057, 0.1, 0.3, 0.77, 1, 1.7, 5, 40]


def columns(t):
    return [-s * t for s in reversed(shares[1:])] + [s * t for s in shares]


def rates(t, m, w, a):
    t, m, w, a = map(mp.mpf, (t, m, w, a))
    b = (m + a) * mp.log(10)
    x2 = a / (m + a)
    return t, w / (m + a), b, x2, x2 + w / (m + a), x2 + 2 * w / (m + a)


def solve(curve, x, x1):
    """Root of curve(y) = |x| by bisection, then reflected about x1."""
    low, high, aim = x1, x1 + 1, abs(mp.mpf(x))
    while curve(high) < aim:
        high += 1
    for _ in range(190):
        mid = (low + high) / 2
        low, high = (mid, high) if curve(mid) < aim else (low, mid)
    return float(low if x >= 0 else 2 * x1 - low) if x != 0 else float(x1)


def logicle(t, m, w, a):
    t, w, b, x2, x1, x0 = rates(t, m, w, a)
    d = b if w == 0 else mp.findroot(lambda d: 2 * (mp.log(d) - mp.log(b)) + w * (b + d), (b * mp.mpf("1e-9"), b), solver="anderson", tol=1e-50)
    ca = mp.exp(x0 * (b + d))
    fa = mp.exp(b * x1) - ca * mp.exp(-d * x1)
    first = t / (mp.exp(b) - fa - ca * mp.exp(-d))
    c, f = ca * first, -fa * first
    return (lambda y: first * mp.exp(b * y) - c * mp.exp(-d * y) + f), x1, [float(v) for v in (first, b, c, d, f)]


def hyperlog(t, m, w, a):
    t, w, b, x2, x1, x0 = rates(t, m, w, a)
    ca = mp.exp(b * x0) / w
    fa = mp.exp(b * x1) + ca * x1
    first = t / (mp.exp(b) + ca - fa)
    return (lambda y: first * mp.exp(b * y) + ca * first * y - fa * first), x1


def arcsinh(x, t, m, a):
    t, m, a, x = map(mp.mpf, (t, m, a, x))
    ten = mp.log(10)
    return float((mp.asinh(x * mp.sinh(m * ten) / t) + a * ten) / ((m + a) * ten))


cases = []
for one in parameters:
    xs = columns(one["t"])
    data = np.array(xs, dtype=float).reshape(-1, 1)
    curve, x1, constants = logicle(**one)
    bent, zero = hyperlog(**one)
    case = {
        **one, "x": xs, "constants": constants,
        "logicle": [solve(curve, x, x1) for x in xs],
        "hyperlog": [solve(bent, x, zero) for x in xs],
        "flowutils": {
            "logicle": ft.logicle(data, [0], **one)[:, 0].tolist(),
            "hyperlog": ft.hyperlog(data, [0], **one)[:, 0].tolist(),
        },
    }
    if 0 <= one["a"] <= one["m"]:
        three = {k: one[k] for k in "tma"}
        case["arcsinh"] = [arcsinh(x, **three) for x in xs]
        case["flowutils"]["arcsinh"] = ft.asinh(data, [0], **three)[:, 0].tolist()
    up = [x for x in xs if x > 0]
    case["log"] = [float(1 + mp.log10(mp.mpf(x) / one["t"]) / mp.mpf(one["m"])) for x in up]
    case["flowutils"]["log"] = ft.log(np.array(up).reshape(-1, 1), [0], t=one["t"], m=one["m"])[:, 0].tolist()
    cases.append(case)

# A skewed column with negative values: a fixed sequence, no random numbers.
column = [round(40 * np.sin(1.7 * i) + 25 * np.cos(0.31 * i * i) + 0.0004 * i * i - 30, 6) for i in range(400)]
negative = np.array([v for v in column if v < 0])
r = float(np.percentile(negative, 5))
golden = {
    "made by": "scales.oracle.py",
    "versions": f"Python {platform.python_version()}, mpmath {mp.__version__}, FlowUtils {flowutils.__version__}, numpy {np.__version__}",
    "cases": cases,
    "width": {"column": column, "negatives": len(negative), "r": r, "w": float((4.5 - np.log10(262144 / abs(r))) / 2)},
}
with open("scales.golden.json", "w") as out:
    json.dump(golden, out, indent=1)
