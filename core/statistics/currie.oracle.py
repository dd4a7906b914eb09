"""Golden values of currie.test.ts by mpmath: the defining equations solved, not the closed form. Run: python currie.oracle.py"""
import json, platform
import mpmath as mp

mp.mp.dps = 30


def limits(blank, known, alpha, beta, r):
    z = lambda p: -mp.sqrt(2) * mp.erfinv(2 * mp.mpf(p) - 1)
    mean = r * mp.mpf(blank)
    at = lambda net: mean + net + (0 if known else r * r * mp.mpf(blank))
    critical = z(alpha) * mp.sqrt(at(0))
    detection = mp.findroot(lambda net: net - critical - z(beta) * mp.sqrt(at(net)), critical + 10)
    return [blank, known, alpha, beta, r, float(critical), float(detection)]


cases = [limits(12, False, 0.05, 0.05, 1), limits(12, True, 0.05, 0.05, 1), limits(40, False, 0.01, 0.1, 0.25),
         limits(250, True, 0.001, 0.05, 3), limits(30, False, 0.05, 0.2, 2)]
json.dump({"made by": "currie.oracle.py", "versions": f"Python {platform.python_version()}, mpmath {mp.__version__}",
           "limits": cases}, open("currie.golden.json", "w"), indent=1)
