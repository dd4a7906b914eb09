import {
  accepted,
  type Interval,
  type Issue,
  isRefused,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import type { Column } from "../beads/axis.ts";
import { peakStatistics } from "../beads/peak-statistics.ts";
import { type Classes, classesOf, dyedClassesOf } from "./bead-classes.ts";
import { multiplexIssues } from "./issues.ts";

/** Beads of one size: how many classes the kit has, and their analytes from dim to bright. */
export interface GroupDesign {
  readonly name: string;
  readonly classes: number;
  readonly analytes?: readonly string[];
}

export interface MultiplexInput {
  /** Forward and side scatter, for kits with beads of more than one size; empty for one size. */
  readonly size: readonly Column[];
  /** One dye channel (classes by its intensity) or two (a grid of intensities). */
  readonly dyes: readonly Column[];
  readonly reporter: Column;
  /** From the smallest beads to the largest. */
  readonly groups: readonly GroupDesign[];
}

export interface BeadClass {
  readonly group: string;
  /** From 1, dim to bright. */
  readonly number: number;
  /** Empty where none was given, or the classes are not as many as expected. */
  readonly analyte: string;
  readonly n: number;
  /** Medians in the dye channels. */
  readonly dyes: readonly number[];
  /** Median of the reporter with its interval. */
  readonly median: number;
  readonly robustSd: number;
  readonly interval: Interval | null;
  readonly flags: readonly "few_events"[];
}

export interface MultiplexBeads {
  readonly classes: readonly BeadClass[];
  readonly groups: readonly { readonly name: string; readonly n: number; readonly found: number }[];
  readonly events: number;
  /** Share of events in no class. */
  readonly outside: number;
}

const needed = 50;
const leastPerClass = 10;

/**
 * Bead classes of a LEGENDplex or MACSPlex type assay: groups by size, then classes by dye, with the reporter's median.
 * Refused: `cytometry-multiplex-columns`, `-not-finite`, `-too-few-events`, `-names-differ`, `-groups-differ`. Warned:
 * `cytometry-multiplex-classes-differ`, `cytometry-multiplex-few-events` (50).
 */
export function multiplexBeads(input: MultiplexInput, level = 0.95): Result<MultiplexBeads> {
  const { size, dyes, reporter, groups } = input;
  const wrong = unusable(input);
  if (wrong) return refused(wrong);
  const bySize = grouped(size, groups, reporter.length);
  if (isRefused(bySize)) return bySize;
  const warnings: Issue[] = [];
  const classes: BeadClass[] = [];
  const told: { name: string; n: number; found: number }[] = [];
  groups.forEach((group, g) => {
    const members = Array.from(bySize.value.keys()).filter((i) => bySize.value[i] === g);
    const own = dyes.map((column) => Float64Array.from(members, (i) => column[i]!));
    const found =
      members.length > 0 ? dyedClassesOf(own, group.classes) : { labels: new Int32Array(0), found: 0 };
    if (found.found !== group.classes) {
      const parameters = { group: group.name, found: found.found, expected: group.classes };
      warnings.push(multiplexIssues.raise("cytometry-multiplex-classes-differ", parameters));
    }
    told.push({ name: group.name, n: members.length, found: found.found });
    classes.push(...described(group, found, members, input, level));
  });
  const few = classes.filter(({ flags }) => flags.includes("few_events")).length;
  if (few > 0) warnings.push(multiplexIssues.raise("cytometry-multiplex-few-events", { n: few, needed }));
  const inside = classes.reduce((sum, { n }) => sum + n, 0);
  const events = reporter.length;
  return accepted({ classes, groups: told, events, outside: 1 - inside / events }, warnings);
}

function described(
  group: GroupDesign,
  { labels, found }: Classes,
  members: readonly number[],
  { dyes, reporter }: MultiplexInput,
  level: number,
): BeadClass[] {
  const isComplete = found === group.classes;
  return Array.from({ length: found }, (_, k) => {
    const own = members.filter((_, i) => labels[i] === k);
    const values = (column: Column) => Float64Array.from(own, (i) => column[i]!);
    const median = (column: Column) =>
      peakStatistics({ values: values(column), weights: null }, level).median;
    const statistics = peakStatistics({ values: values(reporter), weights: null }, level);
    const flags: "few_events"[] = own.length < needed ? ["few_events"] : [];
    return {
      group: group.name,
      number: k + 1,
      analyte: (isComplete && group.analytes?.[k]) || "",
      n: own.length,
      dyes: dyes.map(median),
      median: statistics.median,
      robustSd: statistics.robustSd,
      interval: statistics.interval,
      flags,
    };
  }).filter(({ n }) => n > 0);
}

/** The group of each event from 0, -1 outside; all in group 0 where the kit has beads of one size. */
function grouped(size: readonly Column[], groups: readonly GroupDesign[], n: number): Result<Int32Array> {
  if (groups.length === 1) return accepted(new Int32Array(n));
  const { labels, found } = classesOf(size, groups.length);
  if (found === groups.length) return accepted(labels);
  const parameters = { found, expected: groups.length };
  return refused(multiplexIssues.raise("cytometry-multiplex-groups-differ", parameters));
}

function unusable({ size, dyes, reporter, groups }: MultiplexInput): Issue | null {
  const n = reporter.length;
  const named: [string, readonly Column[]][] = [["dyes", dyes]];
  if (groups.length > 1) named.push(["size", size]);
  for (const [name, columns] of [...named, ["reporter", [reporter]] as [string, Column[]]]) {
    if (columns.length === 0 || columns.some((column) => column.length !== n)) {
      return multiplexIssues.raise("cytometry-multiplex-columns", { name, n });
    }
    for (const column of columns) {
      for (let i = 0; i < n; i++) {
        if (!Number.isFinite(column[i]!)) {
          return multiplexIssues.raise("cytometry-multiplex-not-finite", { event: i + 1 });
        }
      }
    }
  }
  const classes = groups.reduce((sum, group) => sum + group.classes, 0);
  if (n < leastPerClass * classes || n === 0) {
    const parameters = { n, classes, needed: Math.max(1, leastPerClass * classes) };
    return multiplexIssues.raise("cytometry-multiplex-too-few-events", parameters);
  }
  const odd = groups.find(({ analytes, classes: k }) => analytes !== undefined && analytes.length !== k);
  if (odd === undefined) return null;
  const parameters = { group: odd.name, names: odd.analytes!.length, classes: odd.classes };
  return multiplexIssues.raise("cytometry-multiplex-names-differ", parameters);
}
