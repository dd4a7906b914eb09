import type { ColumnMapping } from "../../../kernel/index.ts";

/** A small table of a format, written by hand: invented proteins' numbers. */
export interface Fixture {
  readonly format: string;
  readonly name: string;
  readonly text: string;
  readonly mapping?: ColumnMapping;
}

const tab = (...rows: readonly (readonly string[])[]) => rows.map((row) => `${row.join("\t")}\n`).join("");
const comma = (...rows: readonly (readonly string[])[]) => rows.map((row) => `${row.join(",")}\n`).join("");
const cells = (text: string) => text.split("|");

export const fixtures: readonly Fixture[] = [
  {
    format: "proteome.maxquant-protein-groups",
    name: "proteinGroups.txt",
    text: tab(
      cells(
        "Protein IDs|Majority protein IDs|Peptide counts (all)|Protein names|Gene names|Sequence length|Intensity|Intensity ev_1|Intensity ev_2|LFQ intensity ev_1|LFQ intensity ev_2|MS/MS count ev_1|MS/MS count ev_2|Only identified by site|Reverse|Potential contaminant",
      ),
      cells("P08962;F8VNT9|P08962|4;1|CD63 antigen|CD63|238|2000000|900000|1100000|950000|1050000|7|9|||"),
      cells("CON__P02768|CON__P02768|9|||609|5000000|5000000|0|4800000|0|20|0|||+"),
      cells("REV__Q99816|REV__Q99816|1|||390|30000|0|30000|0|0|0|1|+|+|"),
    ),
  },
  {
    format: "proteome.diann-report",
    name: "report.tsv",
    text: tab(
      cells(
        "File.Name|Run|Protein.Group|Protein.Ids|Genes|PG.Quantity|PG.MaxLFQ|Precursor.Id|Q.Value|PG.Q.Value|Precursor.Quantity|Precursor.Normalised",
      ),
      cells("D:\\raw\\ev_1.raw|ev_1|P08962|P08962|CD63|1500.5|1600.25|AAGIER2|0.001|0.0005|700|710.5"),
      cells("D:\\raw\\ev_1.raw|ev_1|P08962|P08962|CD63|1500.5|1600.25|LQDLER2|0.002|0.0005|800.5|810"),
      cells("D:\\raw\\ev_2.raw|ev_2|P08962|P08962|CD63|1400|1450.75|AAGIER2|0.0008|0.0005|650|655"),
      cells("D:\\raw\\ev_2.raw|ev_2|P21926;Q9Y5U4|P21926|CD9|300|0|GLAAAK3|0.004|0.009|300|310"),
    ),
  },
  {
    format: "proteome.diann-pg-matrix",
    name: "report.pg_matrix.tsv",
    text: tab(
      cells(
        "Protein.Group|Protein.Ids|Protein.Names|Genes|First.Protein.Description|D:\\raw\\ev_1.raw|D:\\raw\\ev_2.raw",
      ),
      cells("P08962|P08962;F8VNT9|CD63_HUMAN|CD63|CD63 antigen|1600.25|1450.75"),
      cells("P21926|P21926|CD9_HUMAN|CD9|CD9 antigen||310.5"),
    ),
  },
  {
    format: "proteome.fragpipe-combined-protein",
    name: "combined_protein.tsv",
    text: tab(
      cells(
        "Protein|Protein ID|Entry Name|Gene|Protein Length|Protein Probability|Description|Combined Spectral Count|ev_1 Spectral Count|ev_2 Spectral Count|ev_1 Intensity|ev_2 Intensity|ev_1 MaxLFQ Intensity|ev_2 MaxLFQ Intensity|Indistinguishable Proteins",
      ),
      [
        "sp|P08962|CD63_HUMAN",
        "P08962",
        "CD63_HUMAN",
        "CD63",
        "238",
        "1.0",
        "CD63 antigen",
        "16",
        "7",
        "9",
        "900000.5",
        "1100000.0",
        "950000.0",
        "1050000.0",
        "tr|F8VNT9|F8VNT9_HUMAN, tr|F8VV56|F8VV56_HUMAN",
      ],
      [
        "contam_sp|P02769|ALBU_BOVIN",
        "P02769",
        "ALBU_BOVIN",
        "ALB",
        "607",
        "1.0",
        "Albumin",
        "20",
        "20",
        "0",
        "5000000.0",
        "0.0",
        "4800000.0",
        "0.0",
        "",
      ],
    ),
  },
  {
    format: "proteome.spectronaut-report",
    name: "report.tsv",
    text: tab(
      cells(
        "R.Condition|R.FileName|R.Replicate|PG.Genes|PG.ProteinGroups|PG.Quantity|EG.PrecursorId|EG.Qvalue|FG.Quantity",
      ),
      cells("EV|ev_1.raw|1|CD63|P08962|1500.5|_AAGIER_.2|0.001|700.5"),
      cells("EV|ev_1.raw|1|CD63|P08962|1500.5|_LQDLER_.2|0.0002|800"),
      cells("EV|ev_2.raw|2|CD63|P08962|1400|_AAGIER_.2|0.0001|650"),
      cells("EV|ev_2.raw|2|CD9|P21926|Filtered|_GLAAAK_.3|0.003|NaN"),
    ),
  },
  {
    format: "proteome.spectronaut-pivot",
    name: "pivot.tsv",
    text: tab(
      cells(
        "PG.ProteinGroups|PG.Genes|PG.ProteinDescriptions|[1] ev_1.raw.PG.Quantity|[2] ev_2.raw.PG.Quantity",
      ),
      cells("P08962|CD63|CD63 antigen|1500.5|1400"),
      cells("P21926;Q9Y5U4|CD9|CD9 antigen|Filtered|300.25"),
    ),
  },
  {
    format: "proteome.skyline-grid",
    name: "Protein Total Areas.csv",
    text: comma(
      cells("Protein|Protein Description|Protein Gene|ev_1 Sum Normalized Area|ev_2 Sum Normalized Area"),
      ["sp|P08962|CD63_HUMAN", '"CD63 antigen, ""LAMP-3"""', "CD63", "1.6E+6", "1.45E+6"],
      [
        "sp|P0DOY3|IGLC3_HUMAN / sp|P0DOY2|IGLC2_HUMAN",
        '"Constant 3\nConstant 2"',
        "IGLC3 / IGLC2",
        "0.00",
        "#N/A",
      ],
    ),
  },
  {
    format: "proteome.skyline-report",
    name: "report.csv",
    text: comma(
      cells("Protein|Replicate|Peptide|Precursor Charge|Total Area"),
      ["sp|P08962|CD63_HUMAN", "ev_1", "AAGIER", "2", "1600.5"],
      ["sp|P08962|CD63_HUMAN", "ev_2", "AAGIER", "2", "#N/A"],
      ["sp|P08962|CD63_HUMAN", "ev_2", "LQDLER", "2", "1700"],
    ),
  },
  {
    format: "proteome.peaks-proteins",
    name: "proteins.csv",
    text: comma(
      cells(
        "Protein Group|Protein ID|Accession|-10lgP|Coverage (%)|Area ev_1|Area ev_2|#Peptides|#Spec ev_1|#Spec ev_2|Description",
      ),
      ["1", "4", "P08962|CD63_HUMAN", "210.5", "31", "1600000", "1450000", "6", "7", "9", "CD63 antigen"],
      ["2", "9", "#CONTAM#P02769|ALBU_BOVIN", "120", "12", "0", "52000", "3", "0", "4", "Albumin"],
    ),
  },
  {
    format: "proteome.peaks-protein-peptides",
    name: "protein-peptides.csv",
    text: comma(
      cells(
        "Protein Group|Protein ID|Protein Accession|Peptide|Unique|-10lgP|Mass|Area ev_1|Area ev_2|#Spec ev_1|#Spec ev_2|Start",
      ),
      ["1", "4", "P08962|CD63_HUMAN", "K.AAGIER.L", "Y", "60.1", "629.34", "1600000", "0", "2", "0", "110"],
      ["1", "4", "P08962|CD63_HUMAN", "K.LQDLER.T", "N", "40", "772.41", "52000", "61000", "1", "3", "151"],
    ),
  },
  {
    format: "proteome.peaks-psm",
    name: "DB search psm.csv",
    text: comma(
      cells("Peptide|-10lgP|Mass|m/z|Z|RT|Fraction|Scan|Source File|Accession|PTM"),
      ["AAGIER", "60.1", "629.34", "315.68", "2", "20.1", "1", "100", "ev_1.mgf", "P08962|CD63_HUMAN", ""],
      ["AAGIER", "55.2", "629.34", "315.68", "2", "20.2", "1", "101", "ev_1.mgf", "P08962|CD63_HUMAN", ""],
      ["GLAAAK", "40", "543.33", "272.67", "2", "18.5", "2", "77", "ev_2.mgf", "P21926|CD9_HUMAN", ""],
    ),
  },
  {
    format: "proteome.proteome-discoverer",
    name: "Proteins.txt",
    text: tab(
      cells(
        '"Master"|"Accession"|"Description"|"Contaminant"|"Gene Symbol"|"# AAs"|"Abundances (Normalized): F1: Sample, EV"|"Abundances (Normalized): F2: Sample, EV"|"Abundance: F1: Sample, EV"|"Abundance: F2: Sample, EV"',
      ),
      cells(
        '"IsMasterProtein"|"P08962"|"CD63 antigen"|"False"|"CD63"|"238"|"1600.5"|"1450.25"|"1500"|"1400"',
      ),
      cells('"IsMasterProtein"|"P02769"|"Albumin"|"True"|""|"607"|""|"5200"|""|"5000"'),
    ),
  },
  {
    format: "proteome.openswath",
    name: "aligned.tsv",
    text: tab(
      cells("transition_group_id|decoy|filename|FullPeptideName|Charge|ProteinName|Intensity|m_score"),
      ["1_AAGIER_2", "0", "/raw/ev_1.mzML.gz", "AAGIER", "2", "1/sp|P08962|CD63_HUMAN", "1600.5", "0.0001"],
      ["1_AAGIER_2", "0", "/raw/ev_2.mzML.gz", "AAGIER", "2", "1/sp|P08962|CD63_HUMAN", "1450", "0.0002"],
      ["2_GLAAAK_2", "1", "/raw/ev_2.mzML.gz", "GLAAAK", "2", "DECOY_2/P21926/Q9Y5U4", "310", "0.004"],
    ),
  },
  {
    format: "proteome.msstats",
    name: "MSstats.csv",
    text: comma(
      cells(
        "ProteinName|PeptideSequence|PrecursorCharge|FragmentIon|ProductCharge|IsotopeLabelType|Condition|BioReplicate|Run|Intensity",
      ),
      ["sp|P08962|CD63_HUMAN", "AAGIER", "2", "NA", "NA", "L", "EV", "1", "ev_1", "1600.5"],
      ["sp|P08962|CD63_HUMAN", "AAGIER", "2", "NA", "NA", "L", "EV", "2", "ev_2", "NA"],
      ["contam_sp|P02769|ALBU_BOVIN", "LVNELTEFAK", "2", "y7", "1", "L", "EV", "2", "ev_2", "52000"],
    ),
  },
  {
    format: "proteome.mztab",
    name: "result.mzTab",
    text: tab(
      cells("COM|written by hand"),
      cells("MTD|mzTab-version|1.0.0"),
      cells("MTD|mzTab-type|Quantification"),
      cells("MTD|ms_run[1]-location|file:///raw/ev_1.mzML"),
      cells("MTD|ms_run[2]-location|file:///raw/ev_2.mzML"),
      cells("MTD|assay[1]-ms_run_ref|ms_run[1]"),
      cells("MTD|assay[2]-ms_run_ref|ms_run[2]"),
      cells("MTD|study_variable[1]-assay_refs|assay[1],assay[2]"),
      cells("MTD|study_variable[1]-description|vesicles"),
      cells(
        "PRH|accession|description|ambiguity_members|protein_abundance_assay[1]|protein_abundance_assay[2]|opt_global_cv_MS:1002217_decoy_peptide",
      ),
      cells("PRT|P08962|CD63 antigen|F8VNT9,F8VV56|1600.5|1450|0"),
      cells("PRT|P21926|CD9 antigen|null|null|310.25|1"),
    ),
  },
  {
    format: "proteome.alphapept-proteins",
    name: "results_proteins.csv",
    text: comma(
      cells("|ev_1_LFQ|ev_2_LFQ|ev_1|ev_2"),
      ["sp|P08962|CD63_HUMAN", "1600.123456789012345", "1450.5", "1500", "1400"],
      ["sp|P21926|CD9_HUMAN", "0.0", "310.5", "0.0", "300"],
    ),
  },
  {
    format: "proteome.matrix",
    name: "matrix.csv",
    mapping: { idColumn: "Accession", geneColumn: "Gene", columns: "ev_*", scale: "linear", missing: "zero" },
    text: [
      "Accession;Gene;ev_1;ev_2;p-value",
      "P08962;CD63;1600,5;1450,25;0,01",
      "P21926-2;CD9;0;310,5;0,5",
      "",
    ].join("\r\n"),
  },
  {
    format: "proteome.long-table",
    name: "long.csv",
    mapping: { protein: "Molecule", run: "ID", run2: "time", value: "Value", scale: "linear" },
    text: comma(
      cells("ID|time|Molecule|Value"),
      cells("1|before|Apolipoprotein A-IV|1551.997"),
      cells("1|after|Apolipoprotein A-IV|1600.5"),
      cells("1|before|P08962|12"),
      cells("1|after|P08962|NA"),
    ),
  },
  {
    format: "proteome.perseus-matrix",
    name: "perseus.txt",
    text: tab(
      cells("ev_1|ev_2|Protein IDs|Majority protein IDs|Gene names|Potential contaminant"),
      cells("#!{Type}E|E|T|T|T|C"),
      cells("#!{C:Group}young|old||||"),
      cells("21.5|22.25|P08962;F8VNT9|P08962|CD63|"),
      cells("NaN|19.125|P02769|P02769|ALB|+"),
    ),
  },
];
