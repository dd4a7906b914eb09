import type { SheetRow } from "../../../kernel/index.ts";
import { type CloudFile, cloudFcs, sheetRow } from "./odd-files.test-support.ts";
import type { OddStudy } from "./odd-studies.test-support.ts";

interface Tube {
  readonly name: string;
  /** Events of the buffer, of dim and of PE-bright particles; their scatter. */
  readonly events: readonly [buffer: number, dim: number, bright: number];
  readonly scatter?: number;
  readonly row: Parameters<typeof sheetRow>[1];
  readonly control?: string;
  readonly more?: Partial<CloudFile>;
}

const second = { instrument: "Second cytometer" };
const fourth = { instrument: "Fourth cytometer" };
const third = { instrument: "Third cytometer" };

/** Samples that fail their controls, a swarm, and donors too few to compare. */
const tubes: readonly Tube[] = [
  { name: "buffer", events: [400, 0, 0], row: { sample: "buffer", role: "control" }, control: "buffer" },
  {
    name: "isotype",
    events: [100, 900, 0],
    row: { sample: "near-buffer", role: "control", dilution: 100 },
    control: "isotype",
  },
  { name: "fmo", events: [100, 900, 5], row: { sample: "fmo", role: "control" }, control: "fmo BV421-A" },
  {
    name: "near-buffer",
    events: [400, 500, 200],
    row: { sample: "near-buffer", donor: "D1", condition: "a", dilution: 100 },
  },
  {
    name: "under-buffer",
    events: [350, 0, 0],
    row: { sample: "under-buffer", donor: "D2", condition: "e", dilution: 100 },
  },
  {
    name: "resistant",
    events: [100, 3000, 1500],
    row: { sample: "resistant", donor: "D3", condition: "b", dilution: 100 },
  },
  {
    name: "resistant-lysed",
    events: [100, 2500, 1300],
    row: { sample: "resistant", role: "control", dilution: 100 },
    control: "detergent",
  },
  {
    name: "more-lysed",
    events: [400, 800, 400],
    row: { sample: "near-buffer", role: "control", dilution: 100 },
    control: "detergent",
  },
  {
    name: "barely",
    events: [60, 2000, 900],
    row: { sample: "barely", donor: "D4", condition: "b", dilution: 100 },
  },
  {
    name: "barely-lysed",
    events: [360, 380, 10],
    row: { sample: "barely", role: "control", dilution: 100 },
    control: "detergent",
  },
  ...[10, 20, 40, 80, 160].map((dilution, i): Tube => {
    const n = Math.round(60_000 / dilution);
    return {
      name: `swarm-${dilution}`,
      events: [0, n, 0],
      scatter: 3000 / 2 ** (0.7 * i),
      row: { sample: "swarm", dilution },
      more: second,
    };
  }),
  ...[10, 15].map(
    (dilution): Tube => ({
      name: `short-${dilution}`,
      events: [0, 3000 / dilution, 3000 / dilution],
      row: { sample: "short", dilution },
      more: second,
    }),
  ),
  {
    name: "buffer-second",
    events: [20, 0, 0],
    row: { sample: "buffer", role: "control" },
    control: "buffer",
    more: second,
  },
  ...[10, 20, 40, 80].map(
    (dilution, i): Tube => ({
      name: `lossy-${dilution}`,
      events: [0, Math.round(9000 / dilution / 1.6 ** i), 0],
      row: { sample: "lossy", dilution },
      more: fourth,
    }),
  ),
  {
    name: "unstained",
    events: [0, 40, 0],
    row: { sample: "lossy", role: "control", dilution: 10 },
    control: "unstained",
    more: fourth,
  },
  {
    name: "undecided",
    events: [0, 30, 30],
    row: { sample: "undecided", donor: "D5", condition: "c", dilution: 100 },
    more: fourth,
  },
  {
    name: "undecided-lysed",
    events: [0, 6, 6],
    row: { sample: "undecided", role: "control", dilution: 100 },
    control: "detergent",
    more: fourth,
  },
  ...["D1", "D2", "D3"].map(
    (donor, i): Tube => ({
      name: `reagent-${donor}`,
      // the last donor has no positive at all
      events: i === 2 ? [520, 0, 0] : [20, 500, 120 - 40 * i],
      row: { sample: `reagent ${donor}`, donor, condition: i === 0 ? "a" : "c", dilution: 100 },
      more: third,
    }),
  ),
  ...Object.entries({ D7: "d", D8: "d", D9: "a", D10: "e" }).map(
    ([donor, condition]): Tube => ({
      name: `other-${donor}`,
      events: [20, 500, donor === "D7" ? 200 : 150],
      row: { sample: `other ${donor}`, donor, condition, dilution: 100 },
      more: third,
    }),
  ),
  {
    name: "reagent",
    events: [40, 30, 0],
    row: { sample: "reagent", role: "control" },
    control: "reagent",
    more: third,
  },
];

/** Samples that fail their controls, dilution series of a swarm and of too short a span. */
export function controlledStudy(): OddStudy {
  const rows = tubes.map(
    ({ name, row, control = "" }): SheetRow =>
      sheetRow(`${name}.fcs`, row, { control, volume_uL: name.startsWith("swarm") ? "4" : "5" }),
  );
  const files = tubes.map(({ name, events: [buffer, dim, bright], scatter = 300, more = {} }, i) => ({
    name: `${name}.fcs`,
    bytes: cloudFcs({
      seed: 20 + i,
      clouds: [
        { n: buffer, of: { "SSC-A": [60, 0.4] } },
        { n: dim, of: { "SSC-A": [scatter, 0.3], "PE-A": [20, 0.4] } },
        { n: bright, of: { "SSC-A": [scatter, 0.3], "PE-A": [600, 0.4] } },
      ],
      ...more,
    }),
  }));
  const parameters = { markers: ["PE-A"], volumeUncertainty: 0.03 };
  return { name: "controlled", files, rows, parameters, reference: "a" };
}
