"""Golden numbers of the special functions (mpmath at 60 digits, beside base R), and the constants in their sources.

python special.oracle.py             writes special.golden.json; needs mpmath and Rscript.
python special.oracle.py constants   prints zeta(k) - 1 (gamma.ts) and the Chebyshev coefficients (erf.ts).
"""
import json
import os
import subprocess
import sys

import mpmath
from mpmath import mp, mpf

HERE = os.path.dirname(os.path.abspath(__file__))
mp.dps = 60


def constants():
    print([float(mp.zeta(k) - 1) for k in range(2, 29)])
    k, n = mpf("3.75"), 80

    def scaled(t):
        x = k * (1 + t) / (1 - t)
        return (1 + 2 * x) * erfcx(x)

    angles = [mp.pi * (j + mpf(1) / 2) / n for j in range(n)]
    values = [scaled(mp.cos(a)) for a in angles]
    print([float(2 * sum(v * mp.cos(m * a) for v, a in zip(values, angles)) / n) for m in range(27)])


def erfcx(x):
    with mp.workdps(60 + int(abs(x) ** 2)) if abs(x) < 30 else mp.workdps(60):
        if x < 1e3:
            return mp.exp(x * x) * mp.erfc(x)
        total, term = mpf(0), mpf(1)
        for n in range(30):
            total += term
            term *= -(2 * n + 1) / (2 * x * x)
        return total / (x * mp.sqrt(mp.pi))


def wide(f):
    def compute(*args):
        with mp.workdps(400):
            return f(*[mpf(a) for a in args])

    return compute


def stirling(x):
    return mp.loggamma(x) - ((x - mpf(1) / 2) * mp.log(x) - x + mp.log(2 * mp.pi) / 2)


FUNCTIONS = {
    "logGamma": (wide(mp.loggamma), [(x,) for x in (1e-300, 1e-10, 0.1, 0.49, 0.51, 0.9999999, 1.0000001, 1.3, 1.5, 1.75, 1.9999999, 2.0000001, 2.4, 2.6, 5.5, 9.99, 10.01, 50.25, 1e3, 1e6, 1e15, 1e300)]),
    "logGammaOnePlus": (wide(lambda z: mp.loggamma(1 + z)), [(z,) for z in (-0.99, -0.6, -0.3, -1e-9, 1e-12, 1e-3, 0.3, 0.7, 1.2, 30.0)]),
    "stirlingError": (wide(stirling), [(x,) for x in (1e-3, 0.4, 0.99, 1.5, 4.2, 9.9, 10.0, 15.5, 200.0, 1e6)]),
    "logGammaIncrement": (wide(lambda x, s: mp.loggamma(x + s) - mp.loggamma(x)), [(1e-3, 1e-3), (0.5, 1e-9), (3.0, 1e-3), (12.5, 0.5), (1e6, 1e-3), (1e6, 0.9), (40.0, 60.0)]),
    "logBeta": (wide(lambda a, b: mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)), [(1e-3, 1e-3), (0.5, 0.5), (0.5, 5e5), (2.5, 7.5), (1e6, 1e6), (3.0, 1e6)]),
    "log1pMinusX": (wide(lambda x: mp.log1p(x) - x), [(x,) for x in (-0.999, -0.51, -0.49, -0.1, -1e-5, -1e-12, 1e-150, 1e-9, 0.01, 0.3, 0.99, 1.01, 5.0, 1e6)]),
    "halfDeviance": (wide(lambda x, m: x * mp.log(x / m) + m - x), [(1.0, 1e-9), (1.0, 0.99), (3.0, 3.0000001), (1e6, 1000100.0), (1e6, 1.9e6), (1e6, 2.1e6), (10.0, 1e-9), (10.0, 1e5)]),
    "erf": (wide(mp.erf), [(x,) for x in (1e-300, 1e-9, 0.1, 0.4999, 0.5001, -0.7, 1.0, 2.0, 3.5, 6.0)]),
    "erfc": (wide(mp.erfc), [(x,) for x in (-3.0, -0.6, -0.2, 0.1, 0.4999, 0.5001, 1.0, 1.7, 2.5, 4.0, 9.0, 20.0, 26.0)]),
    "erfcx": (lambda x: erfcx(mpf(x)), [(x,) for x in (-5.0, -1.0, 0.0, 0.3, 1.0, 3.75, 10.0, 100.0, 1e8)]),
    "logGammaP": (wide(lambda a, x: mp.log(mp.gammainc(a, 0, x, regularized=True))), [(0.001, 1e-300), (0.5, 1e-9), (3.0, 1e-200), (200.0, 1.0), (30.0, 20.0), (5.0, 40.0)]),
    "logGammaQ": (wide(lambda a, x: mp.log(mp.gammainc(a, x, mp.inf, regularized=True))), [(0.001, 1e-5), (0.3, 0.9), (0.5, 1.2), (0.5, 2000.0), (3.0, 5000.0), (30.0, 20.0), (30.0, 900.0)]),
    "logBetaI": (wide(lambda a, b, x: mp.log(mp.betainc(a, b, 0, x, regularized=True))), [(0.5, 0.5, 1e-300), (300.0, 2.0, 1e-9), (2.5, 7.5, 0.1), (0.001, 5.0, 0.3)]),
    "logBetaIUpper": (wide(lambda a, b, x: mp.log(mp.betainc(b, a, 0, 1 - x, regularized=True))), [(0.001, 5.0, 0.01), (2.5, 700.0, 0.9), (30.0, 7.5, 0.1), (0.5, 200.0, 0.3)]),
}


def main():
    rows = [(name, args, mp.mpf(f(*args))) for name, (f, points) in FUNCTIONS.items() for args in points]
    text = "\n".join("\t".join([name, *[repr(float(a)) for a in args]]) for name, args, _ in rows)
    script = os.path.join(HERE, "special.oracle.R")
    out = subprocess.run(["Rscript", script], input=text, capture_output=True, text=True, check=True).stdout.split("\n")
    maker = f"special.oracle.py: mpmath {mpmath.__version__} (60 digits or more), {out[0]}"
    r = [None if v in ("NaN", "Inf", "-Inf") else float(v) for v in out[1:] if v]
    lines = [json.dumps([name, list(args), float(mp.nstr(value, 20)), other]) for (name, args, value), other in zip(rows, r)]
    with open(os.path.join(HERE, "special.golden.json"), "w") as file:
        file.write('{\n"maker": ' + json.dumps(maker) + ',\n"values": [\n' + ",\n".join(lines) + "\n]\n}\n")


if __name__ == "__main__":
    constants() if sys.argv[1:] == ["constants"] else main()
