import { type Cloud, cloudFcs, sheetRow } from "./odd-files.test-support.ts";
import type { OddStudy } from "./odd-studies.test-support.ts";

const analytes = ["CD9", "CD63", "CD81", "control"] as const;

/** Percent of FITC subtracted from PE by the instrument, as `$COMP` of six channels tells it. */
const subtracted = ["6", ...Array.from({ length: 36 }, (_, i) => (i === 4 * 6 + 3 ? "12" : "0"))].join(",");

/** A tube of four bead classes in FITC, with the reporter of each in PE. */
function tube(
  seed: number,
  reporters: readonly number[],
  counts: readonly number[],
): Uint8Array<ArrayBuffer> {
  const clouds = reporters.map(
    (reporter, i): Cloud => ({
      n: counts[i]!,
      of: { "SSC-A": [50_000, 0.05], "FITC-A": [300 * 8 ** i, 0.06], "PE-A": [reporter, 0.2] },
    }),
  );
  return cloudFcs({ seed, clouds });
}

/** Beads of a multiplex assay: a sample with its buffer, with too few beads of one class and an analyte under the buffer. */
export function multiplexStudy(): OddStudy {
  const many = [400, 400, 400, 400];
  return {
    name: "multiplex",
    files: [
      { name: "assay.fcs", bytes: tube(90, [3000, 1500, 900, 60], [400, 400, 400, 30]) },
      { name: "assay-buffer.fcs", bytes: tube(91, [90, 80, 100, 90], many) },
      {
        name: "assay-alone.fcs",
        bytes: cloudFcs({
          seed: 92,
          instrument: "Second cytometer",
          clouds: [{ n: 5, of: {} }],
          keywords: { $COMP: subtracted },
        }),
      },
    ],
    rows: [
      sheetRow("assay.fcs", { sample: "assay" }),
      sheetRow("assay-buffer.fcs", { sample: "buffer", role: "control" }, { control: "buffer" }),
      sheetRow("assay-alone.fcs", { sample: "alone" }),
    ],
    parameters: {
      multiplex: {
        reporter: "PE-A",
        dyes: ["FITC-A"],
        groups: { beads: [...analytes] },
        normaliseTo: ["CD9", "CD63", "CD81"],
      },
    },
  };
}
