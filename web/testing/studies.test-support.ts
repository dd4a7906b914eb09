import { fcsBytes, shorts } from "../../core/domains/cytometry/formats/fcs.test-support.ts";
import { exampleStudy } from "../../core/domains/example-study.ts";

/** The files of a study folder by path. */
export type StudyFiles = Readonly<Record<string, string | Uint8Array>>;

const example = exampleStudy(1);

/** Raw files of the example whose names fit. */
export function exampleFiles(fits: RegExp): StudyFiles {
  return Object.fromEntries(
    example.filter(({ name }) => fits.test(name)).map(({ name, bytes }) => [name, bytes]),
  );
}

/** Files of the example whose names fit, with a sheet of their rows and a study file with comments. */
export function commentedStudy(): StudyFiles {
  const fits = /^nanosight\/[NH]-D[1-4]/;
  const sheet = new TextDecoder().decode(example.find(({ name }) => name === "samples.csv")!.bytes);
  const [header, ...rows] = sheet.trimEnd().split("\n");
  return {
    ...exampleFiles(fits),
    "samples.csv": `${[header, ...rows.filter((row) => fits.test(row))].join("\n")}\n`,
    "study.yaml": `# Agreed with the clinic on Monday.
title: Hypoxia # working title
design:
  reference: normoxia
parameters:
  # Of the camera of 2024.
  particles:
    detectionLimit: 50 # nm
`,
  };
}

/** A folder as people have them: refused, unknown, empty and ignored files beside good ones, with Japanese names. */
export function messyFolder(): StudyFiles {
  const [[, good], [, other]] = Object.entries(exampleFiles(/^nanosight\/[NH]-D1/)) as [
    [string, Uint8Array],
    [string, Uint8Array],
  ];
  const [fcs] = Object.values(exampleFiles(/^fcs\/.*\.fcs$/)) as [Uint8Array];
  return {
    "測定/常酸素 ドナー１.csv": good,
    "測定/低酸素 ドナー１.csv": other,
    "測定/途中まで.csv": good.slice(0, 1500),
    "測定/壊れた.fcs": fcs.slice(0, 6000),
    "書き出し.xlsx": Uint8Array.from({ length: 900 }, (_, at) => (at * 73) % 251),
    "空.fcs": "",
    "メモ/読んで.txt": "濃度は希釈後\n",
    "予備/使わない.csv": other,
    "外す.csv": good,
    "samples.csv": `\ufefffile,sample,role,donor,condition,dilution
測定/常酸素 ドナー１.csv,常酸素,sample,ドナー１,常酸素,800
測定/低酸素 ドナー１.csv,低酸素,sample,ドナー１,低酸素,800
測定/途中まで.csv,途中,sample,ドナー１,常酸素,800
測定/壊れた.fcs,壊れた,sample,ドナー１,常酸素,
外す.csv,外す,ignore,,,
`,
    "study.yaml": `title: 散らかったフォルダー
design:
  reference: 常酸素
ignore: ["予備/**"]
`,
  };
}

const diameters = (count: number, from: number) =>
  Array.from({ length: count }, (_, at) => from + ((at * 37) % 101) + ((at * at) % 17) / 4);
const particleTable = (count: number, from: number) =>
  `Id,Diameter (nm)\n${diameters(count, from)
    .map((diameter, at) => `${at + 1},${diameter}`)
    .join("\n")}\n`;

const imports = `imports:
  - match: "trps/*.csv"
    format: particles.mapped-table
    columns: { method: TRPS, kind: particles, size: "Diameter (nm)", sizeUnit: nm, totalConcentration: 2.5e9,
      concentrationUnit: "{particles}/mL", concentrationState: as measured, detectionLimit: 60 }
`;

/** Samples of mapped tables: `samples` of each of two conditions. */
function tables(samples: number, particles: number): StudyFiles {
  const names = ["a", "b"].flatMap((condition) =>
    Array.from({ length: samples }, (_, at) => ({ name: `${condition}${at + 1}`, condition, donor: at + 1 })),
  );
  const rows = names.map(
    ({ name, condition, donor }) => `trps/${name}.csv,${name},sample,D${donor},${condition},${100 + donor}`,
  );
  return {
    ...Object.fromEntries(
      names.map(({ name, donor }, at) => [
        `trps/${name}.csv`,
        particleTable(particles, 62 + donor + (at % 7)),
      ]),
    ),
    "samples.csv": `file,sample,role,donor,condition,dilution\n${rows.join("\n")}\n`,
    "study.yaml": `title: Tables\ndesign:\n  reference: a\n${imports}`,
  };
}

/** A study of tables that no format knows. */
export function mappedStudy(): StudyFiles {
  return tables(4, 300);
}

/** A study of more estimates than a report shows with those of files. */
export function largeStudy(): StudyFiles {
  return tables(260, 40);
}

/** Events of a data set: two channels of 16-bit integers. */
function dataSet(events: number, version: string, next: number): Uint8Array {
  const values = Array.from({ length: events }, (_, at) => [(at * 31) % 1000, (at * at * 7) % 1021]);
  const text = { $TOT: String(events), $NEXTDATA: String(next).padStart(8, "0"), $CYT: "Cytometer A" };
  return fcsBytes({ version, text, data: shorts(...values.flat()) });
}

/** A list-mode file that holds an FCS 2.0 and an FCS 3.0 data set. */
export function twoDataSets(): StudyFiles {
  const length = dataSet(500, "FCS2.0", 0).length;
  const parts = [dataSet(500, "FCS2.0", length), dataSet(700, "FCS3.0", 0)];
  const whole = new Uint8Array(length + parts[1]!.length);
  whole.set(parts[0]!);
  whole.set(parts[1]!, length);
  return {
    "run/sample 1.LMD": whole,
    "samples.csv": `file,capture,sample,role,donor,condition,dilution,volume_uL
run/sample 1.LMD,data set *,S1,sample,D1,normoxia,100,10
`,
    "study.yaml": "title: Two data sets\nparameters:\n  cytometry:\n    markers: [FL1-A]\n",
  };
}

/** A study of `proteins` in eight samples of two conditions, one gene of a hostile name; every tenth protein differs. */
export function proteinStudy(proteins = 400): StudyFiles {
  const samples = Array.from({ length: 8 }, (_, at) => ({
    name: `S${at + 1}`,
    condition: at < 4 ? "a" : "b",
  }));
  const line = (row: number) => {
    const gene = row === 7 ? "<img src=x onerror=alert(1)>\u202e" : `GENE${row}`;
    const values = samples.map(({ condition }, at) => {
      const own = ((row * 37 + at * 53 + ((row * at) % 11) * 29) % 101) / 100;
      return (20 + (row % 9) + own + (condition === "a" && row % 10 === 0 ? 2 : 0)).toFixed(3);
    });
    return `P${String(row).padStart(5, "0")},${gene},${values.join(",")}`;
  };
  const lines = Array.from({ length: proteins }, (_, row) => line(row));
  return {
    "proteins.csv": `Protein,Gene,${samples.map(({ name }) => name).join(",")}\n${lines.join("\n")}\n`,
    "samples.csv": `file,capture,sample,role,donor,condition\n${samples
      .map(({ name, condition }) => `proteins.csv,${name},${name},sample,D${name},${condition}\n`)
      .join("")}`,
    "study.yaml": `title: Proteins
parameters:
  proteome:
    contrasts:
      "a / b": { test: [a], against: [b] }
imports:
  - match: "proteins.csv"
    format: proteome.matrix
    columns: { idColumn: Protein, geneColumn: Gene, columns: "S*", scale: log2 }
`,
  };
}
