"""Golden numbers of the portable elementary functions (mpmath 1.3.0 at 1300 bits).

python elementary.oracle.py   writes elementary.golden.json: per function, rows of the arguments, the correctly
rounded value, and the true value's distance from it in units of its last place.
"""
import json
import math
import os
import random

from mpmath import mp, mpf

HERE = os.path.dirname(os.path.abspath(__file__))
mp.prec = 1300
draw = random.Random(20261123)
many = 36


def flat(low, high):
    return [draw.uniform(low, high) for _ in range(many)]


def spread(low, high, signs=(1,)):
    """Numbers with exponents of two from low to high."""
    return [draw.choice(signs) * math.ldexp(draw.uniform(1, 2), draw.randint(low, high)) for _ in range(many)]


def about(centres, steps=(-3, -2, -1, 0, 1, 2, 3)):
    """The doubles nearest to each centre."""
    return [float(c) + k * math.ulp(float(c)) for c in centres for k in steps]


def both(values):
    return [*values, *[-v for v in values]]


near1 = [1 + s * math.ldexp(draw.uniform(1, 2), e) for e in range(-52, -2, 2) for s in (-1, 1)]
subnormal = [math.ldexp(draw.getrandbits(b) + 1, -1074) for b in (1, 5, 20, 40, 51)]
edges = [math.nextafter(j / 128 + s / 256, 2) for j in (90, 100, 127, 128, 129, 160, 181) for s in (-1, 1)]
grid = about([mp.pi / 2 * k for k in (0.5, 1, 1.5, 2, 3, 4, 5, 7, 100, 12345, 667544, 10**7, 2**40, 10**15)], (-1, 0, 1))
# The double nearest to a multiple of pi / 2 (Kahan, McDonald), and other near ones.
grid += [math.ldexp(6381956970095103, 797), math.ldexp(6381956970095103, 796), 1e22, 1.7e308, 2.0**1023, 1048576.5]
turn = [*flat(-1, 1), *flat(-100, 100), *spread(-40, 21, (1, -1)), *spread(20, 1023, (1, -1)), *both(grid)]
turn += both(about([k / 128 + 1 / 256 for k in (31, 32, 33, 64, 100)], (-1, 0, 1)))
positive = [*flat(0.5, 2), *spread(-1022, 1023), *near1, *subnormal, *edges, 1.0, 2.0, 10.0, 1000.0, 1e22, 1e23, 1e-5]
small = [*spread(-60, -1, (1, -1)), *flat(-0.3, 0.3), 2.0**-1074, -(2.0**-1022), 1e-17, 1e-9, 0.00390625]
unit = [*flat(-1, 1), *small, *both([1 - math.ldexp(draw.uniform(1, 2), -e) for e in range(2, 53, 3)])]
arc = [*unit, *both([1 - 2.0**-53])]
steps = [mp.log(2) / 64 * (k + mpf(1) / 2) for k in (-47000, -6000, -64, -1, 0, 1, 63, 700, 65000)]
powers = [
    *zip(spread(-1, 1), flat(-300, 300)),
    *zip(spread(-1000, 1000), flat(-0.9, 0.9)),
    *[(1 + s * math.ldexp(draw.uniform(1, 2), -e), t * math.ldexp(draw.uniform(1, 2), e + 6)) for e in range(3, 52, 3) for s in (-1, 1) for t in (-1, 1)],
    *[(10.0, float(n)) for n in range(-322, 309, 9)],
    *[(draw.uniform(0, 9), float(draw.randint(-20, 20))) for _ in range(many)],
    *[(-draw.uniform(0, 9), float(draw.randint(-20, 20))) for _ in range(many)],
    *[(draw.uniform(1, 2), -draw.uniform(1022, 1074) / 0.6) for _ in range(many)],
    *[(float(b), float(e)) for b in (3, 5, 7, 1.5) for e in (3, 5, 11, 19, 20, 33)],
    *[(x, y) for x in (0.3, 7.0) for y in (0.5, 1 / 3, 1.5, -0.5, 2.0, -1.0, 1e-300)],
]
planes = [
    *zip(flat(-2, 2), flat(-2, 2)),
    *zip(spread(-1060, 1000, (1, -1)), spread(-1060, 1000, (1, -1))),
    *[(y * s, y * t * r) for y in (1e-310, 1e-160, 1.0, 1e200) for r in (1e-12, 1e-8, 0.1, 0.999, 1.001, 40.0, 1e8, 1e12) for s in (1, -1) for t in (1, -1)],
]


def cbrt(x):
    return mp.sign(x) * mp.cbrt(abs(x))


FUNCTIONS = {
    "exp": (mp.exp, [*flat(-1, 1), *flat(-745, 709.7), *flat(-745, -708), *small, *about(steps, (-1, 0, 1))]),
    "expm1": (mp.expm1, [*flat(-1, 1), *flat(-60, 700), *small, *about(steps, (-1, 0, 1))]),
    "log": (mp.log, positive),
    "log1p": (mp.log1p, [*flat(-1, 2), *spread(-60, 1000), *small, *[x - 1 for x in near1 if x != 1], *subnormal]),
    "log2": (lambda x: mp.log(x) / mp.log(2), positive),
    "log10": (lambda x: mp.log(x) / mp.log(10), positive),
    "pow": (mp.power, powers),
    "sin": (mp.sin, turn),
    "cos": (mp.cos, turn),
    "tan": (mp.tan, turn),
    "asin": (mp.asin, arc),
    "acos": (mp.acos, arc),
    "atan": (mp.atan, [*unit, *flat(-3, 3), *spread(0, 70, (1, -1)), 1e300]),
    "atan2": (mp.atan2, planes),
    "sinh": (mp.sinh, [*small, *flat(-1, 1), *flat(-25, 25), *flat(-710, 710)]),
    "cosh": (mp.cosh, [*small, *flat(-1, 1), *flat(-25, 25), *flat(-710, 710)]),
    "tanh": (mp.tanh, [*small, *flat(-1, 1), *flat(-25, 25)]),
    "asinh": (mp.asinh, [*small, *flat(-1, 1), *flat(-50, 50), *spread(0, 1023, (1, -1))]),
    "acosh": (mp.acosh, [*flat(1, 3), *spread(0, 1023), *[x for x in near1 if x >= 1]]),
    "atanh": (mp.atanh, arc),
    "cbrt": (cbrt, [*both(positive)]),
    "hypot": (lambda x, y: mp.sqrt(x * x + y * y), planes),
}


def row(f, args):
    true = f(*[mpf(a) for a in args])
    rounded = float(true)
    if math.isinf(rounded):
        return None
    return [*args, rounded, float(mp.nstr((true - mpf(rounded)) / mpf(math.ulp(rounded)), 4))]


golden = {}
for name, (f, arguments) in FUNCTIONS.items():
    rows = [row(f, a if isinstance(a, tuple) else (a,)) for a in arguments]
    golden[name] = [r for r in rows if r is not None]
with open(os.path.join(HERE, "elementary.golden.json"), "w") as file:
    lines = [f'  "{name}": [\n' + ",\n".join("    " + json.dumps(r) for r in rows) + "\n  ]" for name, rows in golden.items()]
    file.write("{\n" + ",\n".join(lines) + "\n}\n")
print({name: len(rows) for name, rows in golden.items()})
