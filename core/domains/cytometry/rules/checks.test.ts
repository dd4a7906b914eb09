import { describe, expect, test } from "vitest";
import type { DomainResult, Estimate } from "../../../kernel/index.ts";
import { beadStudy } from "../analysis/odd-beads.test-support.ts";
import { analysed } from "../analysis/run-study.test-support.ts";
import type { CheckSummary, FluorescenceSummary, StudySummary } from "../analysis/study-summary.ts";
import { seriesReasonTerms } from "../operations/vesicles/terms.ts";
import { calibrationFindings } from "./calibration.ts";
import { checkFindings, checkWords } from "./checks.ts";
import { instrumentFindings } from "./instrument.ts";

const result = (summary: Partial<StudySummary>, more: Partial<DomainResult> = {}): DomainResult =>
  ({
    estimates: [],
    files: [],
    study: { steps: [], issues: [], summary: { checks: [], fluorescence: [], scatter: [], ...summary } },
    ...more,
  }) as never;
const found = {
  buffer_share: { share: "12 %", limit: "10 %" },
  detergent: { removed: "93 %", limit: "80 %" },
  dilution: { reasons: "rate_not_proportional" },
};
const kinds = Object.keys(checkWords) as CheckSummary["check"][];
const statuses = ["met", "not met", "doubtful", "not reported"] as const;

describe("checks of samples", () => {
  test.each(kinds.flatMap((check) => statuses.map((status) => [check, status] as const)))(
    "%s, %s: a whole sentence in both languages, a remedy unless it is met",
    (check, status) => {
      const one: CheckSummary = { sample: "S", check, status, found: found[check] };
      const [finding, ...others] = checkFindings(result({ checks: [one] }));
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ rule: `cytometry.${check}`, status });
      for (const sentence of [finding!.message.en, finding!.message.ja])
        expect(sentence).not.toMatch(/[{}]|undefined|[:：]\s*$/);
      expect(finding!.remedy.en === "").toBe(status === "met");
      expect(finding!.remedy.ja === "").toBe(status === "met");
    },
  );

  test("severity: met is a note, doubt a caution, a swarm and a buffer over its limit a failure", () => {
    const severity = (check: CheckSummary["check"], status: CheckSummary["status"]) =>
      checkFindings(result({ checks: [{ sample: "S", check, status, found: {} }] }))[0]!.severity;
    expect(kinds.map((check) => severity(check, "met"))).toEqual(["note", "note", "note"]);
    expect(kinds.map((check) => severity(check, "doubtful"))).toEqual(["caution", "caution", "caution"]);
    expect(severity("buffer_share", "not met")).toBe("fail");
    expect(severity("dilution", "not met")).toBe("fail");
    expect(severity("detergent", "not met")).toBe("caution");
  });

  test("samples without a check are told once, the first twelve by name", () => {
    const checks = Array.from({ length: 20 }, (_, i): CheckSummary => {
      return { sample: `s${i}`, check: "detergent", status: "not reported", found: {} };
    });
    const [finding, ...others] = checkFindings(result({ checks }));
    expect(others).toEqual([]);
    expect(finding!.message.en).toMatch(/s0, s1, .*s11 …$/);
    expect(finding!.subject).toEqual({ level: "study" });
  });

  test("every reason of a series has its words", () => {
    for (const reason of Object.keys(seriesReasonTerms)) {
      const one: CheckSummary = {
        sample: "S",
        check: "dilution",
        status: "doubtful",
        found: { reasons: reason },
      };
      const [finding] = checkFindings(result({ checks: [one] }));
      expect(finding!.message.en).not.toContain(reason);
    }
  });

  test("rests on the sample's own estimates", () => {
    const estimate = (id: string, sample: string): Estimate =>
      ({ id, subject: { level: "sample", sample }, qualifiers: {} }) as never;
    const estimates = [
      estimate("cytometry.bufferShare", "S"),
      estimate("cytometry.bufferShare", "T"),
      estimate("cytometry.d50", "S"),
    ];
    const one: CheckSummary = {
      sample: "S",
      check: "buffer_share",
      status: "met",
      found: found.buffer_share,
    };
    const [finding] = checkFindings(result({ checks: [one] }, { estimates }));
    expect(finding!.estimates).toEqual(["cytometry.bufferShare|sample|||S|"]);
  });
});

test("a calibration holds, or is doubtful with a remedy; without R² it says a dash", () => {
  const one = {
    file: "b.fcs",
    channel: "PE-A",
    unit: "MESF",
    slope: 1.01,
    rSquared: null,
    flags: [],
    points: [1, 2, 3],
  };
  const of = (more: object) =>
    calibrationFindings(
      result({ fluorescence: [{ ...one, ...more } as unknown as FluorescenceSummary] }),
    )[0]!;
  expect(of({})).toMatchObject({ status: "met", severity: "note", remedy: { en: "", ja: "" } });
  expect(of({}).message.en).toContain("R² –");
  expect(of({ rSquared: 0.99912 }).message.ja).toContain("0.9991");
  const doubtful = of({ flags: ["slope_not_one"] });
  expect(doubtful).toMatchObject({ status: "doubtful", severity: "caution" });
  expect(doubtful.remedy.en).not.toBe("");
});

test("a refused calibration is not met and names its channel and reason", async () => {
  const { findings, issues } = await analysed(beadStudy());
  const refusals = issues.filter(({ severity, place }) => severity === "error" && place?.key);
  expect(refusals.length).toBeGreaterThan(0);
  const failing = findings.filter(
    ({ status, rule }) => status === "not met" && rule === "cytometry.calibration",
  );
  expect(failing.map(({ subject }) => subject.file)).toEqual(refusals.map(({ file }) => file));
  for (const [i, finding] of failing.entries()) {
    expect(finding.severity).toBe("fail");
    expect(finding.message.en).toBe(
      `${refusals[i]!.place!.key} is not calibrated: ${refusals[i]!.message.en}`,
    );
    expect(finding.remedy.en).not.toBe("");
  }
});

test("the instrument's own warnings are given word for word", () => {
  const warning = (severity: string) => ({ key: "$ABRT", words: "{x} 12 lost", severity });
  const files = [
    { file: "a.fcs", format: "fcs", summary: { instrumentWarnings: [warning("fail"), warning("caution")] } },
  ];
  const findings = instrumentFindings(result({}, { files: files as never }));
  expect(findings.map(({ status }) => status)).toEqual(["not met", "doubtful"]);
  expect(findings[0]!.message.en).toContain("$ABRT {x} 12 lost");
});
