"""Sums over real quantity tables, read by pandas alone, for real.golden.json: python real.oracle.py <data folder>."""

import json
import math
import re
import sys
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd

data = Path(sys.argv[1])
golden = {}


def summary(matrix):
    """Measured values of features x runs: count, sum, and a sum whose weights tell places apart."""
    values = np.asarray(matrix, dtype=float)
    rows, columns = values.shape
    weights = (1 + np.arange(rows) % 97)[:, None] + 101 * (1 + np.arange(columns))[None, :]
    there = ~np.isnan(values)
    return {
        "measured": int(there.sum()),
        "sum": math.fsum(values[there]),
        "weighted": math.fsum((values * weights)[there]),
    }


def distinct(ids):
    """Ids of repeated rows with their number behind them."""
    counts = {}
    for name in ids:
        counts[name] = counts.get(name, 0) + 1
        yield name if counts[name] == 1 else f"{name} ({counts[name]})"


def put(file, format, ids, runs, layers, **more):
    ids = list(distinct(ids))
    golden[file] = {
        "format": format,
        "features": len(ids),
        "first": str(ids[0]),
        "last": str(ids[-1]),
        "runs": [str(run) for run in runs],
        "layers": {name: summary(matrix) for name, matrix in layers.items()},
        **more,
    }


def zero_is_missing(frame):
    return frame.apply(pd.to_numeric).astype(float).replace(0, np.nan)


def maxquant(file, separator, lfq, intensity, count, ids, marks):
    table = pd.read_csv(data / file, sep=separator, low_memory=False)
    runs = [name[len(lfq) :] for name in table.columns if name.startswith(lfq)]
    layers = {
        "LFQ intensity": zero_is_missing(table[[lfq + run for run in runs]]),
        "Intensity": zero_is_missing(table[[intensity + run for run in runs]]),
        "MS/MS count": table[[count + run for run in runs]],
    }
    leading = table[ids.replace("Protein", "Majority protein").replace("Majority protein.", "Majority.protein.")]
    prefixes = {"decoy": "REV__", "contaminant": "CON__"}
    counted = {
        mark: int(((table[column] == "+") | leading.str.startswith(prefixes.get(mark, "+"))).sum())
        for mark, column in marks.items()
    }
    put(file, "proteome.maxquant-protein-groups", list(table[ids]), runs, layers, marks=counted)


marks = {
    "decoy": "Reverse",
    "contaminant": "Potential contaminant",
    "only identified by site": "Only identified by site",
}
plain = ("LFQ intensity ", "Intensity ", "MS/MS count ", "Protein IDs", marks)
maxquant("proteomics/format-samples-alphapeptstats/maxquant_go/proteinGroups.txt", "\t", *plain)
maxquant("proteomics/mda-mcf10-exosome-maxquant/filtered_protein_groups.csv", ",", *plain)
dotted = {mark: column.replace(" ", ".") for mark, column in marks.items()}
maxquant(
    "proteomics/format-samples-msstats/MaxQuant/mq_pg.csv",
    ",",
    "LFQ.intensity.",
    "Intensity.",
    "MS.MS.Count.",
    "Protein.IDs",
    dotted,
)

file = "proteomics/format-samples-alphapeptstats/diann/report_final.pg_matrix.tsv"
table = pd.read_csv(data / file, sep="\t")
runs = list(table.columns[5:])
put(file, "proteome.diann-pg-matrix", list(table["Protein.Group"]), runs, {"PG.MaxLFQ": table[runs]})

file = "proteomics/format-samples-msstats/DIANN/diann_input.tsv"
table = pd.read_csv(data / file, encoding="utf-8-sig")
kept = table[table["Q.Value"] <= 0.01]
groups = list(dict.fromkeys(kept["Protein.Group"]))
runs = list(dict.fromkeys(kept["Run"]))
layers = {}
for name in ["PG.Quantity", "PG.Normalised"]:
    first = kept.groupby(["Protein.Group", "Run"])[name].first().unstack()
    layers[name] = first.reindex(index=groups, columns=runs).replace(0, np.nan)
put(file, "proteome.diann-report", groups, runs, layers)

file = "proteomics/format-samples-alphapeptstats/fragpipe/combined_proteins.tsv"
table = pd.read_csv(data / file, sep="\t")
columns = [name for name in table.columns if name.endswith(" Razor Intensity")]
runs = [name[: -len(" Razor Intensity")] for name in columns]
put(file, "proteome.fragpipe-combined-protein", list(table["Protein"]), runs, {"Intensity": zero_is_missing(table[columns])})

file = "proteomics/format-samples-msstats/FragPipe/fragpipe_input.csv"
table = pd.read_csv(data / file)
table["id"] = table["PeptideSequence"] + "_" + table["PrecursorCharge"].astype(str)
ids = list(dict.fromkeys(table["id"]))
runs = list(dict.fromkeys(table["Run"]))
wide = table.pivot(index="id", columns="Run", values="Intensity").reindex(index=ids, columns=runs)
put(file, "proteome.msstats", ids, runs, {"Intensity": wide.replace(0, np.nan)})

for file, ending in [
    ("multi-assay/mag-net-plasma-ev/EV and Plasma Protein Total Areas.csv", " Sum NormalizedArea"),
    ("multi-assay/mag-net-plasma-ev/EV_ADPD_Protein_Total_Areas.csv", " Sum Normalized Area"),
]:
    table = pd.read_csv(data / file)
    columns = [name for name in table.columns if name.endswith(ending)]
    runs = [name[: -len(ending)] for name in columns]
    put(file, "proteome.skyline-grid", list(table["Protein"]), runs, {"Normalized Area": zero_is_missing(table[columns])})

for name in ["ExoGAG_ POOL_1", "IP_CD9 POOL_1", "UC_ POOL_1", "_SEC_ POOL_1"]:
    file = f"proteomics/breastmilk-ev-isolation-peaks/DB search psm_{name}.csv"
    table = pd.read_csv(data / file)
    proteins = table["Accession"].dropna().str.split(":").explode()
    counts = proteins.value_counts(sort=False).reindex(list(dict.fromkeys(proteins)))
    run = re.sub(r"\.mgf$", "", table["Source File"].iloc[0])
    unnamed = int(table["Accession"].isna().sum())
    put(file, "proteome.peaks-psm", list(counts.index), [run], {"PSM": counts.to_numpy()[:, None]}, unnamed=unnamed)

file = "proteomics/format-samples-alphapeptstats/alphapept/results_proteins.csv"
table = pd.read_csv(data / file, index_col=0)
layers = {"LFQ": zero_is_missing(table[["A_LFQ", "B_LFQ"]]), "Intensity": zero_is_missing(table[["A", "B"]])}
put(file, "proteome.alphapept-proteins", list(table.index), ["A", "B"], layers)

file = "proteomics/senescence-ev-sec-fractions/MS1/MS1.csv"
table = pd.read_csv(data / file, encoding="utf-8-sig")
runs = list(table.columns[5:11])
put(file, "proteome.perseus-matrix", list(table["T: Protein IDs"]), runs, {"main columns": table[runs]})

folder = "multi-assay/bv2-microglia-ev/BV2_Juliet_EV_Proteome_Analysis/New_Norm_Data_Exosome_Regressed_Outputs/Main Files/"
file = folder + "BV2 exosome perseus output normalized_9.15.22.csv"
table = pd.read_csv(data / file, skiprows=[1, 2])
runs = list(table.columns[:16])
put(file, "proteome.perseus-matrix", list(table["Protein IDs"]), runs, {"main columns": table[runs]})

for file in [
    "multi-assay/mag-net-plasma-ev/20230812-particlesADPD_pilot-nobatchProt4.csv",
    "multi-assay/mag-net-plasma-ev/20241213-particlesADPD_pilot-batchadj-Prot.csv",
]:
    table = pd.read_csv(data / file, index_col=0)
    put(file, "proteome.matrix", list(table.index), list(table.columns), {"intensity": table})

for file in [
    "multi-assay/bv2-microglia-ev/BV2_Juliet_Cell_Proteome_Analysis/Main Files/cleanDat.333.csv",
    folder + "ALL_cleanDat_used4PCA.csv",
]:
    table = pd.read_csv(data / file, index_col=0)
    table = table[table.index.notna()]
    put(file, "proteome.matrix", list(table.index), list(table.columns), {"intensity": table}, mapping={"ids": "genes", "scale": "log2"})

file = "proteomics/senescence-ev-sec-fractions/MS2/MS2.csv"
table = pd.read_csv(data / file)
runs = list(table.columns[:9])
mapping = {"idColumn": "Gene names", "ids": "genes", "lastColumn": "CM_3", "scale": "log2", "missing": "zero"}
put(file, "proteome.matrix", list(table["Gene names"]), runs, {"intensity": zero_is_missing(table[runs])}, mapping=mapping)

for file in ["SILAC_SQ", "iTRAQ_CQI", "labelfree_SQI"]:
    file = f"proteomics/mztab-hupo/1_0-Proteomics-Release/{file}.mzTab"
    lines = [line.split("\t") for line in (data / file).read_text().splitlines()]
    header = next(line for line in lines if line[0] == "PRH")
    rows = [dict(zip(header, line)) for line in lines if line[0] == "PRT"]
    columns = [name for name in header if re.match(r"protein_abundance_assay\[", name)]
    kind = "protein abundance of assays" if columns else "protein abundance of study variables"
    columns = columns or [name for name in header if re.match(r"protein_abundance_study_variable\[", name)]
    told = {line[1]: line[2] for line in lines if line[0] == "MTD"}
    if kind.endswith("assays"):
        assays = [re.search(r"assay\[\d+\]", name).group() for name in columns]
        runs = [
            re.search(r"file\d", told[told[f"{assay}-ms_run_ref"] + "-location"]).group()
            + " "
            + told[f"{assay}-quantification_reagent"].split(",")[2].strip()
            for assay in assays
        ]
    else:
        runs = [told[name[len("protein_abundance_") :] + "-description"] for name in columns]
    matrix = [[float(row[name]) for name in columns] for row in rows]
    put(file, "proteome.mztab", [row["accession"] for row in rows], runs, {kind: matrix})

file = "multi-assay/glymreg-exercise-ev/data/long_df_protein.xlsx"
with zipfile.ZipFile(data / file) as book:
    strings = re.findall(r"<si><t[^>]*>([^<]*)</t></si>", book.read("xl/sharedStrings.xml").decode())
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
cells = re.findall(r'<c r="[A-E]\d+"(?: s="\d+")?( t="s")?><v>([^<]*)</v></c>', sheet)
words = [strings[int(value)] if shared else value for shared, value in cells]
table = pd.DataFrame([words[at : at + 5] for at in range(5, len(words), 5)], columns=words[:5])
table["run"] = table["ID"] + " " + table["time"]
table["Value"] = table["Value"].astype(float)
ids = list(dict.fromkeys(table["Molecule"]))
runs = list(dict.fromkeys(table["run"]))
wide = table.pivot(index="Molecule", columns="run", values="Value").reindex(index=ids, columns=runs)
mapping = {"protein": "Molecule", "run": "ID", "run2": "time", "condition": "Group", "value": "Value", "scale": "linear"}
put(file, "proteome.long-table", ids, runs, {"Value": wide}, mapping=mapping)

versions = {"python": sys.version.split()[0], "pandas": pd.__version__, "numpy": np.__version__}
out = Path(__file__).with_name("real.golden.json")
out.write_text(json.dumps({"versions": versions, "files": golden}, ensure_ascii=False, indent=1) + "\n")
