import { describe, expect, test } from "vitest";
import { bins, capture, distribution, study, type TestFile } from "./measurements.test-support.ts";

const file = (
  name: string,
  model: string,
  shapes: readonly (readonly number[])[],
  row = {},
  from = 50,
): TestFile => ({
  file: name,
  measurement: distribution(
    shapes.map((shape, i) => capture(`${name} ${i}`, { bins: bins(shape, from) })),
    { instrument: { vendor: "V", model, software: "" } },
  ),
  rows: [{ dilution: 10, ...row }],
});

describe("one sample on two instruments", () => {
  test("keeps two sets of numbers and compares them only where both see", () => {
    const found = study(
      [file("a.csv", "One", [[100, 200, 200, 100]]), file("b.csv", "Two", [[400, 400, 50]], {}, 90)],
      { parameters: { detectionLimit: 60 } },
    );
    const one = { instrument: "V One" };
    expect(found.one("particles.concentration", "S", one)!.value).toBe(6000);
    expect(found.one("particles.concentration", "S", { instrument: "V Two" })!.value).toBe(8500);
    // both see 90 to 130 nm: 200 + 100 against 400 + 400
    const ratio = found.one("particles.instrumentRatio.concentration", "S")!;
    expect(ratio.qualifiers).toEqual({ instruments: "V One / V Two", window: "90–130 nm" });
    expect(ratio.value).toBeCloseTo(300 / 800, 12);
    expect(ratio.assumptions).toEqual(["common_window", "detection_limit_from_study"]);
    expect(ratio.flags).toEqual(["no_interval"]);
  });

  test("leaves captures of another dilution state out of the comparison", () => {
    const a = file("a.csv", "One", [[100, 200, 200, 100]]);
    const known = file("b.csv", "Two", [[100, 200, 200, 100]]);
    const unknown: TestFile = { ...file("c.csv", "Two", [[5, 5, 5, 5]]), rows: [{}] };
    const found = study([a, known, unknown], { parameters: { detectionLimit: 60 } });
    expect(found.one("particles.instrumentRatio.concentration", "S")!.value).toBeCloseTo(1, 12);
    expect(found.one("particles.concentration", "S", { instrument: "V Two" })!.flags).toContain(
      "captures_without_dilution_left_out",
    );
  });

  test("is refused where one is as measured and the other original, as a warning", () => {
    const b: TestFile = { ...file("b.csv", "Two", [[100, 200]]), rows: [{}] };
    const found = study([file("a.csv", "One", [[100, 200]]), b]);
    expect(found.issues.find(({ code }) => code === "particles-state-differs")!.severity).toBe("warning");
  });

  test("blanks on two instruments are not compared", () => {
    const row = { role: "blank" as const };
    const found = study([file("a.csv", "One", [[1, 2]], row), file("b.csv", "Two", [[1, 2]], row)]);
    expect(found.one("particles.instrumentRatio.concentration", "S")).toBeUndefined();
  });

  test("files that name no instrument are told apart by their method", () => {
    const nameless = (name: string, method: "TRPS" | "MRPS") => ({
      ...file(name, "", [[100, 200, 200, 100]]),
      measurement: distribution([capture(name)], {
        method,
        instrument: { vendor: "", model: "", software: "" },
      }),
    });
    const found = study([nameless("a.csv", "TRPS"), nameless("b.csv", "MRPS")]);
    expect(found.one("particles.d50", "S", { instrument: "TRPS" })).toBeDefined();
    expect(found.one("particles.d50", "S", { instrument: "MRPS" })).toBeDefined();
  });
});
