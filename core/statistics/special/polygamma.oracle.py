"""Golden values of polygamma.test.ts with 40 digits. Run in this folder: python polygamma.oracle.py"""
import json
import platform

import mpmath
from mpmath import mp, mpf
from scipy import special
import scipy

mp.dps = 40
points = [1e-6, 1e-3, 0.05, 0.3, 0.5, 1, 1.5, 2, 3.7, 7.5, 11.9, 12, 40, 1e3, 1e8]
rows = [
    [x, float(mpmath.log(mpf(x)) - mpmath.digamma(mpf(x))), float(mpmath.psi(1, mpf(x))), float(mpmath.psi(2, mpf(x)))]
    for x in points
]
scipy_rows = [[x, float(special.polygamma(1, x)), float(special.polygamma(2, x))] for x in points]
versions = f"Python {platform.python_version()} mpmath {mpmath.__version__} SciPy {scipy.__version__}"
json.dump({"versions": versions, "mpmath": rows, "scipy": scipy_rows}, open("polygamma.golden.json", "w"))
