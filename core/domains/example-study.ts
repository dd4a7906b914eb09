import type { ExamplePart, Json, TwinFile } from "../kernel/index.ts";
import { cytometryExample } from "./cytometry/index.ts";
import { particlesExample } from "./particles/index.ts";

const columns = [
  "file",
  "sample",
  "role",
  "donor",
  "condition",
  "dilution",
  "control",
  "volume_uL",
  "calibrant",
];

/** What makes each room's part of the example, by room, in the order in which the study tells them. */
export const exampleParts: Readonly<Record<string, (seed: number) => ExamplePart>> = {
  particles: particlesExample,
  cytometry: cytometryExample,
};

function madeParts(seed: number): Readonly<Record<string, ExamplePart>> {
  return Object.fromEntries(Object.entries(exampleParts).map(([room, make]) => [room, make(seed)]));
}

/** The example's parameters by room. */
export function exampleParameters(seed: number): Readonly<Record<string, Json>> {
  const parts = madeParts(seed);
  return Object.fromEntries(Object.entries(parts).map(([room, { parameters }]) => [room, parameters]));
}

/**
 * The files of the example study: what cells release under hypoxia, by NTA and flow cytometry. Everything in it is
 * simulated; the same seed gives the same bytes.
 */
export function exampleStudy(seed: number): readonly TwinFile[] {
  return exampleFiles(madeParts(seed));
}

/** The files of the study that these parts, by room in the order of `exampleParts`, make. */
export function exampleFiles(parts: Readonly<Record<string, ExamplePart>>): readonly TwinFile[] {
  const all = Object.values(parts);
  const lines = all.flatMap(({ rows }) =>
    rows.map((row) => columns.map((name) => row[name] ?? "").join(",")),
  );
  const sheet = [columns.join(","), ...lines].join("\n");
  const parameters = Object.entries(parts).map(
    ([room, part]) => `  ${room}:\n${yamlLines(part.parameters, 4).join("\n")}`,
  );
  return [
    { name: "study.yaml", bytes: utf8(`${heading}${parameters.join("\n")}\n`) },
    { name: "samples.csv", bytes: utf8(`${sheet}\n`) },
    ...all.flatMap(({ files }) => files),
  ];
}

const heading = `title: Particles released under hypoxia (simulated example)
question: Do cells release more particles without oxygen, and does the inhibitor prevent it?
source: conditioned medium, ultracentrifugation; every file of this study is simulated
design:
  reference: normoxia
parameters:
`;

/** Objects as blocks, lists and plain values on one line, as JSON that YAML reads. */
function yamlLines(value: Json, indent: number): string[] {
  const space = " ".repeat(indent);
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, own]) =>
    own !== null && typeof own === "object" && !Array.isArray(own)
      ? [`${space}${key}:`, ...yamlLines(own, indent + 2)]
      : [`${space}${key}: ${JSON.stringify(own)}`],
  );
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
