"""Golden numbers of the distributions: mpmath series summed at 50 digits or more, beside base R.

python distributions.oracle.py [name ...]   writes <name>.golden.json; needs mpmath, scipy (starting points), Rscript.
"""
import json
import os
import subprocess
import sys

import mpmath
import scipy
from mpmath import mp, mpf
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
mp.dps = 50
TAILS = [1e-250, 1e-20, 1e-5, 0.025, 0.3]


def fixed(value, bits):
    return int(mp.floor(mp.ldexp(value, bits)))


def series(x, numerator, denominator):
    """1 + sum of the products of x (numerator + n - 1) / (denominator + n), or of x / (denominator + n); all positive.

    In whole numbers scaled by 2^bits: the error is below 2^-bits per term beside a sum over 1.
    """
    bits = mp.prec + 40
    one = 1 << bits
    step, below = fixed(x, bits), fixed(denominator, bits)
    above = None if numerator is None else fixed(numerator, bits)
    total = term = one
    n = 0
    while term > 4:
        n += 1
        below += one
        if above is None:
            term = term * step // below
        else:
            term = (term * step >> bits) * above // below
            above += one
        total += term
    return mp.ldexp(mpf(total), -bits)


def pair(compute):
    """(held, 1 - held) of a probability with 40 digits in each; a complement under 1e-600 is 0."""
    digits = 50
    while True:
        with mp.workdps(digits):
            held = compute()
            other = 1 - held
            lost = -int(mp.log10(other)) if other > 0 else digits
        if digits > 650 and lost > 600:
            return held, mpf(0)
        if other > 0 and digits - lost > 40:
            return held, other
        digits = 100 if digits == 50 else max(700, lost + 60) if digits > 100 else max(320, lost + 60)


def gamma_tails(a, x):
    a, x = mpf(a), mpf(x)
    return pair(lambda: mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1)) * series(x, None, a))


def parts(c, d):
    """c / (c + d) and d / (c + d), whose sum is 1 to 700 digits."""
    with mp.workdps(700):
        return c / (c + d), d / (c + d)


def beta_tails(a, b, x, y):
    if x > y:
        upper, lower = beta_tails(b, a, y, x)
        return lower, upper

    def lower_tail():
        log = mp.loggamma(a + b) - mp.loggamma(a + 1) - mp.loggamma(b) + a * mp.log(x) + b * mp.log(y)
        return mp.exp(log) * series(x, a + b, a)

    return pair(lower_tail)


class Normal:
    sets = [()]
    scipy = stats.norm

    def tails(self, x):
        x = mpf(x)
        with mp.workdps(60):
            return mp.erfc(-x / mp.sqrt(2)) / 2, mp.erfc(x / mp.sqrt(2)) / 2

    def pdf(self, x):
        return mp.npdf(mpf(x))


class T:
    sets = [(0.1,), (0.5,), (1.0,), (3.0,), (7.3,), (30.0,), (1000.0,), (1e6,)]
    scipy = stats.t

    def tails(self, x, v):
        x, v = mpf(x), mpf(v)
        with mp.workdps(120):
            square = x * x
        centre, outer = beta_tails(mpf(1) / 2, v / 2, *parts(square, v))
        return (1 - outer / 2, outer / 2) if x >= 0 else (outer / 2, 1 - outer / 2)

    def pdf(self, x, v):
        x, v = mpf(x), mpf(v)
        log = mp.loggamma((v + 1) / 2) - mp.loggamma(v / 2) - mp.log(v * mp.pi) / 2
        return mp.exp(log - (v + 1) / 2 * mp.log1p(x * x / v))


class Gamma:
    sets = [(0.001, 1.0), (0.1, 2.5), (0.5, 1.0), (1.0, 1.0), (2.5, 0.4), (30.0, 1.0), (1000.0, 1.0), (1e6, 1.0)]
    scipy = None

    def frozen(self, a, s):
        return stats.gamma(a, scale=s)

    def tails(self, x, a, s):
        return gamma_tails(a, mpf(x) / mpf(s))

    def pdf(self, x, a, s):
        x, a, s = mpf(x), mpf(a), mpf(s)
        return mp.exp((a - 1) * mp.log(x / s) - x / s - mp.loggamma(a)) / s

    def leading(self, p, a, s):
        return mpf(s) * mp.exp((mp.log(p) + mp.loggamma(mpf(a) + 1)) / mpf(a))


class ChiSquare(Gamma):
    sets = [(0.002,), (0.1,), (1.0,), (3.0,), (7.5,), (50.0,), (1000.0,), (1e6,)]

    def frozen(self, v):
        return stats.chi2(v)

    def tails(self, x, v):
        return gamma_tails(mpf(v) / 2, mpf(x) / 2)

    def pdf(self, x, v):
        return Gamma.pdf(self, x, mpf(v) / 2, 2)

    def leading(self, p, v):
        return Gamma.leading(self, p, mpf(v) / 2, 2)


class Beta:
    sets = [(0.001, 0.001), (0.001, 5.0), (0.5, 0.5), (1.0, 3.0), (2.5, 7.5), (50.0, 3.0), (1000.0, 1000.0), (1e6, 0.5), (3.0, 1e6), (1e6, 1e6)]
    scipy = stats.beta

    def tails(self, x, a, b):
        x = mpf(x)
        with mp.workdps(700):
            y = 1 - x
        return beta_tails(mpf(a), mpf(b), x, y)

    def pdf(self, x, a, b):
        x, a, b = mpf(x), mpf(a), mpf(b)
        return mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x) - mp.loggamma(a) - mp.loggamma(b) + mp.loggamma(a + b))

    def leading(self, p, a, b):
        a, b = mpf(a), mpf(b)
        return mp.exp((mp.log(p) + mp.loggamma(a + 1) + mp.loggamma(b) - mp.loggamma(a + b)) / a)


class F:
    sets = [(0.01, 5.0), (1.0, 1.0), (3.0, 10.0), (2.5, 7.5), (10.0, 1e4), (1000.0, 1000.0), (1e6, 1e5)]
    scipy = stats.f

    def tails(self, x, c, d):
        x, c, d = mpf(x), mpf(c), mpf(d)
        with mp.workdps(120):
            product = c * x
        return beta_tails(c / 2, d / 2, *parts(product, d))

    def pdf(self, x, c, d):
        x, c, d = mpf(x), mpf(c), mpf(d)
        log = c / 2 * mp.log(c * x) + d / 2 * mp.log(d) - (c + d) / 2 * mp.log(c * x + d) - mp.log(x)
        return mp.exp(log - mp.loggamma(c / 2) - mp.loggamma(d / 2) + mp.loggamma((c + d) / 2))

    def leading(self, p, c, d):
        x = Beta.leading(self, p, mpf(c) / 2, mpf(d) / 2)
        return mpf(d) / mpf(c) * x / (1 - x)


class Poisson:
    sets = [(0.001,), (0.5,), (3.0,), (20.5,), (300.0,), (1e4,), (1e6,)]
    scipy = stats.poisson
    discrete = True

    def tails(self, k, m):
        sf, cdf = gamma_tails(mpf(k) + 1, m)
        return cdf, sf

    def pdf(self, k, m):
        k, m = mpf(k), mpf(m)
        return mp.exp(k * mp.log(m) - m - mp.loggamma(k + 1))


class Binomial:
    sets = [(1.0, 0.5), (10.0, 0.3), (50.0, 0.02), (1000.0, 0.5), (1e6, 1e-4), (1e6, 0.3)]
    scipy = stats.binom
    discrete = True

    def tails(self, k, n, p):
        if k >= n:
            return mpf(1), mpf(0)
        p = mpf(p)
        with mp.workdps(700):
            y = 1 - p
        sf, cdf = beta_tails(mpf(k) + 1, mpf(n) - mpf(k), p, y)
        return cdf, sf

    def pdf(self, k, n, p):
        p = mpf(p)
        return mp.binomial(int(n), int(k)) * p ** int(k) * (1 - p) ** int(n - k)


def frozen(d, s):
    return d.scipy(*s) if d.scipy else d.frozen(*s)


def quantile(d, side, p, s):
    """Newton on ln(tail) in ln x, from SciPy's answer or the tail's leading term; converged to 1e-30 or refused."""
    signed = not hasattr(d, "leading")
    flip = signed and side == "lower"
    kind = "upper" if flip else side
    starts = [float(frozen(d, s).isf(p) if kind == "upper" else frozen(d, s).ppf(p))]
    if s and min(s) >= 500:
        z = float(stats.norm.isf(p)) * (1 if kind == "upper" else -1)
        if isinstance(d, T):
            starts.append(z)
        if isinstance(d, (F, Beta)):
            odds = mp.exp(z * mp.sqrt(2 / s[0] + 2 / s[1]) / (1 if isinstance(d, F) else mp.sqrt(2)))
            starts.append(odds if isinstance(d, F) else s[0] * odds / (s[0] * odds + s[1]))
    elif kind == "lower":
        starts.append(d.leading(p, *s))
    elif isinstance(d, T):
        v = mpf(s[0])
        starts.append(mp.sqrt(v) * mp.exp(-(mp.log(2 * p) + mp.log(v / 2) + mp.log(mp.beta(v / 2, mpf(1) / 2))) / v))
    for start in starts:
        if not mp.isfinite(start) or start <= 0 or (isinstance(d, Beta) and start >= 1):
            continue
        u = before = mp.log(start)
        for _ in range(60):
            x = mp.exp(u)
            if isinstance(d, Beta) and x >= 1:
                break
            tail = d.tails(x, *s)[0 if kind == "lower" else 1]
            if tail == 0:
                u = (u + before) / 2
                continue
            before = u
            slope = x * d.pdf(x, *s) / tail * (1 if kind == "lower" else -1)
            step = (mp.log(tail) - mp.log(p)) / slope
            # far from a sharp distribution its tail has hundreds of thousands of digits
            u -= max(-0.02, min(0.02, step)) if s and min(s) >= 500 else step
            if abs(step) < mpf(10) ** -28:
                return -mp.exp(u) if flip else mp.exp(u)
    return None


def discrete_quantile(d, side, p, s):
    reached = (lambda k: d.tails(k, *s)[0] >= p) if side == "lower" else (lambda k: d.tails(k, *s)[1] <= p)
    guess = float(frozen(d, s).isf(p) if side == "upper" else frozen(d, s).ppf(p))
    if not mp.isfinite(guess):
        guess = s[0]
    if reached(guess) and (guess == 0 or not reached(guess - 1)):
        return int(guess)
    centre, spread = (s[0] * s[1], (s[0] * s[1] * (1 - s[1])) ** 0.5) if isinstance(d, Binomial) else (s[0], s[0] ** 0.5)
    low, high = max(-1, int(centre - 45 * spread)), int(centre + 45 * spread + 700)
    if isinstance(d, Binomial):
        high = min(high, int(s[0]))
    assert reached(high) and (low == -1 or not reached(low))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high


def short(x):
    return float("%.6g" % float(x))


def number(value):
    return float(mp.nstr(value, 20))


def grid_point(d, side, p, s):
    if hasattr(d, "discrete"):
        return discrete_quantile(d, side, p, s)
    guess = float(frozen(d, s).isf(p) if side == "upper" else frozen(d, s).ppf(p))
    if mp.isfinite(guess) and guess != 0:
        return guess
    exact = quantile(d, side, p, s)
    return mp.nan if exact is None else exact


def points(d):
    for s in d.sets:
        xs = set()
        for p in TAILS:
            xs |= {short(grid_point(d, side, p, s)) for side in ("lower", "upper")}
        if isinstance(d, (T, Normal)):
            xs |= {0.0, 1e-8}
        if isinstance(d, T):
            xs |= {1e5, -40.0}
        if isinstance(d, Normal):
            xs |= {30.0, -30.0, 0.69, 0.71, 1.0, 2.5, -1.5, 8.3, 37.5}
        for x in sorted(xs):
            if not mp.isfinite(x) or (isinstance(d, Beta) and not 0 < x < 1) or (hasattr(d, "leading") and x <= 1e-300):
                continue
            if hasattr(d, "discrete"):
                x = float(int(x))
            yield x, s


def make(name, d):
    rows, quantiles = [], []
    for x, s in dict.fromkeys(points(d)):
        values = (d.pdf(x, *s), *d.tails(x, *s))
        rows.append([x, *s, *[number(v) if v > 1e-300 else 0 for v in values]])
    for s in d.sets:
        for side in ("lower", "upper"):
            for p in TAILS + [0.45]:
                exact = discrete_quantile(d, side, p, s) if hasattr(d, "discrete") else quantile(d, side, p, s)
                if exact is not None and 1e-300 < abs(exact) < 1e300 or exact == 0:
                    quantiles.append([side, p, *s, number(mpf(exact))])
    width = len(d.sets[0])
    asks = []
    for row in rows:
        asks += [[f"{name}.{f}", *row[: 1 + width]] for f in ("pdf", "cdf", "sf")]
    asks += [[f"{name}.{q[0]}", *q[1 : 2 + width]] for q in quantiles]
    intervals = []
    cases = {"poisson": [(0,), (1,), (2,), (7,), (100,), (12345,)], "binomial": [(0, 10), (10, 10), (1, 7), (3, 20), (250, 1000), (17, 100000)]}
    for case in cases.get(name, []):
        for level in (0.9, 0.95, 0.99):
            intervals.append([*case, level, *exact_interval(name, case, level)])
            asks += [[f"{name}.interval.{side}", *case, level] for side in ("lower", "upper")]
    text = "\n".join("\t".join([a[0], *[repr(float(v)) for v in a[1:]]]) for a in asks)
    out = subprocess.run(["Rscript", os.path.join(HERE, "distributions.oracle.R")], input=text, capture_output=True, text=True, check=True).stdout.split("\n")
    r = iter(None if v in ("NaN", "Inf", "-Inf", "NA") else float(v) for v in out[1:] if v)
    document = {
        "maker": f"distributions.oracle.py: mpmath {mpmath.__version__} (>= 50 digits), {out[0]}; SciPy {scipy.__version__} only for starting points",
        "parameters": width,
        "points": [[*row, next(r), next(r), next(r)] for row in rows],
        "quantiles": [[*q, next(r)] for q in quantiles],
    }
    if intervals:
        document["intervals"] = [[*i, next(r), next(r)] for i in intervals]
    with open(os.path.join(HERE, f"{name}.golden.json"), "w") as file:
        lines = ",\n".join(
            f'"{k}": ' + (json.dumps(v) if not isinstance(v, list) else "[\n" + ",\n".join(json.dumps(x) for x in v) + "\n]")
            for k, v in document.items()
        )
        file.write("{\n" + lines + "\n}\n")
    print(name, len(rows), "points", len(quantiles), "quantiles")


def exact_interval(name, case, level):
    tail = (1 - level) / 2
    if name == "poisson":
        k = case[0]
        lower = 0 if k == 0 else quantile(DISTRIBUTIONS["gamma"], "lower", tail, (float(k), 1.0))
        return number(mpf(lower)), number(quantile(DISTRIBUTIONS["gamma"], "upper", tail, (k + 1.0, 1.0)))
    k, n = case
    lower = 0 if k == 0 else quantile(DISTRIBUTIONS["beta"], "lower", tail, (float(k), n - k + 1.0))
    upper = 1 if k == n else quantile(DISTRIBUTIONS["beta"], "upper", tail, (k + 1.0, float(n - k)))
    return number(mpf(lower)), number(mpf(upper))


DISTRIBUTIONS = {
    "normal": Normal(), "t": T(), "chiSquare": ChiSquare(), "f": F(), "gamma": Gamma(), "beta": Beta(),
    "binomial": Binomial(), "poisson": Poisson(),
}

if __name__ == "__main__":
    mp.dps = 50
    for name in sys.argv[1:] or DISTRIBUTIONS:
        make(name, DISTRIBUTIONS[name])
