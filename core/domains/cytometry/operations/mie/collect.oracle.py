"""Golden values of collect.test.ts: Mie coefficients by mpmath (as in mie.oracle.py), collected power by quadrature over the
cone in its own polar coordinates (Gauss-Legendre in the cosine from the axis, equal steps around it): no scattering-angle
form is shared with the code. Homogeneous spheres are checked with miepython. Run: python collect.oracle.py
"""
import json, math, platform, re
import mpmath as mp
import numpy as np
import miepython

source = open("mie.oracle.py").read()
exec(source[source.index("def psi"):source.index("def efficiencies")])
mp.mp.dps = 50


def power(s1s2, optics, rings=200, spokes=400):
    lam, nm, angle, half, polarisation, stop = optics
    lower, upper = math.cos(math.radians(half)), math.cos(math.radians(stop))
    z, w = np.polynomial.legendre.leggauss(rings)
    c = (upper + lower) / 2 + (upper - lower) / 2 * z
    w = w * (upper - lower) / 2 * 2 * np.pi / spokes
    psi_ = 2 * np.pi * (np.arange(spokes) + 0.5) / spokes
    C, P = np.meshgrid(c, psi_, indexing="ij")
    S = np.sqrt(1 - C**2)
    t = math.radians(angle)
    # beam along z, collection axis in the x-z plane
    x = S * np.cos(P) * math.cos(t) + C * math.sin(t)
    y = S * np.sin(P)
    zz = -S * np.cos(P) * math.sin(t) + C * math.cos(t)
    s1, s2 = s1s2(zz.ravel())
    rho2 = (x**2 + y**2).ravel()
    cos2 = np.where(rho2 > 0, x.ravel()**2 / np.where(rho2 > 0, rho2, 1), 0.5)
    p1, p2 = {"perpendicular": (cos2, 1 - cos2), "parallel": (1 - cos2, cos2), "unpolarised": (0.5, 0.5)}[polarisation]
    f = (abs(s1)**2 * p1 + abs(s2)**2 * p2).reshape(C.shape)
    k = 2 * np.pi * nm / lam
    return float((f * w[:, None]).sum() / k**2)


def own(a, b):
    a, b = (np.array([complex(v) for v in u]) for u in (a, b))
    def s1s2(mu):
        p0, p1, s1, s2 = 0 * mu, 0 * mu + 1, 0, 0
        for n in range(1, len(a) + 1):
            tau = n * mu * p1 - (n + 1) * p0
            f = (2 * n + 1) / (n * (n + 1))
            s1, s2 = s1 + f * (a[n - 1] * p1 + b[n - 1] * tau), s2 + f * (a[n - 1] * tau + b[n - 1] * p1)
            p0, p1 = p1, ((2 * n + 1) * mu * p1 - (n + 1) * p0) / n
        return s1, s2
    return s1s2


side = (405, 1.343, 90, 46, "perpendicular", 0)
optics = [side, (488, 1.337, 90, 35, "parallel", 0), (488, 1.337, 90, 60, "unpolarised", 12), (488, 1.337, 75, 30, "perpendicular", 0),
          (488, 1.337, 0, 12, "perpendicular", 3), (640, 1.3315, 20, 40, "parallel", 5), (405, 1.343, 110, 80, "unpolarised", 0)]
out = {"made by": "collect.oracle.py", "versions": f"Python {platform.python_version()}, mpmath {mp.__version__}, numpy {np.__version__}, miepython 3.3.0",
       "vesicles": [], "solids": [], "cases": []}


def solid(o, d, n):
    lam, nm = o[0], mp.mpf(o[1])
    x, m = mp.pi * d * nm / lam, mp.mpf(n) / nm
    value = power(own(*coefficients(x, m)), o)
    peer = power(lambda mu: miepython.S1_S2(float(m), float(x), mu, norm="wiscombe"), o)
    if not abs(peer / value - 1) < 1e-9: print("miepython", o, d, n, value, peer)
    return value, peer


def coated(o, d, core, shell, thickness):
    lam, nm = o[0], mp.mpf(o[1])
    k = mp.pi * nm / lam
    return power(own(*coefficients(d * k, mp.mpf(shell) / nm, ((d - 2 * thickness) * k, mp.mpf(core) / nm))), o)


for d in (50, 100, 150, 200, 300, 400, 500):
    out["vesicles"].append({"diameter": d, "power": coated(side, d, 1.38, 1.48, 6)})
for d, n in ((100, 1.6268), (100, 1.45)):
    value, peer = solid(side, d, n)
    out["solids"].append({"diameter": d, "index": n, "power": value, "miepython": peer})
for o in optics:
    for d in (80, 350, 1200):
        case = {"optics": o, "diameter": d, "vesicle": coated(o, d, 1.38, 1.48, 6)}
        case["bead"], case["miepython"] = solid(o, d, 1.59)
        out["cases"].append(case)
json.dump(out, open("collect.golden.json", "w"), indent=1)
