import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../../kernel/index.ts";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { mutations, truncations } from "../../../../testing/mutate.test-support.ts";
import { readWorkspace } from "./workspace.ts";

const node = (kind: string, name: string, count: number | string, inside = "") =>
  `<${kind} name="${name}"  annotation=""  owningGroup=""  count="${count}" >${inside}</${kind}>`;
const below = (...inside: string[]) => `<Subpopulations>\n${inside.join("\n")}\n</Subpopulations>`;
const sample = (name: string, count: number | string, inside = "") =>
  `<Sample><DataSet uri="file:/x.fcs" sampleID="1" />\n<SampleNode name="${name}" count="${count}" sampleID="1">${inside}</SampleNode></Sample>`;
const workspace = (...samples: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
 <Workspace version="20.0"  flowJoVersion="10.8.1"  xmlns:gating="http://www.isac-net.org/std/Gating-ML/v2.0/gating" >
<Groups><GroupNode name="All Samples" count="-1"><Subpopulations>${node("Population", "not of a sample", 7)}</Subpopulations></GroupNode></Groups>
<SampleList>
${samples.join("\n")}
</SampleList></Workspace>`;
const gate = `<Gate gating:id="ID1"><gating:RectangleGate/></Gate>`;
const two = workspace(
  sample(
    "a.fcs",
    1000,
    below(
      node(
        "Population",
        "EV/gate",
        800,
        gate + below(node("Population", "CD9+", 300), node("NotNode", "CD9-", 500)),
      ),
      node("OrNode", "either", 900),
      `<Statistic name="Mean" value="3" />`,
    ),
  ),
  sample("b.fcs", 20),
);
const note = "cytometry-workspace-geometry";

describe("FlowJo workspaces", () => {
  test("give samples with populations by path and count", () => {
    const result = readWorkspace(two);
    expect(value(result)).toEqual({
      version: "10.8.1",
      samples: [
        {
          name: "a.fcs",
          events: 1000,
          populations: [
            { path: "EV\\/gate", count: 800 },
            { path: "EV\\/gate/CD9+", count: 300 },
            { path: "EV\\/gate/CD9-", count: 500 },
            { path: "either", count: 900 },
          ],
        },
        { name: "b.fcs", events: 20, populations: [] },
      ],
    });
    expect(codes(result)).toEqual([note]);
  });

  test.each([
    ["not calculated", node("Population", "p", -1, below(node("Population", "q", 1))), "count"],
    ["more than its parent", node("Population", "p", 11), "count"],
    ["no number", node("Population", "p", "1e3"), "count"],
    ["without a name", node("Population", "", 1), "name"],
  ])("leave out a population %s, with all under it", (_, population, attribute) => {
    const result = readWorkspace(
      workspace(sample("a.fcs", 10, below(population, node("Population", "kept", 3)))),
    );
    expect(value(result).samples[0]!.populations).toEqual([{ path: "kept", count: 3 }]);
    expect(codes(result)).toEqual(["cytometry-workspace-population", note]);
    const [issue] = isAccepted(result) ? result.warnings : [];
    expect(issue).toMatchObject({ parameters: { what: `Population@${attribute}` }, place: { line: 7 } });
  });

  test("leave out a sample without a count or a name, and refuse where none is left", () => {
    expect(codes(readWorkspace(workspace(sample("a.fcs", -1), sample("b.fcs", 2))))).toEqual([
      "cytometry-workspace-sample",
      note,
    ]);
    expect(
      codes(readWorkspace(workspace(sample("", 3)))).every((code) => code === "cytometry-workspace-sample"),
    ).toBe(true);
    expect(isAccepted(readWorkspace(workspace(sample("", 3))))).toBe(false);
  });

  test.each([
    ["another root", "<a/>", "cytometry-workspace-not"],
    ["a workspace without samples", "<Workspace/>", "cytometry-workspace-not"],
    ["an empty list", workspace(), "cytometry-workspace-sample"],
    ["text that is cut", two.slice(0, -1), "xml-malformed"],
  ])("refuse %s", (_, text, code) => {
    expect(codes(readWorkspace(text))).toEqual([code]);
  });

  test("cut at each byte are refused; 10,000 damaged copies never throw, and counts stay within their parents", () => {
    const bytes = new TextEncoder().encode(two);
    const decode = (variant: { bytes: Uint8Array }) => new TextDecoder("windows-1252").decode(variant.bytes);
    for (const variant of truncations(bytes)) expect(isAccepted(readWorkspace(decode(variant)))).toBe(false);
    let read = 0;
    for (const variant of mutations(bytes, 10_000, 9)) {
      const result = readWorkspace(decode(variant));
      if (!isAccepted(result)) continue;
      read++;
      for (const { events, populations } of result.value.samples) {
        expect(
          Number.isSafeInteger(events) && populations.every(({ count }) => count <= events),
          variant.label,
        ).toBe(true);
      }
    }
    expect(read).toBeGreaterThan(100);
  });
});
