import { describe, expect, test } from "vitest";
import { promisedPositions, zetaviewName } from "./zetaview-name.ts";

describe("zetaviewName", () => {
  test("size and positions share measurement and pack", () => {
    const size = zetaviewName("run/20250219_0005_EV F7_size_488.txt");
    expect(size).toEqual({ capture: "20250219_0005_EV F7_488", pack: "20250219_EV F7_488" });
    expect(zetaviewName("20250219_0005_EV F7_size_488_11pos.txt")).toEqual(size);
  });
  test("a profile under the next serial number shares the pack", () => {
    const profile = zetaviewName("C:\\data\\20250219_0006_EV F7_prof_488.txt");
    expect(profile.pack).toBe("20250219_EV F7_488");
    expect(profile.capture).toBe("20250219_0006_EV F7_488");
  });
  test.each([
    ["another day", "20250220_0005_EV F7_size_488.txt"],
    ["another sample", "20250219_0005_EV F8_size_488.txt"],
    ["another laser", "20250219_0005_EV F7_size_520.txt"],
  ])("%s is another pack", (_, other) => {
    expect(zetaviewName(other).pack).not.toBe("20250219_EV F7_488");
  });
  test("a renamed file is its own pack", () => {
    expect(zetaviewName("pool 1-5.txt")).toEqual({ capture: "pool 1-5", pack: "pool 1-5" });
  });
  test("the number of positions comes from the name", () => {
    expect(promisedPositions("a_size_488_11pos.txt")).toBe(11);
    expect(promisedPositions("a.txt")).toBe(null);
  });
});
