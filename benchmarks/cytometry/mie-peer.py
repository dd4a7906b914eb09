"""Scattering efficiencies by miepython's compiled mode. python mie-peer.py diameters.f64 out.f64

Each line on stdin asks for one run, of the public function on an array (`api`) or of the compiled kernel in a compiled loop
(`kernel`); its seconds are printed. The last results are left in out.f64.
"""
import os, sys, time
os.environ["MIEPYTHON_USE_JIT"] = "1"
import numpy as np
import miepython
from numba import njit
from miepython.mie_jit import _single_sphere_nb

wavelength, medium, bead = 488.0, 1.337, 1.59


@njit
def efficiencies(m, x, out):
    for i in range(len(x)):
        out[i] = _single_sphere_nb(m, x[i], 0, True)[1]


x = np.fromfile(sys.argv[1]) * np.pi * medium / wavelength
out = np.empty_like(x)
m = complex(bead / medium, 0)
efficiencies(m, x[:10], out)
miepython.efficiencies_mx(m, x[:10])
assert miepython.USE_JIT
print("ready", flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    if line.strip() == "api":
        out = miepython.efficiencies_mx(m, x)[1]
    else:
        efficiencies(m, x, out)
    seconds = time.perf_counter() - start
    out.tofile(sys.argv[2])
    print(seconds, flush=True)
