import type { Estimate, Evidence, Figure, Finding, Interval, Issue, Text } from "../kernel/index.ts";
import type { ResultDocument } from "../study/index.ts";

const same = (text: string): Text => ({ en: text, ja: text });
const hash = (seed: string): string => {
  let state = 2166136261;
  let hex = "";
  for (let round = 0; hex.length < 64; round++) {
    for (const character of `${seed}${round}`)
      state = Math.imul(state ^ character.codePointAt(0)!, 16777619) >>> 0;
    hex += state.toString(16).padStart(8, "0");
  }
  return hex;
};

const sampleTerms: Readonly<Record<string, Text>> = {
  particles: { en: "Particles", ja: "粒子" },
  "particles.concentration": { en: "Concentration", ja: "粒子濃度" },
  "particles.d10": same("D10"),
  "particles.d50": same("D50"),
  "particles.d90": same("D90"),
  "particles.mode": { en: "Mode", ja: "最頻径" },
  "particles.validTracks": { en: "Valid tracks", ja: "有効軌跡数" },
  "particles.dilutionSlope": { en: "Dilution linearity, slope", ja: "希釈直線性の傾き" },
  "particles.sizeDistribution": { en: "Size distribution of a capture", ja: "撮影ごとの粒径分布" },
  "particles.betweenCaptures": { en: "Mean over captures", ja: "撮影間の平均" },
  "particles.read": { en: "Reading the file", ja: "ファイルの読込" },
  "nta-summary": { en: "NTA summary (CSV)", ja: "NTA サマリー（CSV）" },
  "t-between-captures": { en: "t between captures", ja: "撮影間の t 分布" },
  "dilutionState=original": { en: "original sample", ja: "原試料" },
  "dilutionState=as measured": { en: "as measured", ja: "測定時" },
  "weighting=number": { en: "number-weighted", ja: "個数基準" },
  "viscosity-of-water": {
    en: "The medium has the viscosity of water at the stated temperature.",
    ja: "媒質の粘度は、記載温度における水の粘度に等しい。",
  },
  "dilution-from-sheet": {
    en: "The dilution factor is the one that the sample sheet states.",
    ja: "希釈倍率は試料表の記載による。",
  },
  low_count: { en: "few tracks", ja: "軌跡数が少ない" },
  high_density: { en: "too dense", ja: "濃度過大" },
  "blank>10 %": { en: "blank above 10 %", ja: "ブランクが 10 % 超" },
};

interface SampleOptions {
  readonly samples?: readonly {
    name: string;
    role?: string;
    condition?: string | null;
    donor?: string | null;
  }[];
  readonly captures?: number;
  readonly title?: string;
  readonly question?: string;
  readonly figures?: readonly Figure[];
}

const defaults = [
  { name: "EV-01", condition: "control", donor: "D1" },
  { name: "EV-02", condition: "treated", donor: "D1" },
  { name: "血漿 3", condition: "treated", donor: "D2" },
  { name: "PBS blank", role: "blank" },
];

const quantities = [
  ["concentration", 1.47e9, "{particles}/mL", 0.08],
  ["d10", 74.9, "nm", 0.04],
  ["d50", 107.5, "nm", 0.03],
  ["d90", 161.6, "nm", 0.05],
  ["mode", 100.5, "nm", 0.05],
] as const;

const t95 = (value: number, relative: number): Interval => ({
  kind: "confidence",
  level: 0.95,
  lower: value * (1 - relative),
  upper: value * (1 + relative),
  method: "t-between-captures",
});

const qualifiersOf = (name: string): Record<string, string> =>
  name === "concentration" ? { dilutionState: "original" } : { weighting: "number" };

/** A made-up document with every kind of thing a report has to show; more samples and captures on request. */
export function sampleDocument(options: SampleOptions = {}): ResultDocument {
  const samples = (options.samples ?? defaults).map((sample) => ({
    name: sample.name,
    role: sample.role ?? "sample",
    condition: sample.condition ?? null,
    donor: sample.donor ?? null,
  }));
  const captures = options.captures ?? 5;
  const estimates: Estimate[] = [];
  const evidence: Evidence[] = [];
  const files = samples.map(({ name }, index) => ({
    name: `raw/${name}_${index}.csv`,
    seed: `file${index}`,
  }));
  const sheet = `ev:${hash("sheet").slice(0, 32)}`;
  evidence.push({
    id: sheet,
    kind: "parameters",
    parameters: { dilution: 1000, note: "sheet row of the sample" },
  });
  samples.forEach(({ name: sample, role }, index) => {
    const file = files[index]!.name;
    const fileId = `ev:${hash(`ev${file}`).slice(0, 32)}`;
    evidence.push({ id: fileId, kind: "file", name: file, size: 48_211 + index, sha256: hash(file) });
    const scale = role === "blank" ? 0.01 : 1 + 0.3 * index;
    const perCapture: string[] = [];
    for (let capture = 1; capture <= captures; capture++) {
      const id = `ev:${hash(`${file}#${capture}`).slice(0, 32)}`;
      perCapture.push(id);
      evidence.push({
        id,
        kind: "operation",
        operation: "particles.sizeDistribution",
        version: "1.0.0",
        inputs: [fileId, sheet],
      });
      const subject = { level: "capture", file, capture: `video ${capture}`, sample } as const;
      const wobble = 1 + 0.02 * (capture - 3);
      const common = { subject, interval: null, n: { technical: 1, biological: null }, evidence: id };
      for (const [name, value, unit] of quantities) {
        const size = (name === "concentration" ? scale : 1) * value * wobble;
        estimates.push(
          {
            ...common,
            id: `particles.${name}`,
            value: size,
            unit,
            interval: { ...t95(size, 0.09), method: "order-statistics" },
            basis: "derived",
            assumptions: ["viscosity-of-water"],
            flags: capture === 2 && name === "concentration" ? ["low_count"] : [],
            qualifiers: qualifiersOf(name),
          },
          {
            ...common,
            id: `particles.stated.${name}`,
            value: size * 1.002,
            unit,
            basis: "stated",
            printed: String(size * 1.002),
            assumptions: [],
            flags: [],
            qualifiers: name === "concentration" ? { dilutionState: "original" } : {},
          },
        );
      }
      estimates.push({
        ...common,
        id: "particles.stated.validTracks",
        value: 1046 + capture,
        unit: "{tracks}",
        basis: "stated",
        printed: String(1046 + capture),
        assumptions: [],
        flags: [],
        qualifiers: {},
      });
    }
    const mean = `ev:${hash(`mean${file}`).slice(0, 32)}`;
    evidence.push({
      id: mean,
      kind: "operation",
      operation: "particles.betweenCaptures",
      version: "1.1.0",
      inputs: perCapture,
    });
    for (const [name, value, unit, relative] of quantities) {
      const blank = role === "blank";
      if (blank && name !== "concentration") continue;
      const size = (name === "concentration" ? scale : 1) * value;
      estimates.push({
        id: `particles.${name}`,
        subject: { level: "sample", sample },
        value: size,
        unit,
        interval: blank ? null : t95(size, relative),
        n: { technical: captures, biological: null },
        basis: "derived",
        assumptions: ["viscosity-of-water", ...(name === "concentration" ? ["dilution-from-sheet"] : [])],
        flags: index === 1 ? ["low_count"] : index === 2 && name === "concentration" ? ["blank>10 %"] : [],
        qualifiers: qualifiersOf(name),
        ...(blank ? { bound: "below" as const } : {}),
        evidence: mean,
      });
    }
    if (role !== "blank") {
      estimates.push({
        id: "particles.stated.d50",
        subject: { level: "sample", sample },
        value: 107.9,
        unit: "nm",
        interval: null,
        n: { technical: captures, biological: null },
        basis: "stated",
        printed: "107.9",
        assumptions: [],
        flags: [],
        qualifiers: {},
        evidence: fileId,
      });
    }
  });
  const study = `ev:${hash("study").slice(0, 32)}`;
  evidence.push({
    id: study,
    kind: "operation",
    operation: "particles.dilutionLinearity",
    version: "0.9.0",
    inputs: [evidence.at(-1)!.id],
  });
  estimates.push({
    id: "particles.dilutionSlope",
    subject: { level: "study" },
    value: 0.954776,
    unit: "1",
    interval: { kind: "confidence", level: 0.95, lower: 0.9114, upper: 0.9982, method: "t-regression" },
    n: { technical: null, biological: null },
    basis: "derived",
    assumptions: [],
    flags: [],
    qualifiers: {},
    evidence: study,
  });
  return {
    schemaVersion: "1.1",
    software: { name: "vesica", version: "0.1.0" },
    study: {
      title: options.title ?? "Particles from conditioned medium, two treatments",
      question:
        options.question ?? "Does the treatment change how many particles the cells release, and their size?",
      samples,
    },
    files: [
      ...files.map(({ name }) => ({
        name,
        sha256: hash(name),
        size: 48_211,
        format: "nta-summary",
        status: "read" as const,
      })),
      { name: "raw/notes.docx", sha256: hash("notes"), size: 15_360, format: null, status: "not recognised" },
      { name: "raw/cut.csv", sha256: hash("cut"), size: 812, format: "nta-summary", status: "refused" },
    ],
    estimates,
    tables: [],
    findings: sampleFindings(
      samples.map(({ name }) => name),
      captures,
      files.map(({ name }) => name),
    ),
    figures: options.figures ?? [],
    checklists: [],
    evidence,
    issues: sampleIssues,
    domains: ["particles"],
    headline: { particles: quantities.map(([name]) => `particles.${name}`) },
    terms: sampleTerms,
  };
}

function sampleFindings(samples: readonly string[], captures: number, files: readonly string[]): Finding[] {
  const findings: Finding[] = [
    {
      rule: "particles.blank",
      status: "not met",
      severity: "fail",
      subject: { level: "sample", sample: samples[2] ?? samples[0]! },
      message: {
        en: "The blank has 12 % of the sample's concentration; at most 10 % is accepted.",
        ja: "ブランクの粒子濃度が試料の 12 % です。許容は 10 % 以下です。",
      },
      remedy: {
        en: "Filter the diluent (0.02 µm), measure the blank again, or report the blank-corrected number.",
        ja: "希釈液を 0.02 µm でろ過してブランクを再測定するか、ブランク補正後の値を報告してください。",
      },
      clause: "ISO 19430:2016, 7.3",
      estimates: [`particles.concentration|sample||||${samples[2] ?? ""}`],
    },
  ];
  samples.forEach((sample, index) => {
    for (let capture = 1; capture <= captures; capture++) {
      findings.push({
        rule: capture === 2 ? "particles.low_count" : "particles.temperature",
        status: capture === 2 ? "doubtful" : "met",
        severity: "caution",
        subject: { level: "capture", sample, file: files[index]!, capture: `video ${capture}` },
        message:
          capture === 2
            ? {
                en: "The capture has 143 valid tracks; 200 are wanted.",
                ja: "この撮影の有効軌跡数は 143 です。200 以上が必要です。",
              }
            : { en: "The temperature is recorded.", ja: "温度が記録されています。" },
        remedy:
          capture === 2
            ? { en: "Dilute less or record longer.", ja: "希釈を弱めるか、撮影時間を延ばしてください。" }
            : same(""),
        clause: "Vesica practice limit",
        estimates: [],
      });
    }
  });
  findings.push({
    rule: "particles.instrument_warning",
    status: "doubtful",
    severity: "note",
    subject: { level: "file", file: files[0]! },
    message: { en: "The instrument warns: “Vibration detected”.", ja: "装置の警告：“Vibration detected”" },
    remedy: same(""),
    clause: "line 41",
    estimates: [],
  });
  findings.push({
    rule: "misev.protein",
    status: "not reported",
    severity: "note",
    subject: { level: "study" },
    message: { en: "No protein amount is given.", ja: "タンパク質量の記載がありません。" },
    remedy: same(""),
    clause: "MISEV2023",
    estimates: [],
  });
  return findings;
}

const sampleIssues: Issue[] = [
  {
    code: "nta-cut-off",
    severity: "error",
    file: "raw/cut.csv",
    place: { line: 38, column: 4, key: "Size Data" },
    parameters: {},
    message: { en: "The file ends inside its size table.", ja: "ファイルが粒径表の途中で終わっています。" },
    remedy: { en: "Export it again from the instrument.", ja: "装置から再度エクスポートしてください。" },
  },
  {
    code: "study-unknown-format",
    severity: "warning",
    file: "raw/notes.docx",
    parameters: {},
    message: { en: "No format knows this file.", ja: "このファイルの形式は判別できません。" },
    remedy: { en: "Mark it as ignored in samples.csv.", ja: "samples.csv で ignore と指定してください。" },
  },
];
