import { describe, expect, test } from "vitest";
import {
  type MiflowcytFacts,
  miflowcytAnswers,
  miflowcytCategories,
  miflowcytEv,
  noFacts,
} from "./miflowcyt-ev.ts";

const channel = (name: string, role: "scatter" | "fluorescence", label = "") => ({
  name,
  label,
  role,
  laser: "",
  filter: "",
  voltage: "",
});

const facts: MiflowcytFacts = {
  ...noFacts,
  channels: [
    channel("SSC-A", "scatter"),
    channel("FITC-A", "fluorescence", "CD9"),
    channel("PE-A", "fluorescence"),
  ],
  channelFiles: ["a.fcs"],
  trigger: { channel: "SSC-A", threshold: "", files: ["a.fcs"] },
  dilutions: { factors: [200, 100, 100], missing: 1 },
  controls: { buffer: ["buffer.fcs"], detergent: ["triton.fcs"] },
  series: { factors: [50, 100, 200], verdict: "single", files: ["s50.fcs", "s100.fcs", "s200.fcs"] },
  volume: { source: "flow rate", words: "10 uL/min x 60 s", files: ["a.fcs"] },
  fluorescence: [{ channel: "PE-A", unit: "MESF", doubtful: false, file: "beads.fcs" }],
  ranges: [{ channel: "PE-A", lower: 31, upper: null, unit: "MESF" }],
};

const of = (given: MiflowcytFacts) =>
  new Map<string, ReturnType<typeof miflowcytEv>[number]>(miflowcytEv(given).map((one) => [one.item, one]));

describe("MIFlowCyt-EV", () => {
  test("seven categories with their 25 items, each in both languages", () => {
    const items = miflowcytEv(noFacts);
    expect(miflowcytCategories.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(items.length).toBe(25);
    for (const { item, category, title, asks } of items) {
      expect(item.startsWith(`${category}.`)).toBe(true);
      for (const text of [title, asks])
        expect([text.en, text.ja].every((words) => words.length > 0)).toBe(true);
    }
  });

  test("what is not known stays visibly blank", () => {
    for (const { status, value, applicable } of miflowcytEv(noFacts))
      expect([status, value, applicable]).toEqual(["not reported", { en: "", ja: "" }, true]);
  });

  test("files and sheet fill what they know, with doubts where a part is missing", () => {
    const items = of(facts);
    expect([items.get("3.1")!.status, items.get("3.1")!.evidence]).toEqual(["met", ["buffer.fcs"]]);
    expect([items.get("3.7")!.status, items.get("3.7")!.value.en]).toEqual([
      "met",
      "1:50, 1:100, 1:200: supports single particles",
    ]);
    expect([items.get("2.3")!.status, items.get("2.3")!.value.en]).toEqual(["doubtful", "1:100, 1:200"]);
    expect(items.get("4.1")!.comment.en).toBe("the threshold is not in the files");
    expect(items.get("4.2")!.status).toBe("doubtful");
    expect(items.get("4.3")!.comment.en).toBe("not calibrated: FITC-A");
    expect(items.get("6.2")!.value.en).toBe("PE-A: 31–? MESF");
    expect(items.get("2.1")!.value.en).toBe("CD9 (FITC-A)");
    expect(items.get("3.4")!.status).toBe("not reported");
  });

  test("a person's answer fills a blank, settles a doubt, and takes an item out with its reason", () => {
    const answers = {
      "1.1": "EDTA plasma, 2500 g twice",
      "2.3": "PBS, 0.1 um filtered",
      "3.4": "not applicable: no antibodies",
      "3.6": "該当なし：単離なし",
      "7.1": "  ",
    };
    const items = of({ ...facts, answers });
    expect([items.get("1.1")!.status, items.get("1.1")!.evidence]).toEqual(["met", ["study.yaml"]]);
    expect(items.get("2.3")!.value.en).toBe("1:100, 1:200; PBS, 0.1 um filtered");
    expect(items.get("2.3")!.evidence).toEqual(["samples.csv", "study.yaml"]);
    expect([items.get("3.4")!.applicable, items.get("3.4")!.comment.en]).toEqual([false, "no antibodies"]);
    expect(items.get("3.6")!.comment.ja).toBe("単離なし");
    expect(items.get("7.1")!.status).toBe("not reported");
  });

  test("without fluorescence its items do not apply, unless somebody reports them", () => {
    const bare = { ...noFacts, channels: [channel("SSC-A", "scatter")], channelFiles: ["a.fcs"] };
    expect(of(bare).get("4.3")!.status).toBe("not applicable");
    expect(of(bare).get("4.4")!.status).toBe("not reported");
    expect(of({ ...bare, controls: { unstained: ["u.fcs"] } }).get("3.3")!.status).toBe("met");
    expect(of({ ...bare, answers: { "2.1": "CFSE" } }).get("2.1")!.status).toBe("met");
  });

  test("a series that supports a swarm is reported and doubtful", () => {
    const swarm = of({ ...facts, series: { ...facts.series!, verdict: "swarm" } }).get("3.7")!;
    expect([swarm.status, swarm.comment.en]).toEqual([
      "doubtful",
      "the series supports several particles per event",
    ]);
  });

  test("no sentence of the table speaks of compliance or of exosomes", () => {
    expect(JSON.stringify(miflowcytEv(facts))).not.toMatch(/complian|exosome|適合|準拠|エクソソーム/i);
  });

  test("answers of study.yaml are by item number; a misspelt one is refused", () => {
    expect(miflowcytAnswers.safeParse({ "1.1": "plasma" }).success).toBe(true);
    expect(miflowcytAnswers.safeParse({ "9.9": "x" }).success).toBe(false);
  });
});
