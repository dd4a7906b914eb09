"""Spectra of human-milk vesicle preparations (PEAKS, pool 1) counted by accession: what each isolation has, overlap,
shares of contaminant libraries and of Vesiclepedia, and how many entries rest on shared spectra alone.
python tools/proteome/milk.oracle.py DATA > tools/proteome/milk.golden.json"""

import csv
import itertools
import json
import platform
import re
import sys
from collections import Counter
from pathlib import Path

data = Path(sys.argv[1])
folder = data / "proteomics/breastmilk-ev-isolation-peaks"
files = {
    "ExoGAG": "DB search psm_ExoGAG_ POOL_1.csv",
    "CD9 IP": "DB search psm_IP_CD9 POOL_1.csv",
    "SEC": "DB search psm__SEC_ POOL_1.csv",
    "UC": "DB search psm_UC_ POOL_1.csv",
}


def spectra(name):
    with open(folder / name, newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            yield sorted({one for one in re.split("[:;]", row["Accession"]) if one})


def library(path):
    text = (data / "catalogues/contaminants-hao" / path).read_text()
    return set(re.findall(r"^>\w+\|Cont_([^|]+)\|", text, re.M))


libraries = {
    "0602_Universal Contaminants.fasta": library("Universal protein contaminant FASTA/0602_Universal Contaminants.fasta"),
    "0602_Cell Culture Contaminants.fasta": library(
        "Sample-type specific contaminant FASTA/0602_Cell Culture Contaminants.fasta"
    ),
}
catalogue = {
    line.strip()
    for line in (data / "catalogues/vesiclepedia-2024-accessions/Vesiclepedia_proteins_240712.csv").read_text().splitlines()[1:]
    if line.strip()
}
plain = lambda entry: re.sub(r"-\d+$", "", entry.split("|")[0])
counts, alone, groups, lines = {}, {}, {}, {}
for method, name in files.items():
    rows = list(spectra(name))
    named = [row for row in rows if row]
    lines[method] = {"spectra": len(rows), "unnamed": len(rows) - len(named), "shared": sum(len(row) > 1 for row in named)}
    counts[method] = Counter(entry for row in named for entry in row)
    alone[method] = {row[0] for row in named if len(row) == 1}
    which = {}
    for at, row in enumerate(named):
        for entry in row:
            which.setdefault(entry, []).append(at)
    groups[method] = len({tuple(own) for own in which.values()})
found = {method: set(count) for method, count in counts.items()}
union = set().union(*found.values())
share = lambda count, known: sum(n for entry, n in count.items() if plain(entry) in known) / sum(count.values())
print(
    json.dumps(
        {
            "versions": {"python": platform.python_version()},
            "lines": lines,
            "found": {method: len(own) for method, own in found.items()},
            "distinguishable": groups,
            "withOwnSpectra": {method: len(own) for method, own in alone.items()},
            "human": {method: sum("_HUMAN" in one for one in own) for method, own in found.items()},
            "union": len(union),
            "humanUnion": sum("_HUMAN" in one for one in union),
            "inAll": len(set.intersection(*found.values())),
            "pairs": {
                f"{a} / {b}": {"shared": len(found[a] & found[b]), "jaccard": len(found[a] & found[b]) / len(found[a] | found[b])}
                for a, b in itertools.combinations(files, 2)
            },
            "libraries": {name: {method: share(count, known) for method, count in counts.items()} for name, known in libraries.items()},
            "catalogue": {
                "size": len(catalogue),
                "share": sum(plain(one) in catalogue for one in union) / len(union),
                "expected": len(catalogue) / 20000,
            },
            "first": {method: count.most_common(5) for method, count in counts.items()},
            "CD9": {method: sum(n for entry, n in count.items() if plain(entry) == "P21926") for method, count in counts.items()},
        },
        indent=1,
    )
)
