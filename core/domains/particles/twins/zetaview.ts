import { createRandom, type TwinFile } from "../../../kernel/index.ts";
import { latin1, type ZetaviewLocale, type ZetaviewVersion } from "./zetaview-format.ts";
import type { HeaderFacts } from "./zetaview-header.ts";
import { positionLines } from "./zetaview-positions.ts";
import { profileLines } from "./zetaview-profile.ts";
import { samplePositions, usedSample, type ZetaviewTruth } from "./zetaview-sample.ts";
import { sizeLines } from "./zetaview-size.ts";

/** What can be odd about a set of ZetaView files; what is left out is as on a good day. */
export interface ZetaviewOddities {
  readonly dilutionMissing?: boolean;
  /** Null: never checked, printed as LabVIEW's zero date. */
  readonly driftChecked?: string | null;
  readonly driftResult?: string;
  readonly cellResult?: string;
  /** Words under `Removal` by position index, 0 to 10: `{ 3: "GRUBBS_SIZE" }`. */
  readonly removals?: Readonly<Record<number, string>>;
  /** Positions without a trace: 5997.5 nm is printed. */
  readonly emptyPositions?: readonly number[];
  readonly correctionFactor?: number;
  readonly remarks?: string;
  readonly sizeNewline?: "\n" | "\r\n";
  readonly profileNewline?: "\n" | "\r\n";
  readonly nulInHeadings?: boolean;
  readonly printZp?: boolean;
}

export interface ZetaviewSetOptions {
  readonly truth: ZetaviewTruth;
  readonly dilution: number;
  /** Expected traces over all eleven positions; 0 gives an empty result. */
  readonly traces: number;
  readonly seed: number;
  readonly version?: ZetaviewVersion;
  readonly locale?: ZetaviewLocale;
  readonly sample?: string;
  /** Serial number of the day; the zeta profile takes the next one. */
  readonly serial?: number;
  /** Particles per mL for one particle per frame. */
  readonly instrumentFactor?: number;
  readonly oddities?: ZetaviewOddities;
}

/** The `_size_`, `_11pos` and `_prof_` files that a ZetaView would write of `truth`; the same seed gives the same bytes. */
export function zetaviewSet(options: ZetaviewSetOptions): TwinFile[] {
  const { truth, dilution, traces, seed, oddities = {} } = options;
  const { version = "8.06.01 SP1", locale = "dot", sample = "EV F7-1000", serial = 5 } = options;
  const factor = options.instrumentFactor ?? 4.29e5;
  const random = createRandom(seed).split("zetaview");
  const { removals = {}, emptyPositions = [] } = oddities;
  const settings = { truth, dilution, traces, instrumentFactor: factor, removals, emptyPositions };
  const positions = samplePositions(random, settings);
  const { diameters, particlesPerFrame, concentration } = usedSample(positions, factor);

  const experiment = (offset: number) => `20250219_${String(serial + offset).padStart(4, "0")}`;
  const stem = (offset: number, kind: string) => `${experiment(offset)}_${sample}_${kind}_488`;
  const facts = (offset: number, kind: string): HeaderFacts => ({
    version,
    locale,
    video: `Z:\\${stem(offset, kind)}.avi`,
    experiment: experiment(offset),
    sample,
    remarks: oddities.remarks ?? "",
    type: kind === "size" ? "Size Distribution" : "Zeta Potential Profile",
    driftChecked: oddities.driftChecked === undefined ? "2025-02-19 09:50:00" : oddities.driftChecked,
    driftResult: oddities.driftResult ?? "Good",
    cellResult: oddities.cellResult ?? "Very Good",
    detected: positions[0]!.particlesPerFrame,
    traces: diameters.length,
    particlesPerFrame,
    dilution: oddities.dilutionMissing ? null : dilution,
    correctionFactor: oddities.correctionFactor ?? 1,
  });
  const file = (name: string, lines: readonly string[], newline: string): TwinFile => ({
    name: `${name}.txt`,
    bytes: latin1(lines.map((line) => line + newline).join("")),
  });
  const profile = profileLines(facts(1, "prof"), random.split("profile"), {
    zetaPotential: truth.zetaPotential,
    nul: oddities.nulInHeadings ?? true,
    printZp: oddities.printZp ?? false,
  });
  const newline = oddities.sizeNewline ?? "\n";
  return [
    file(stem(0, "size"), sizeLines(facts(0, "size"), diameters, concentration), newline),
    file(`${stem(0, "size")}_11pos`, positionLines(positions, factor, dilution, locale), newline),
    file(stem(1, "prof"), profile, oddities.profileNewline ?? "\r\n"),
  ];
}
