"""Golden values of mie.test.ts: the textbook series with mpmath at 60 digits or more, checked here against miepython and
PyMieScatt where those hold. Run: python mie.oracle.py

Homogeneous spheres: Bohren & Huffman 1983, equations 4.53, 4.61, 4.62, 4.74, section 4.6. Coated: equation 8.2. Functions are
mpmath's own Bessel functions, so no recurrence is shared with the code under test.
"""
import json, platform
import mpmath as mp
import numpy as np
import scipy
import scipy.integrate

scipy.integrate.trapz = scipy.integrate.trapezoid  # PyMieScatt 1.8 imports the old name
import miepython
import PyMieScatt


def psi(n, z): return mp.sqrt(mp.pi * z / 2) * mp.besselj(n + mp.mpf(1) / 2, z)
def chi(n, z): return -mp.sqrt(mp.pi * z / 2) * mp.bessely(n + mp.mpf(1) / 2, z)


def with_derivative(f, n, z):
    now = f(n, z)
    return now, f(n - 1, z) - n * now / z


def coefficients(x, m, core=None):
    """core: (x_core, m_core) inside a shell of relative index m."""
    order = int(mp.ceil(x + 5 * mp.cbrt(x) + 4))
    a, b = [], []
    for n in range(1, order + 1):
        px, dpx = with_derivative(psi, n, x)
        cx, dcx = with_derivative(chi, n, x)
        xx, dxx = px - 1j * cx, dpx - 1j * dcx
        pm, dpm = with_derivative(psi, n, m * x)
        fa, dfa, fb, dfb = pm, dpm, pm, dpm
        if core is not None:
            y, m1 = core
            cm, dcm = with_derivative(chi, n, m * x)
            p1, dp1 = with_derivative(psi, n, m1 * y)
            p2, dp2 = with_derivative(psi, n, m * y)
            c2, dc2 = with_derivative(chi, n, m * y)
            A = (m * p2 * dp1 - m1 * dp2 * p1) / (m * c2 * dp1 - m1 * dc2 * p1)
            B = (m * p1 * dp2 - m1 * p2 * dp1) / (m * dc2 * p1 - m1 * dp1 * c2)
            fa, dfa, fb, dfb = pm - A * cm, dpm - A * dcm, pm - B * cm, dpm - B * dcm
        a.append((px * dfa - m * dpx * fa) / (xx * dfa - m * dxx * fa))
        b.append((m * px * dfb - dpx * fb) / (m * xx * dfb - dxx * fb))
    return a, b


def efficiencies(x, a, b):
    N = len(a)
    ext = sum((2 * n + 1) * (a[n - 1] + b[n - 1]).real for n in range(1, N + 1)) * 2 / x**2
    sca = sum((2 * n + 1) * (abs(a[n - 1])**2 + abs(b[n - 1])**2) for n in range(1, N + 1)) * 2 / x**2
    back = abs(sum((2 * n + 1) * (-1)**n * (a[n - 1] - b[n - 1]) for n in range(1, N + 1)))**2 / x**2
    g = sum((mp.mpf(n) * (n + 2) / (n + 1) * (a[n - 1] * mp.conj(a[n]) + b[n - 1] * mp.conj(b[n])).real if n < N else 0)
            + mp.mpf(2 * n + 1) / (n * (n + 1)) * (a[n - 1] * mp.conj(b[n - 1])).real for n in range(1, N + 1))
    return [sca, ext, back, 4 * g / (x**2 * sca)]


def amplitudes(a, b, cosine):
    p0, p1, s1, s2 = mp.mpf(0), mp.mpf(1), mp.mpc(0), mp.mpc(0)
    for n in range(1, len(a) + 1):
        tau = n * cosine * p1 - (n + 1) * p0
        f = mp.mpf(2 * n + 1) / (n * (n + 1))
        s1 += f * (a[n - 1] * p1 + b[n - 1] * tau)
        s2 += f * (a[n - 1] * tau + b[n - 1] * p1)
        p0, p1 = p1, ((2 * n + 1) * cosine * p1 - (n + 1) * p0) / n
    return [s1.real, s1.imag, s2.real, s2.imag]


def answer(x, m, core=None):
    x, m = mp.mpf(x), mp.mpc(m)
    core = None if core is None else (mp.mpf(core[0]), mp.mpc(core[1]))
    if m.imag == 0: m = m.real
    if core and core[1].imag == 0: core = (core[0], core[1].real)
    mp.mp.dps = 60 + int(3 * x ** 0.5 + 2 * abs(mp.im(m)) * x)
    a, b = coefficients(x, m, core)
    q = [float(v) for v in efficiencies(x, a, b)]
    s = [[float(v) for v in amplitudes(a, b, mp.mpf(c))] for c in cosines]
    mp.mp.dps = 60
    return q, s


cosines = [-1.0, -0.5, 0.0, 0.25, 0.9375, 1.0]
solids = [(0.001, 1.03, 0), (0.02, 1.59, 0), (0.1, 1.0001, 0), (0.3, 1.03, 0), (0.5, 1.2, 0), (1, 1.5, 0), (1.0, 1.5, 1.0),
          (np.pi, 1.2, 0), (2 * np.pi, 1.03, 0), (4.4934094579090642, 1.2, 0), (5.2128, 1.55, 0), (10, 1.5, 0), (10, 0.75, 0),
          (10, 1.33, 1e-5), (25, 1.03, 0), (30, 1.6, 0), (50, 1.2, 0.01), (100, 1.33, 1e-5), (100, 1.0001, 0), (150, 4.0, 0),
          (300, 1.5, 0), (20, 0.2, 3.5), (1000, 1.59, 0), (1000, 1.03, 0), (500, 1.5, 1.0)]
coats = [(0.001, 0.5, 1.03, 0, 1.1, 0), (0.3, 0.305, 1.03, 0, 1.1, 0), (0.45, 0.5, 1.03, 0, 1.1, 0), (1, 1.0001, 1.03, 0, 1.5, 0),
         (1.19, 1.29, 1.0321, 0, 1.1069, 0), (np.pi / 1.2, 3.5, 1.05, 0, 1.2, 0), (3.0, np.pi, 1.05, 0, 1.2, 0),
         (2.5, 4.4934094579090642 / 1.2, 1.4, 0, 1.2, 0), (0.01, 10, 1.4, 0, 1.1, 0), (5, 10, 1.03, 0, 1.11, 0),
         (9.999999, 10, 1.03, 0, 1.5, 0), (10, 30, 1.2, 0, 1.5, 0), (1, 60, 1.5, 0, 1.1, 0), (59, 60, 1.03, 0, 1.11, 0),
         (2, 3, 0.2, 3.5, 1.45, 0), (20, 30, 1.33, 0.1, 1.5, 0.01), (20, 40, 1.2, 0, 1.5, 2.0), (5, 10, 1.03, 0, 1.11, 1e-6),
         (100, 200, 1.03, 0, 1.11, 0), (199.9, 200, 1.03, 0, 1.11, 0), (3, 200, 1.6, 0, 1.2, 0)]

out = {"made by": "mie.oracle.py",
       "versions": f"Python {platform.python_version()}, mpmath {mp.__version__}, miepython 3.3.0, PyMieScatt 1.8.1.1",
       "cosines": cosines, "solids": [], "coats": []}
worst = 0
for x, re, im in solids:
    q, s = answer(x, complex(re, im))
    ext, sca, back, g = miepython.efficiencies_mx(complex(re, -im), x)
    # below x = 0.1 miepython turns to a small-sphere expansion
    tolerance = 1e-9 if x > 0.1 else 1e-4
    peer = [float(sca), float(ext), float(back), float(g)]
    for mine, theirs in zip([q[0], q[1]], [peer[0], peer[1]]):
        if not abs(mine - theirs) <= tolerance * abs(mine): print("solid", x, re, im, mine, theirs)
    out["solids"].append({"x": x, "m": [re, im], "q": q, "s": s, "miepython": peer})
for xc, x, re1, im1, re2, im2 in coats:
    q, s = answer(x, complex(re2, im2), (xc, complex(re1, im1)))
    # in lengths: wavelength pi, so that x is the diameter
    found = PyMieScatt.MieQCoreShell(complex(re1, im1), complex(re2, im2), np.pi, xc, x)
    peer = [float(found[i]) for i in (1, 0, 5, 3)]
    off = max(abs(p - v) / abs(v) for p, v in zip(peer[:2], q[:2]))
    if not off < 1e-9: print("coat", xc, x, re1, im1, re2, im2, "PyMieScatt off by", off)
    out["coats"].append({"xCore": xc, "x": x, "core": [re1, im1], "shell": [re2, im2], "q": q, "s": s,
                         "pymiescatt": peer if off < 1e-6 else None})
json.dump(out, open("mie.golden.json", "w"), indent=1)
