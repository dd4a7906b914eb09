"""Light collected from coated spheres, by SciPy over all particles at once. python mie-peer-numpy.py diameters.f64 out.f64

Orders one after another, particles as arrays: Bessel functions by scipy.special, Bohren & Huffman 8.2, then amplitudes at 64
quadrature angles by matrix products, in blocks that stay in the cache. Protocol as mie-peer.py.
"""
import sys, time
import numpy as np
from scipy.special import spherical_jn, spherical_yn

wavelength, medium, core_index, shell_index, shell = 488.0, 1.337, 1.38, 1.48, 6.0
half = np.radians(46.0)
k = 2 * np.pi * medium / wavelength
m1, m2 = core_index / medium, shell_index / medium

z, w = np.polynomial.legendre.leggauss(64)
t = np.pi / 2 * (z + 1)
theta = np.pi / 2 - half * np.cos(t)
phi = np.arccos(np.clip(np.cos(half) / np.sin(theta), -1, 1))
scale = w * np.pi / 2 * half * np.sin(t) * np.sin(theta)
w1, w2 = scale * (phi + np.sin(2 * phi) / 2), scale * (phi - np.sin(2 * phi) / 2)
mu = np.cos(theta)


def angular(order):
    pi, tau = np.zeros((order, 64)), np.zeros((order, 64))
    before, now = np.zeros(64), np.ones(64)
    for n in range(1, order + 1):
        f = (2 * n + 1) / (n * (n + 1))
        pi[n - 1], tau[n - 1] = f * now, f * (n * mu * now - (n + 1) * before)
        before, now = now, ((2 * n + 1) * mu * now - (n + 1) * before) / n
    return pi, tau


def psi(n, x): return x * spherical_jn(n, x), spherical_jn(n, x) + x * spherical_jn(n, x, True)
def eta(n, x): return x * spherical_yn(n, x), spherical_yn(n, x) + x * spherical_yn(n, x, True)


def collected(d):
    x, y = k * d / 2, k * (d / 2 - shell)
    order = int(np.ceil(x.max() + 4.05 * np.cbrt(x.max()) + 2))
    n = np.arange(1, order + 1)[:, None]
    px, dpx = psi(n, x); ex, dex = eta(n, x)
    p1, dp1 = psi(n, m1 * y); p2, dp2 = psi(n, m2 * y); e2, de2 = eta(n, m2 * y)
    p, dp = psi(n, m2 * x); e, de = eta(n, m2 * x)
    A = (m2 * p2 * dp1 - m1 * dp2 * p1) / (m2 * e2 * dp1 - m1 * de2 * p1)
    B = (m2 * p1 * dp2 - m1 * p2 * dp1) / (m2 * de2 * p1 - m1 * dp1 * e2)
    F, dF, G, dG = p - A * e, dp - A * de, p - B * e, dp - B * de
    a = px * dF - m2 * dpx * F; a = a / (a + 1j * (ex * dF - m2 * dex * F))
    b = m2 * px * dG - dpx * G; b = b / (b + 1j * (m2 * ex * dG - dex * G))
    pi, tau = angular(order)
    s1, s2 = a.T @ pi + b.T @ tau, a.T @ tau + b.T @ pi
    return ((s1.real**2 + s1.imag**2) @ w1 + (s2.real**2 + s2.imag**2) @ w2) / k**2


d = np.fromfile(sys.argv[1])
rank = np.argsort(d)
out = np.empty_like(d)
print("ready", flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    for block in range(0, len(d), 2000):
        some = rank[block:block + 2000]
        out[some] = collected(d[some])
    seconds = time.perf_counter() - start
    out.tofile(sys.argv[2])
    print(seconds, flush=True)
