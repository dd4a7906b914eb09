import type { Checklist, Estimate, Text } from "../kernel/index.ts";
import type { ResultDocument } from "../study/index.ts";

const same = (text: string): Text => ({ en: text, ja: text });

interface Given {
  readonly sample?: string;
  readonly group?: string;
  readonly channel?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly flags?: readonly string[];
  readonly n?: number;
  readonly level?: "file";
}

/** A number of a made-up study. */
export function numberOf(id: string, given: Given): Estimate {
  const { sample, group, channel, value = 1, unit = "1", flags = [], n = null, level } = given;
  const subject =
    group === undefined
      ? ({ level: level ?? "sample", sample: sample! } as const)
      : ({ level: "group", group } as const);
  return {
    id,
    subject,
    value,
    unit,
    interval: null,
    n: { technical: n, biological: null },
    basis: "derived",
    assumptions: [],
    flags,
    qualifiers: channel === undefined ? {} : { channel },
    evidence: "ev:none",
  };
}

export const checklist: Checklist = {
  id: "flow.list",
  title: same("List of 2020"),
  source: "doi:10.0/list",
  note: { en: "In our own words.", ja: "独自の表現です。" },
  items: (["met", "not reported", "doubtful", "not applicable"] as const).map((status, index) => ({
    item: `${index < 2 ? 1 : 2}.${index + 1}`,
    category: index < 2 ? { en: "Before", ja: "前" } : { en: "After", ja: "後" },
    title: { en: `Title ${index + 1}`, ja: `題 ${index + 1}` },
    asks: { en: `Asks ${index + 1}`, ja: `内容 ${index + 1}` },
    applicable: status !== "not applicable",
    status,
    value: status === "met" || status === "doubtful" ? same(`value ${index + 1}`) : same(""),
    evidence: status === "met" ? ["a.fcs", "b.fcs", "c.fcs", "d.fcs", "e.fcs", "f.fcs"] : [],
    comment: status === "doubtful" ? same("why it is doubted") : same(""),
  })),
};

/** The same sample measured in two rooms: `walk`, told first, and `flow`, of two channels. */
export function twoRooms(change: Partial<ResultDocument> = {}): ResultDocument {
  const sample = (name: string, role = "sample") => ({ name, role, condition: null, donor: null });
  return {
    schemaVersion: "1.1",
    software: { name: "vesica", version: "0.1.0" },
    study: {
      title: "Two rooms",
      question: "",
      samples: [sample("A"), sample("B"), sample("C"), sample("D"), sample("buffer", "control")],
    },
    files: [],
    estimates: [
      numberOf("walk.size", { sample: "A", value: 101, unit: "nm" }),
      numberOf("walk.size", { sample: "B", value: 102, unit: "nm" }),
      numberOf("flow.median", { sample: "A", channel: "Z-A", level: "file" }),
      numberOf("flow.median", { sample: "C", channel: "B-A", level: "file" }),
      numberOf("flow.median", { sample: "buffer", channel: "B-A", level: "file" }),
      numberOf("flow.events", { sample: "A", value: 11 }),
      numberOf("flow.fraction", { sample: "A", channel: "B-A", value: 0.25 }),
      numberOf("flow.fraction", { sample: "A", channel: "Z-A", value: 0.75 }),
      numberOf("walk.mean", { group: "treated", value: 103, unit: "nm", n: 5 }),
      numberOf("flow.mean", { group: "treated", channel: "Z-A", value: 0.7, n: 3 }),
      numberOf("flow.mean", { group: "treated", channel: "B-A", value: 0.2, n: 2 }),
    ],
    findings: [],
    tables: [],
    figures: [],
    checklists: [],
    evidence: [],
    issues: [],
    domains: ["walk", "flow"],
    headline: { flow: ["flow.events", "flow.fraction"], walk: ["walk.size"] },
    terms: {
      walk: { en: "Walk", ja: "歩行" },
      flow: { en: "Flow", ja: "流れ" },
      "flow.fraction": { en: "Fraction", ja: "割合" },
      "flow.events": { en: "Events", ja: "イベント数" },
      channel: { en: "channel", ja: "チャンネル" },
      dim: { en: "too dim", ja: "暗い" },
    },
    ...change,
  };
}
