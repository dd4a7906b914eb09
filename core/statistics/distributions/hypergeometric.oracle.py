"""Golden numbers of the hypergeometric distribution: exact fractions printed by mpmath at 400 digits, beside base R.

python hypergeometric.oracle.py   writes hypergeometric-tails.golden.json; needs mpmath and Rscript.
"""
import json
import os
import subprocess
from math import comb

import mpmath
from mpmath import mp, mpf

HERE = os.path.dirname(os.path.abspath(__file__))
mp.dps = 400
CASES = [
    (2000, 100, 150), (2000, 100, 1900), (20, 7, 5), (14, 4, 4), (10, 9, 8), (12000, 500, 600), (12000, 15, 3000),
    (20000, 10000, 10000), (1, 1, 1), (1, 0, 1), (6, 6, 3), (6, 3, 0), (6, 3, 6), (2, 1, 1), (100000, 50, 200),
    (50000, 3000, 4000), (3000000, 40000, 700), (301, 150, 150),
]

rows = []
for population, marked, drawn in CASES:
    low, high = max(0, drawn + marked - population), min(marked, drawn)
    mean = marked * drawn // population
    wanted = {low - 1, low, low + 1, mean - 1, mean, mean + 1, mean + 4, (mean + high) // 2, high - 1, high, high + 1}
    wanted |= {mean + (high - mean) // 8, mean - (mean - low) // 3}
    weights = [comb(marked, x) * comb(population - marked, drawn - x) for x in range(low, high + 1)]
    total = comb(population, drawn)
    for k in sorted(x for x in wanted if x >= -1):
        at = weights[k - low] if low <= k <= high else 0
        below = sum(weights[: max(0, k - low + 1)])
        values = [mpf(part) / total for part in (at, below, total - below)]
        logs = [None if v == 0 else float(mp.log(v)) for v in values]
        rows.append([k, population, marked, drawn, *[float(v) for v in values], logs[2]])

script = """
rows <- read.table(file("stdin"))
for (i in seq_len(nrow(rows))) with(rows[i, ], cat(sprintf("%.17g", c(dhyper(V1, V3, V2 - V3, V4),
  phyper(V1, V3, V2 - V3, V4), phyper(V1, V3, V2 - V3, V4, lower.tail = FALSE),
  phyper(V1, V3, V2 - V3, V4, lower.tail = FALSE, log.p = TRUE))), "\\n"))
cat(R.version.string, "\\n")
"""
sent = "\n".join(" ".join(map(str, row[:4])) for row in rows)
printed = subprocess.run(["Rscript", "-e", script], input=sent, text=True, capture_output=True, check=True).stdout
*lines, version = printed.strip().split("\n")
finite = lambda text: None if text in ("-Inf", "NaN") else float(text)
with open(os.path.join(HERE, "hypergeometric-tails.golden.json"), "w") as out:
    out.write('{"made by": "hypergeometric.oracle.py",\n')
    out.write(f'"versions": "mpmath {mpmath.__version__}, {version.strip()}",\n')
    out.write('"columns": "k, population, marked, drawn, pmf, cdf, sf, ln sf by mpmath, the same by R",\n"points": [\n')
    full = [row + [finite(v) for v in line.split()] for row, line in zip(rows, lines, strict=True)]
    out.write(",\n".join(json.dumps(row) for row in full) + "\n]}\n")
