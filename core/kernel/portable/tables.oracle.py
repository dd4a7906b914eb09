"""Writes tables.ts: the constants and tables of the portable elementary functions, by mpmath 1.3.0 at 500 digits.

python tables.oracle.py
"""
import os

from mpmath import mp, mpf

HERE = os.path.dirname(os.path.abspath(__file__))
mp.dps = 500


def literal(value):
    """The shortest decimal that reads back as the same double."""
    text = repr(float(value))
    if text.endswith(".0"):
        text = text[:-2]
    digits, _, power = text.partition("e")
    return f"{digits}e{int(power)}" if power else digits


def parts(value, *places):
    """`value` as one double per entry of `places`: rounded to 2^-place, the last to a double."""
    out = []
    for place in places:
        part = mp.nint(value * mpf(2) ** place) / mpf(2) ** place if place else mpf(float(value))
        assert mpf(float(part)) == part
        out.append(part)
        value -= part
    return out


def single(name, says, value):
    return f"/** {says} */\nexport const {name} = {literal(value)};\n"


def several(names, says, values):
    return "".join(single(name, says.format(i + 1), value) for i, (name, value) in enumerate(zip(names, values)))


def table(name, says, rows):
    values = [literal(value) for row in rows for value in row]
    lines, line = [], ""
    for value in values:
        if len(line) + len(value) + 4 > 110:
            lines.append(line)
            line = ""
        line += (" " if line else "  ") + value + ","
    body = "\n".join([*lines, line])
    return f"/** {says} */\nexport const {name}: Float64Array = /* @__PURE__ */ Float64Array.from([\n{body}\n]);\n"


LN2, LN10, HALF_PI = mp.log(2), mp.log(10), mp.pi / 2
blocks = [
    "// Written by tables.oracle.py.\n// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: the tables have to stay what the script wrote.\n",
    several(["ln2High", "ln2Low"], "ln 2, part {} of 2; the first is a multiple of 2^-42.", parts(LN2, 42, 0)),
    several(["stepHigh", "stepLow"], "ln 2 / 64, part {} of 2; the first is a multiple of 2^-42.", parts(LN2 / 64, 42, 0)),
    single("stepInverse", "64 / ln 2.", 64 / LN2),
    several(["perLn2High", "perLn2Low"], "1 / ln 2, part {} of 2.", parts(1 / LN2, 0, 0)),
    several(["perLn10High", "perLn10Low"], "1 / ln 10, part {} of 2.", parts(1 / LN10, 0, 0)),
    several(["halfPiHigh", "halfPiLow"], "pi / 2, part {} of 2.", parts(HALF_PI, 0, 0)),
    single("perHalfPi", "2 / pi.", 1 / HALF_PI),
    several(
        ["halfPi1", "halfPi2", "halfPi3", "halfPi4"],
        "pi / 2, part {} of 4; the first three have 33 bits each.",
        parts(HALF_PI, 32, 65, 98, 0),
    ),
    f"/** The integer part of 2^1300 * 2 / pi. */\nexport const perHalfPiBits = {hex(int(mp.floor(mpf(2) ** 1300 / HALF_PI)))}n;\n",
    table("powersOfTwo64", "2^(j / 64), high and low part, j = 0 ... 63.", [parts(mpf(2) ** (mpf(j) / 64), 0, 0) for j in range(64)]),
    table(
        "logarithms",
        "1 / c, ln c to a multiple of 2^-42, and the rest of ln c, for c = j / 128, j = 90 ... 182.",
        [(mpf(128) / j, *parts(mp.log(mpf(j) / 128), 42, 0)) for j in range(90, 183)],
    ),
    table(
        "circle",
        "sin c and cos c, high and low part each, for c = k / 128, k = 0 ... 101.",
        [(*parts(mp.sin(mpf(k) / 128), 0, 0), *parts(mp.cos(mpf(k) / 128), 0, 0)) for k in range(102)],
    ),
    table("arcs", "atan(j / 64), high and low part, j = 0 ... 64.", [parts(mp.atan(mpf(j) / 64), 0, 0) for j in range(65)]),
]
with open(os.path.join(HERE, "tables.ts"), "w") as file:
    file.write("\n".join(blocks))
