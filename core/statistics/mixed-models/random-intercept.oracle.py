"""Cases and golden values of random-intercept.test.ts: dense REML with 40 digits (mpmath), Satterthwaite by numerical
derivatives. Run in this folder: python random-intercept.oracle.py"""
import json, platform
import numpy as np
import mpmath as mp

mp.mp.dps = 40
rng = np.random.default_rng(20240501)

def r(x, digits=6):
    return [None if np.isnan(v) else float(f"%.{digits}g" % v) for v in x]

def dummies(codes, levels):
    return np.array([[1.0 if c == l else 0.0 for l in levels] for c in codes])

cases = {}
def case(name, y, X, groups, contrasts):
    cases[name] = {"y": y, "design": np.asarray(X, float).tolist(), "groups": [f"g{int(g):02d}" for g in groups], "contrasts": contrasts}

# 20 subjects at 4 times, values missing
subject, time = np.repeat(np.arange(20), 4), np.tile(np.arange(4), 20)
X = np.column_stack([np.ones(80), dummies(time, [1, 2, 3])])
y = 21 + rng.normal(0, 0.8, 20)[subject] + np.array([0, .3, .9, .1])[time] + rng.normal(0, .5, 80)
y[rng.choice(80, 9, replace=False)] = np.nan
subject_y = r(y)
eye = np.eye(4).tolist()
case("times", subject_y, X, subject, eye + [[0, 0, 1, -1], [1, .25, .25, .25]])
# between-subject factor and its interaction
sub, t = np.repeat(np.arange(12), 3), np.tile(np.arange(3), 12)
arm = (sub >= 5).astype(float)
T = dummies(t, [1, 2])
X = np.column_stack([np.ones(36), arm, T, T * arm[:, None]])
y = 3 + rng.normal(0, 1, 12)[sub] + arm * .5 + T @ [.2, .4] + rng.normal(0, .6, 36)
case("interaction", r(y), X, sub, [[0, 1, 0, 0, 0, 0], [0, 1, 0, 0, 1/3, 1/3], [0, 0, 0, 0, 1, 0], [0, 0, 1, 0, .5, 0]])
# unbalanced groups of 1 to 6
g = np.repeat(np.arange(7), [1, 2, 6, 3, 5, 1, 4])
x = r(rng.normal(40, 12, len(g)), 4)
X = np.column_stack([np.ones(len(g)), x])
y = np.array(x) * .02 + rng.normal(0, 1, 7)[g] + rng.normal(0, .7, len(g))
case("unbalanced", r(y), X, g, np.eye(2).tolist() + [[1, 40]])
# groups more alike than their repeats
g = np.repeat(np.arange(8), 3)
y = rng.normal(0, 1, 24)
for k in range(8): y[g == k] -= y[g == k].mean() * .98
X = np.column_stack([np.ones(24), np.tile([0, 1, 2], 8)])
case("boundary", r(y), X, g, np.eye(2).tolist())
# groups that differ a thousand times more
g = np.repeat(np.arange(6), 4)
y = 100 + rng.normal(0, 50, 6)[g] + rng.normal(0, .05, 24)
X = np.column_stack([np.ones(24), np.tile([0, 0, 1, 1], 6)])
case("groups-far-apart", r(y, 9), X, g, np.eye(2).tolist())
# the least that can be fitted
case("small", [1.0, 1.4, 3.1, 2.2, 0.2, 0.4], [[1.0]] * 6, [0, 0, 1, 1, 2, 2], [[1.0]])
# large numbers, small spread
g = np.repeat(np.arange(9), 2)
y = 1e6 + rng.normal(0, 1, 9)[g] + np.tile([0, .5], 9) + rng.normal(0, .4, 18)
X = np.column_stack([np.ones(18), np.tile([0, 1], 9)])
case("offset", r(y, 11), X, g, np.eye(2).tolist())
# effect between groups only, small variance between groups
g = np.repeat(np.arange(10), 4)
X = np.column_stack([np.ones(40), g % 2])
y = rng.normal(0, .25, 10)[g] + rng.normal(0, 1, 40)
case("between", r(y), X, g, np.eye(2).tolist())

def fit(y, X, groups, contrasts):
    keep = [i for i, v in enumerate(y) if v is not None]
    y = mp.matrix([mp.mpf(repr(y[i])) for i in keep])
    X = mp.matrix([[mp.mpf(repr(v)) for v in X[i]] for i in keep])
    groups = [groups[i] for i in keep]
    n, p = X.rows, X.cols
    names = sorted(set(groups))
    sizes = {k: groups.count(k) for k in names}
    def vinv(lam, M):  # (I + lam ZZ')^-1 M
        out = M.copy()
        for k in names:
            rows = [i for i in range(n) if groups[i] == k]
            w = lam / (1 + lam * sizes[k])
            for j in range(M.cols):
                s = mp.fsum(M[i, j] for i in rows)
                for i in rows: out[i, j] -= w * s
        return out
    def parts(lam):
        A = X.T * vinv(lam, X)
        Ai = A ** -1
        b = Ai * (X.T * vinv(lam, y))
        e = y - X * b
        Q = (e.T * vinv(lam, e))[0]
        L = mp.fsum(mp.log(1 + lam * sizes[k]) for k in names) + mp.log(mp.det(A))
        return Ai, b, Q, L
    def profile(lam):
        _, _, Q, L = parts(lam)
        return (n - p) * mp.log(Q) + L
    def slope(lam):
        return mp.diff(profile, lam, h=mp.mpf(10) ** -12)
    grid = [mp.mpf(10) ** (k / mp.mpf(4)) for k in range(-16, 33)]
    best = min(grid, key=profile)
    i = grid.index(best)
    if i == 0 or profile(mp.mpf(0)) < profile(best):
        lam = mp.mpf(0)
    else:
        lo, hi = grid[i - 1], grid[i + 1]
        lam = mp.findroot(slope, (lo, hi), solver="anderson", tol=1e-36, verify=False)
    Ai, b, Q, L = parts(lam)
    s = Q / (n - p)
    dev = (n - p) * (1 + mp.log(2 * mp.pi) + mp.log(s)) + L
    def D(l, v):
        _, _, Q, L = parts(l)
        return (n - p) * mp.log(v) + Q / v + L
    out = {"between": lam * s, "residual": s, "deviance": dev, "estimate": [], "se": [], "df": [], "p": []}
    if lam > 0:
        h = mp.mpf(10) ** -10
        hl, hs = lam * h, s * h
        d0 = D(lam, s)
        ll = (D(lam + hl, s) - 2 * d0 + D(lam - hl, s)) / hl ** 2
        ss = (D(lam, s + hs) - 2 * d0 + D(lam, s - hs)) / hs ** 2
        ls = (D(lam + hl, s + hs) - D(lam + hl, s - hs) - D(lam - hl, s + hs) + D(lam - hl, s - hs)) / (4 * hl * hs)
        C = 2 * mp.matrix([[ll, ls], [ls, ss]]) ** -1
        up, down = parts(lam + hl)[0], parts(lam - hl)[0]
    for c in contrasts:
        c = mp.matrix([mp.mpf(repr(float(v))) for v in c])
        a = (c.T * Ai * c)[0]
        est, se = (c.T * b)[0], mp.sqrt(s * a)
        if lam > 0:
            grad = mp.matrix([s * ((c.T * up * c)[0] - (c.T * down * c)[0]) / (2 * hl), a])
            df = 2 * (s * a) ** 2 / (grad.T * C * grad)[0]
        else:
            df = mp.mpf(n - p)
        t = est / se
        pv = mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)
        for key, v in zip(("estimate", "se", "df", "p"), (est, se, df, pv)): out[key].append(v)
    out["krSe"], out["krDf"] = kenward_roger(X, groups, s, lam, contrasts)
    return {k: [float(mp.nstr(v, 17)) for v in w] if isinstance(w, list) else float(mp.nstr(w, 17)) for k, w in out.items()}

def kenward_roger(X, groups, s, lam, contrasts):  # dense, as the paper writes it, for one-dimensional contrasts
    n = X.rows
    Z = mp.matrix([[mp.mpf(1 if g == k else 0) for k in sorted(set(groups))] for g in groups])
    G = [mp.eye(n), Z * Z.T]
    Vi = (s * (G[0] + lam * G[1])) ** -1
    ViX = Vi * X
    F = (X.T * ViX) ** -1
    ViG = [Vi, Vi * G[1]]
    P = [-(ViX.T * g * ViX) for g in G]
    Q = [[ViX.T * ((a * Vi) * (b * ViX)) for b in G] for a in G]
    trace = lambda M: mp.fsum(M[i, i] for i in range(M.rows))
    both = lambda A, B: mp.fsum(A[i, j] * B[j, i] for i in range(n) for j in range(n))
    I2 = mp.matrix([[both(ViG[i], ViG[j]) - 2 * trace(F * Q[i][j]) + trace(F * P[i] * F * P[j]) for j in (0, 1)] for i in (0, 1)])
    W = 2 * I2 ** -1
    L = mp.zeros(X.cols)
    for i in (0, 1):
        for j in (0, 1): L += W[i, j] * (Q[i][j] - P[i] * F * P[j])
    FA = F + 2 * F * L * F
    se, df = [], []
    for c in contrasts:
        c = mp.matrix([mp.mpf(repr(float(v))) for v in c])
        T = c * c.T / (c.T * F * c)[0]
        M = [T * F * P[i] * F for i in (0, 1)]
        A1 = mp.fsum(W[i, j] * trace(M[i]) * trace(M[j]) for i in (0, 1) for j in (0, 1))
        A2 = mp.fsum(W[i, j] * trace(M[i] * M[j]) for i in (0, 1) for j in (0, 1))
        q = 1
        B = (A1 + 6 * A2) / (2 * q)
        g = ((q + 1) * A1 - (q + 4) * A2) / ((q + 2) * A2)
        d = 3 * q + 2 * (1 - g)
        c1, c2, c3 = g / d, (q - g) / d, (q + 2 - g) / d
        if abs(A2 - 1) < 1e-25:  # 2 degrees of freedom: the mean of F is infinite and the approximation its limit
            se.append(mp.sqrt((c.T * FA * c)[0])); df.append(mp.mpf(2)); continue
        E = 1 / (1 - A2 / q)
        V = mp.mpf(2) / q * (1 + c1 * B) / ((1 - c2 * B) ** 2 * (1 - c3 * B))
        rho = V / (2 * E ** 2)
        m = 4 + (q + 2) / (q * rho - 1)
        assert abs(m / (E * (m - 2)) - 1) < 1e-25  # the scale of F
        se.append(mp.sqrt((c.T * FA * c)[0])); df.append(m)
    return se, df

found = {}
for name, c in cases.items():
    found[name] = fit(c["y"], c["design"], c["groups"], c["contrasts"])
    print(name, found[name])

# features for the matrix version: the design of "times"
features = []
for k in range(24):
    sd = [0.8, 0.1, 0.0][k % 3]
    y = 15 + k / 3 + rng.normal(0, sd, 20)[subject] + np.array([0, .2, .4, 0])[time] + rng.normal(0, .5, 80)
    if k >= 8: y[rng.choice(80, k - 6, replace=False)] = np.nan
    features.append(r(y, 5))

def text(v): return json.dumps(v, separators=(",", ":"))
with open("random-intercept.golden.json", "w") as f:
    f.write('{"made by": "random-intercept.oracle.py", "versions": ' + text(f"Python {platform.python_version()}, numpy {np.__version__}, mpmath {mp.__version__}"))
    f.write(',\n"cases": {\n' + ",\n".join(f'"{k}": {text(v)}' for k, v in cases.items()) + '},\n"found": {\n')
    f.write(",\n".join(f'"{k}": {text(v)}' for k, v in found.items()) + '},\n"features": [\n' + ",\n".join(text(v) for v in features) + "]}\n")
