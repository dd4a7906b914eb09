import { describe, expect, test } from "vitest";
import type { Figure } from "../kernel/index.ts";
import type { ResultDocument } from "../study/index.ts";
import { renderReport } from "./index.ts";
import { sampleDocument } from "./sample-document.test-support.ts";

const none = new Map();
const all = (page: string, pattern: RegExp): string[] =>
  [...page.matchAll(pattern)].map((match) => match[1]!);
const words = (page: string): string =>
  page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");

const figure: Figure = {
  id: "f.one",
  title: { en: "One", ja: "一" },
  description: { en: "A figure.", ja: "図です。" },
  data: {},
  spec: { en: {}, ja: {} },
};

test("the same document gives the same bytes", () => {
  expect(renderReport(sampleDocument(), none)).toBe(renderReport(sampleDocument(), none));
});

test("every anchor that is linked exists, and no id is used twice", () => {
  const page = renderReport(sampleDocument(), none);
  const ids = all(page, / id="([^"]*)"/g);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = all(page, / href="#([^"]*)"/g);
  expect(targets.length).toBeGreaterThan(200);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
});

test("nothing in the page points outside it", () => {
  const page = renderReport(sampleDocument({ figures: [figure] }), none);
  expect(all(page, /(?:href|src|action|data|poster)="((?!#|data:)[^"]*)"/g)).toEqual([]);
  expect(page).not.toMatch(/@import|url\(\s*["']?(?!#|data:)/);
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-`,
  );
});

test("the verdict counts findings and unread files, and shows values with intervals, limits and doubts", () => {
  const text = words(renderReport(sampleDocument(), none));
  expect(text).toContain("Checks failed 不合格の判定 1");
  expect(text).toContain("Checks doubtful 注意を要する判定 5");
  expect(text).toContain("Files not used 使用できないファイル 2");
  expect(text).toContain("1.47 × 10⁹ [1.35, 1.59] × 10⁹");
  expect(text).toContain("&lt; 1.5 × 10⁷");
  expect(text).toContain("blank above 10 % ブランクが 10 % 超");
  expect(text).toContain("What to do 対処 : ： Filter the diluent");
  expect(text).toContain("raw/cut.csv, line 38 38 行目 , column 4");
});

test("a number leads to operation, parameters and file with hash and size", () => {
  const page = renderReport(sampleDocument(), none);
  const why = /<a class="n" href="#(e\d+)">1\.47/.exec(page)![1]!;
  const mean = new RegExp(`<li id="${why}">(.*?)</li>`, "s").exec(page)![1]!;
  expect(mean).toContain("particles.betweenCaptures 1.1.0");
  const capture = /href="#(e\d+)"/.exec(mean)![1]!;
  const operation = new RegExp(`<li id="${capture}">(.*?)</li>`, "s").exec(page)![1]!;
  expect(operation).toContain("dilution = 1000");
  const file = /href="#(e\d+)">raw\/EV-01_0\.csv/.exec(operation)![1]!;
  const leaf = words(new RegExp(`<li id="${file}">(.*?)</li>`, "s").exec(page)![1]!);
  expect(leaf).toMatch(/raw\/EV-01_0\.csv 48\.2 kB SHA-256 [0-9a-f]{64}/);
});

test("derived stands beside stated, and a stated number of another dilution state does not", () => {
  const document = sampleDocument({ captures: 1, samples: [{ name: "S" }] });
  const subject = { level: "sample", sample: "S" } as const;
  const stated = {
    ...document.estimates.find(({ id }) => id === "particles.stated.concentration")!,
    subject,
  };
  const row = (qualifiers: Record<string, string>): string => {
    const estimates = [...document.estimates, { ...stated, value: 7.77e9, printed: "7.77E+09", qualifiers }];
    const page = renderReport({ ...document, estimates }, none);
    const table = /<table id="s1-numbers">.*?<\/table>/s.exec(page)![0];
    return all(table, /<tr>(<th scope="row">.*?)<\/tr>/gs).find((cells) => cells.includes("7.77"))!;
  };
  expect(row({ dilutionState: "original" })).toContain("1.47");
  expect(row({ dilutionState: "as measured" })).not.toContain("1.47");
});

test("the average that the file states stands beside the sample's number, unless there are several files", () => {
  const document = sampleDocument({ captures: 1, samples: [{ name: "S" }] });
  const table = (files: readonly string[]): string => {
    const averages = files.map((file) => ({
      ...document.estimates.find(({ id }) => id === "particles.stated.d90")!,
      subject: { level: "file", file, sample: "S" } as const,
      value: 158.8,
      printed: "158.8",
    }));
    const captures = document.estimates.map((estimate) =>
      estimate.subject.level === "capture"
        ? { ...estimate, subject: { ...estimate.subject, file: files[0]! } }
        : estimate,
    );
    const page = renderReport({ ...document, estimates: [...captures, ...averages] }, none);
    return words(/<table id="s1-numbers">.*?<\/table>/s.exec(page)![0]);
  };
  expect(table(["a.csv"])).toMatch(
    /Stated by the instrument 装置の表示値 a\.csv .* D90 number-weighted .* 161\.6 nm .* 158\.8 nm/,
  );
  expect(table(["a.csv", "b.csv"])).not.toContain("158.8");
});

test("a stated number of the original sample is compared with the derived one of the original sample", () => {
  const document = sampleDocument({ captures: 1, samples: [{ name: "S" }] });
  const stated = document.estimates.find(({ id }) => id === "particles.stated.concentration")!;
  const original = {
    ...stated,
    id: "particles.stated.originalConcentration",
    subject: { level: "sample", sample: "S" } as const,
    value: 1.66e9,
    printed: "1.66E9",
    qualifiers: {},
  };
  const page = renderReport({ ...document, estimates: [...document.estimates, original] }, none);
  const rows = all(
    /<table id="s1-numbers">.*?<\/table>/s.exec(page)![0],
    /<tr>(<th scope="row">.*?)<\/tr>/gs,
  );
  expect(rows.filter((row) => row.includes("1.66")).map((row) => row.includes("1.47"))).toEqual([true]);
});

describe("what people and files wrote stays text", () => {
  const attacks = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "{en} $& <!-- ]]>",
  ];
  const hostile = (attack: string): ResultDocument => {
    const text = { en: attack, ja: attack };
    const document = sampleDocument({
      title: attack,
      question: attack,
      samples: [{ name: attack, role: attack, condition: attack, donor: attack }],
      figures: [{ ...figure, id: attack, title: text, description: text }],
    });
    return {
      ...document,
      estimates: document.estimates.map((estimate) => ({
        ...estimate,
        unit: `{${attack}}`,
        printed: attack,
        flags: [attack],
        assumptions: [attack],
        qualifiers: { weighting: attack },
      })),
      findings: document.findings.map((finding) => ({
        ...finding,
        rule: attack,
        message: text,
        remedy: text,
        clause: attack,
      })),
      issues: document.issues.map((issue) => ({
        ...issue,
        code: attack,
        file: attack,
        place: { key: attack },
        message: text,
        remedy: text,
      })),
      files: document.files.map((file) => ({ ...file, name: attack, format: attack })),
      evidence: document.evidence.map((node) =>
        node.kind === "file"
          ? { ...node, name: attack }
          : node.kind === "parameters"
            ? { ...node, parameters: { [attack]: attack } }
            : { ...node, operation: attack, version: attack },
      ),
      terms: {},
    };
  };

  test.each(attacks)("%s", (attack) => {
    const clean = renderReport(hostile("harmless"), none);
    const page = renderReport(hostile(attack), none);
    expect(all(page, /<([a-z][a-z0-9]*)/g)).toEqual(all(clean, /<([a-z][a-z0-9]*)/g));
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(/<[^>]*\son\w+=/.exec(page)?.[0]).toBeUndefined();
    expect(page).toContain(
      attack
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;"),
    );
  });

  test("bidirectional controls in a file name are written out", () => {
    const page = renderReport(hostile("raw/a\u202Evsc.exe"), none);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(page).toContain("raw/a‹U+202E›vsc.exe");
  });
});

test("figures carry their drawing in both languages, or say that there is none", () => {
  const document = sampleDocument({ figures: [figure, { ...figure, id: "f.two" }] });
  const page = renderReport(document, new Map([["f.one", { en: "<svg>en</svg>", ja: "<svg>ja</svg>" }]]));
  expect(page).toContain(
    '<div lang="en" class="drawing"><svg>en</svg></div><div lang="ja" class="drawing"><svg>ja</svg></div>',
  );
  expect(page.match(/This figure was not drawn/g)).toHaveLength(1);
});

test("every head of a table says what it is the head of", () => {
  const page = renderReport(sampleDocument(), none);
  expect(all(page, /<th([ >][^>]*)/g).filter((rest) => !rest.includes('scope="'))).toEqual([]);
});

test("a study without anything is still a report", () => {
  const empty = {
    ...sampleDocument({ samples: [] }),
    estimates: [],
    findings: [],
    issues: [],
    evidence: [],
    files: [],
  };
  const text = words(renderReport({ ...empty, headline: {} }, none));
  expect(text).toContain("No sample has a number that can be quoted.");
  expect(text).toContain("No checks were made.");
});

test("60,000 estimates of 1,000 files: headline numbers per capture, the rest named, within 8 s of CPU and 25 MB", () => {
  const samples = Array.from({ length: 1000 }, (_, index) => ({ name: `S${index}` }));
  const document = sampleDocument({ samples, captures: 5 });
  expect(document.estimates.length).toBeGreaterThan(60_000);
  const before = process.cpuUsage();
  const page = renderReport(document, none);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(8);
  expect(page.length).toBeLessThan(25_000_000);
  expect(page).toContain("results/tables/estimates.csv");
  expect(page).not.toContain("Valid tracks");
  const first = /<section class="part" id="s1">.*?<\/details>/s.exec(page)![0];
  expect(
    all(first, /<tr><th scope="row">raw\/S0_0\.csv<\/th>(.*?)<\/tr>/g).map((row) => /few tracks/.test(row)),
  ).toEqual([false, true, false, false, false]);
  const ids = new Set(all(page, / id="([^"]*)"/g));
  expect(all(page, / href="#([^"]*)"/g).filter((target) => !ids.has(target))).toEqual([]);
});
