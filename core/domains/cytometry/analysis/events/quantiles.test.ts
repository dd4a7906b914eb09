import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventData, uniform } from "./events.test-support.ts";
import { emptyPlan } from "./plan.ts";
import { exactQuantiles } from "./quantiles.ts";

/** Type 7 of Hyndman and Fan by sorting. */
function sorted7(values: readonly number[], p: number): number {
  const order = [...values].sort((a, b) => a - b);
  const at = (order.length - 1) * p;
  const below = order[Math.floor(at)]!;
  return below + (at - Math.floor(at)) * ((order[Math.floor(at) + 1] ?? below) - below);
}

const probabilities = [0, 0.01, 0.25, 0.5, 0.731, 0.99, 1];

describe("exactQuantiles", () => {
  test("are those of the sorted values, whatever floats they are", async () => {
    const value = fc.oneof(
      fc.float({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 1, 1, 1, -1e-44, 1e-44, 2e-44, -3.4e38),
      fc.float({ min: 100, max: 101, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.constantFrom("wasm", "reference") as fc.Arbitrary<"wasm" | "reference">,
        async (values, kernel) => {
          const floats = values.map(Math.fround);
          const data = eventData(
            [{}],
            floats.map((x) => [x]),
            true,
          );
          const request = { gate: -1, channel: 0, compensated: false, probabilities };
          const [found] = await exactQuantiles(data, emptyPlan, [request], { kernel });
          expect(found).toEqual(probabilities.map((p) => sorted7(floats, p) + 0));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("are of the events of a gate, compensated, for several requests at once", async () => {
    const next = uniform(3);
    const rows = Array.from({ length: 6001 }, () => [10 ** (4 * next()) - 50, 1000 * next() - 100]);
    const data = eventData([{}, {}], rows, false);
    const plan = {
      compensation: {
        channels: [0, 1],
        inverse: [
          [1, -0.25],
          [0, 1],
        ],
      },
      gates: [
        {
          kind: "rectangle",
          bounds: [{ axis: { channel: 1, compensated: false, scale: null }, min: 300, max: null }],
          parent: -1,
        },
      ],
    } as const;
    const found = await exactQuantiles(data, plan, [
      { gate: 0, channel: 0, compensated: false, probabilities },
      { gate: 0, channel: 1, compensated: true, probabilities },
      { gate: -1, channel: 1, compensated: false, probabilities: [0.5] },
    ]);
    const floats = rows.map((row) => row.map(Math.fround));
    const gated = floats.filter(([, y]) => y! >= 300);
    const compensated = gated.map(([x, y]) => Math.fround(Math.fround(x! * -0.25) + y!));
    expect(found).toEqual([
      probabilities.map((p) =>
        sorted7(
          gated.map(([x]) => x!),
          p,
        ),
      ),
      probabilities.map((p) => sorted7(compensated, p)),
      [
        sorted7(
          floats.map(([, y]) => y!),
          0.5,
        ),
      ],
    ]);
  });

  test("are NaN where a gate is empty", async () => {
    const request = { gate: -1, channel: 0, compensated: false, probabilities: [0.5] };
    expect(await exactQuantiles(eventData([{}], [], true), emptyPlan, [request])).toEqual([[Number.NaN]]);
  });
});
