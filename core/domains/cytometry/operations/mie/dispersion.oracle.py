"""Golden values of dispersion.test.ts: refractive index of water at 20 C, 0.101325 MPa by IAPWS R9-97 (package iapws), a formulation
other than the one under test. Run: python dispersion.oracle.py"""
import json, platform
from importlib.metadata import version
from iapws import IAPWS95
from iapws._iapws import _Refractive

state = IAPWS95(T=293.15, P=0.101325)
rows = [[w, float(_Refractive(state.rho, 293.15, w / 1000))] for w in (355, 375, 405, 445, 488, 532, 561, 589.3, 640, 808)]
json.dump({"made by": "dispersion.oracle.py", "versions": f"Python {platform.python_version()}, iapws {version('iapws')}",
           "water": rows}, open("dispersion.golden.json", "w"), indent=1)
