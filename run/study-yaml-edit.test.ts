import { domains } from "vesica/domains";
import type { Json } from "vesica/kernel";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { changeStudy, changeYaml } from "./study-yaml-edit.ts";

const text = `# The study of the year
title: Exposure   # keep me
question: ""
design:
  reference: normoxia
parameters:
  # the counts
  particles:
    level: 0.95 # of the intervals
    minimumTracks: 500
  cytometry:
    positiveShare: 0.02
    beads:
      # from the vendor's sheet
      rainbow:
        kind: fluorescence
        unit: MESF
        channels: { FL1: [ 1, 2, null ] } # lot 7
seed: 7
`;

const changed = (path: readonly string[], value: Json | undefined, from = text) => {
  const result = changeYaml(from, path, value);
  if (!("value" in result)) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe("changing a value of study.yaml", () => {
  test("writes the value and leaves comments, order and every other line", () => {
    const after = changed(["parameters", "particles", "level"], 0.9);
    expect(after).toContain("    level: 0.9 # of the intervals\n");
    const others = (from: string) => from.split("\n").filter((line) => !line.includes("level:"));
    expect(others(after).map((line) => line.replace(/ +#/, " #"))).toEqual(
      others(text).map((line) => line.replace(/ +#/, " #")),
    );
  });

  test("makes keys that are not there, in a file with nothing in it too", () => {
    expect(changed(["parameters", "particles", "level"], 0.9, "")).toBe(
      "parameters:\n  particles:\n    level: 0.9\n",
    );
    expect(changed(["parameters", "particles", "level"], 0.9, "title: a\nparameters: {}\n")).toBe(
      "title: a\nparameters:\n  particles:\n    level: 0.9\n",
    );
    expect(changed(["design", "reference"], "b", "design: # what is compared\n")).toContain("reference: b");
  });

  test("removes a value that is the default again, and parents that then hold nothing", () => {
    const one = changed(["parameters", "particles", "level"], undefined);
    expect(one).toContain("minimumTracks: 500");
    expect(one).not.toContain("level");
    const both = changed(["parameters", "particles", "minimumTracks"], undefined, one);
    expect(both).not.toContain("  particles:");
    expect(both).toContain("cytometry:");
    expect(changed(["parameters", "none", "level"], undefined)).toBe(changed(["seed"], 7));
    expect(changed(["design", "reference"], undefined)).not.toContain("design");
  });

  test("keeps comments inside an object of which one member changed", () => {
    const beads = {
      rainbow: { kind: "fluorescence", unit: "ERF", channels: { FL1: [1, 2, null], FL2: [3, 4, 5] } },
    };
    const after = changed(["parameters", "cytometry", "beads"], beads);
    expect(after).toContain("# from the vendor's sheet");
    expect(after).toContain("unit: ERF");
    expect(after).toContain("FL2: [ 3, 4, 5 ]");
    expect(after).toContain("# lot 7");
    expect(parse(after).parameters.cytometry.beads).toEqual(beads);
  });

  test("quotes text that YAML would take for something else, and keeps line ends", () => {
    const after = changed(["title"], "yes: # 1\n2", text.replaceAll("\n", "\r\n"));
    expect(parse(after).title).toBe("yes: # 1\n2");
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("refuses what is no YAML and what the study may not hold", () => {
    expect("issues" in changeYaml("a: [", ["a"], 1)).toBe(true);
    const study = new TextEncoder().encode(text);
    const path = ["parameters", "particles", "level"];
    const wrong = changeStudy({ study, path, value: "many" }, domains);
    expect("issues" in wrong && wrong.issues[0]?.place?.key).toBe("parameters.particles.level");
    expect("value" in changeStudy({ study, path, value: 0.9 }, domains)).toBe(true);
  });

  test("a fault elsewhere in the file does not stand in the way", () => {
    const study = new TextEncoder().encode(`${text}nonsense: 1\n`);
    const result = changeStudy({ study, path: ["seed"], value: 3 }, domains);
    expect("value" in result && result.warnings.map(({ place }) => place?.key)).toEqual(["nonsense"]);
  });
});
