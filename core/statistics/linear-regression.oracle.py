"""Golden values of linear-regression.test.ts: NIST StRD linear sets, recomputed here with 60 digits.

Data and certified values: NIST/ITL Statistical Reference Datasets, Linear Least Squares Regression
(https://www.itl.nist.gov/div898/strd/lls/lls.shtml; a work of the US government, public domain).
The script fails where its own 60-digit solution differs from a certified value beyond its 15 digits.
"""
import json, platform
import mpmath as mp

mp.mp.dps = 60


def numbers(text):
    return [mp.mpf(word) for word in text.split()]


norris_x = numbers("""
    0.2 337.4 118.2 884.6 10.1 226.5 666.3 996.3 448.6 777.0 558.2 0.4 0.6 775.5 666.9 338.0 447.5 11.6
    556.0 228.1 995.8 887.6 120.2 0.3 0.3 556.8 339.1 887.2 999.0 779.0 11.1 118.3 229.2 669.1 448.9 0.5
""")
norris_y = numbers("""
    0.1 338.8 118.1 888.0 9.2 228.1 668.5 998.5 449.1 778.9 559.2 0.3 0.1 778.1 668.8 339.3 448.9 10.8
    557.7 228.3 998.0 888.8 119.6 0.3 0.6 557.6 339.3 888.0 998.5 778.9 10.2 117.6 228.9 668.4 449.2 0.2
""")
longley_y = numbers("60323 61122 60171 61187 63221 63639 64989 63761 66019 67857 68169 66513 68655 69564 69331 70551")
longley_x = [numbers(text) for text in [
    "83.0 88.5 88.2 89.5 96.2 98.1 99.0 100.0 101.2 104.6 108.4 110.8 112.6 114.2 115.7 116.9",
    "234289 259426 258054 284599 328975 346999 365385 363112 397469 419180 442769 444546 482704 502601 518173 554894",
    "2356 2325 3682 3351 2099 1932 1870 3578 2904 2822 2936 4681 3813 3931 4806 4007",
    "1590 1456 1616 1650 3099 3594 3547 3350 3048 2857 2798 2637 2552 2514 2572 2827",
    "107608 108632 109773 110929 112075 113270 115094 116219 117388 118734 120445 121950 123366 125368 127852 130081",
    "1947 1948 1949 1950 1951 1952 1953 1954 1955 1956 1957 1958 1959 1960 1961 1962",
]]
filip_x = numbers("""
    -6.860120914 -4.324130045 -4.358625055 -4.358426747 -6.955852379 -6.661145254 -6.355462942 -6.118102026
    -7.115148017 -6.815308569 -6.519993057 -6.204119983 -5.853871964 -6.109523091 -5.79832982 -5.482672118
    -5.171791386 -4.851705903 -4.517126416 -4.143573228 -3.709075441 -3.499489089 -6.300769497 -5.953504836
    -5.642065153 -5.031376979 -4.680685696 -4.329846955 -3.928486195 -8.56735134 -8.363211311 -8.107682739
    -7.823908741 -7.522878745 -7.218819279 -6.920818754 -6.628932138 -6.323946875 -5.991399828 -8.781464495
    -8.663140179 -8.473531488 -8.247337057 -7.971428747 -7.676129393 -7.352812702 -7.072065318 -6.774174009
    -6.478861916 -6.159517513 -6.835647144 -6.53165267 -6.224098421 -5.910094889 -5.598599459 -5.290645224
    -4.974284616 -4.64454848 -4.290560426 -3.885055584 -3.408378962 -3.13200249 -8.726767166 -8.66695597
    -8.511026475 -8.165388579 -7.886056648 -7.588043762 -7.283412422 -6.995678626 -6.691862621 -6.392544977
    -6.067374056 -6.684029655 -6.378719832 -6.065855188 -5.752272167 -5.132414673 -4.811352704 -4.098269308
    -3.66174277 -3.2644011
""")
filip_y = numbers("""
    0.8116 0.9072 0.9052 0.9039 0.8053 0.8377 0.8667 0.8809 0.7975 0.8162 0.8515 0.8766
    0.8885 0.8859 0.8959 0.8913 0.8959 0.8971 0.9021 0.909 0.9139 0.9199 0.8692 0.8872
    0.89 0.891 0.8977 0.9035 0.9078 0.7675 0.7705 0.7713 0.7736 0.7775 0.7841 0.7971
    0.8329 0.8641 0.8804 0.7668 0.7633 0.7678 0.7697 0.77 0.7749 0.7796 0.7897 0.8131
    0.8498 0.8741 0.8061 0.846 0.8751 0.8856 0.8919 0.8934 0.894 0.8957 0.9047 0.9129
    0.9209 0.9219 0.7739 0.7681 0.7665 0.7703 0.7702 0.7761 0.7809 0.7961 0.8253 0.8602
    0.8809 0.8301 0.8664 0.8834 0.8898 0.8964 0.8963 0.9074 0.9119 0.9228
""")
noint_x = [mp.mpf(x) for x in range(60, 71)]
noint_y = [mp.mpf(y) for y in range(130, 141)]
wampler_x = [mp.mpf(x) for x in range(21)]
wampler4_y = numbers("""
    75901 -204794 204863 -204436 253665 -200894 214131 -185192 221249 -138370 315911 -27644 455253 197434
    783995 608816 1370781 1303798 2205519 2408860 3444321
""")


def powers(x, degree):
    return [[value ** k for value in x] for k in range(1, degree + 1)]


def solve(columns, y, intercept):
    n = len(y)
    design = ([[mp.mpf(1)] * n] if intercept else []) + columns
    p = len(design)
    gram = mp.matrix(p, p)
    right = mp.matrix(p, 1)
    for i in range(p):
        right[i] = mp.fdot(design[i], y)
        for j in range(p):
            gram[i, j] = mp.fdot(design[i], design[j])
    inverse = gram ** -1
    beta = inverse * right
    residuals = [y[r] - mp.fsum(beta[k] * design[k][r] for k in range(p)) for r in range(n)]
    rss = mp.fdot(residuals, residuals)
    centre = mp.fsum(y) / n if intercept else mp.mpf(0)
    tss = mp.fsum((value - centre) ** 2 for value in y)
    sd = mp.sqrt(rss / (n - p))
    se = [sd * mp.sqrt(inverse[k, k]) for k in range(p)]
    return beta, se, sd, 1 - rss / tss


certified = {
    "Norris": (
        "-0.262323073774029 1.00211681802045", "0.232818234301152 0.429796848199937E-03",
        "0.884796396144373", "0.999993745883712"),
    "NoInt1": ("2.07438016528926", "0.165289256198347E-01", "3.56753034006338", "0.999365492298663"),
    "Longley": (
        "-3482258.63459582 15.0618722713733 -0.358191792925910E-01 -2.02022980381683 -1.03322686717359 "
        "-0.511041056535807E-01 1829.15146461355",
        "890420.383607373 84.9149257747669 0.334910077722432E-01 0.488399681651699 0.214274163161675 "
        "0.226073200069370 455.478499142212",
        "304.854073561965", "0.995479004577296"),
    "Filip": (
        "-1467.48961422980 -2772.17959193342 -2316.37108160893 -1127.97394098372 -354.478233703349 "
        "-75.1242017393757 -10.8753180355343 -1.06221498588947 -0.670191154593408E-01 -0.246781078275479E-02 "
        "-0.402962525080404E-04",
        "298.084530995537 559.779865474950 466.477572127796 227.204274477751 71.6478660875927 15.2897178747400 "
        "2.23691159816033 0.221624321934227 0.142363763154724E-01 0.535617408889821E-03 0.896632837373868E-05",
        "0.334801051324544E-02", "0.996727416185620"),
    "Wampler4": (
        "1 1 1 1 1 1",
        "215232.624678170 236355.173469681 77934.3524331583 10147.5507550350 564.566512170752 11.2324854679312",
        None, None),
}
sets = {
    "Norris": ([norris_x], norris_y, True),
    "NoInt1": ([noint_x], noint_y, False),
    "Longley": (longley_x, longley_y, True),
    "Filip": (powers(filip_x, 10), filip_y, True),
    "Wampler4": (powers(wampler_x, 5), wampler4_y, True),
}


def agree(name, ours, theirs):
    for mine, certificate in zip(ours, theirs, strict=True):
        assert abs(mine / certificate - 1) < mp.mpf("1e-13"), (name, mine, certificate)


golden = {}
for name, (columns, y, intercept) in sets.items():
    beta, se, sd, r2 = solve(columns, y, intercept)
    values, errors, certified_sd, certified_r2 = certified[name]
    agree(name, list(beta), numbers(values))
    agree(name, se, numbers(errors))
    if certified_sd:
        agree(name, [sd, r2], numbers(certified_sd + " " + certified_r2))
    golden[name] = {
        "intercept": intercept,
        "powers": {"Filip": 10, "Wampler4": 5}.get(name, 1),
        "predictors": [[float(v) for v in column] for column in (columns[:1] if name in ("Filip", "Wampler4") else columns)],
        "y": [float(v) for v in y],
        "coefficients": [float(v) for v in beta],
        "standardErrors": [float(v) for v in se],
        "residualSd": float(sd),
        "rSquared": float(r2),
    }
versions = f"Python {platform.python_version()}, mpmath {mp.__version__}"
with open(__file__.replace(".oracle.py", "-nist.golden.json"), "w") as out:
    json.dump({"made by": "linear-regression.oracle.py", "versions": versions, "sets": golden}, out)
