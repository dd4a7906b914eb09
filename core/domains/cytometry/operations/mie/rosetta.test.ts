import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { value } from "../../../../statistics/golden.test-support.ts";
import { createCollector } from "./collect.ts";
import { sideScatter } from "./optics.ts";
import { solid } from "./particle.ts";
import { fitScatter } from "./scatter-fit.ts";
import { createSizer } from "./sizing.ts";

const data = process.env.VESICA_DATA ?? "../shared/data";
const file = join(data, "flow-cytometry/ev-beads-apogee-rosettax/scatterer_presets/02_rosetta_mix.json");

it.skipIf(!existsSync(file))(
  `the published Rosetta bead mix, simulated with 2 % noise, is calibrated and its diameters recovered (${existsSync(file) ? "here" : "VESICA_DATA is not there"})`,
  () => {
    const preset = JSON.parse(readFileSync(file, "utf8")) as {
      particle_refractive_index: number;
      medium_refractive_index: number;
      particle_diameters_nm: number[];
    };
    const index = preset.particle_refractive_index;
    const truth = sideScatter(488, preset.medium_refractive_index, 38);
    const collect = createCollector(truth);
    const random = createRandom(7).split("rosetta");
    const beads = preset.particle_diameters_nm.map((diameter) => ({
      name: `${diameter}`,
      diameter,
      index,
      absorption: 0,
      median: 0.8 * collect(solid(index), diameter) * Math.exp(0.02 * random.normal()) + 5,
    }));
    const fit = value(
      fitScatter(beads, { ...truth, halfAngle: 50 }, { lowest: 5, highest: 85, offset: 5, level: 0.95 }),
    );
    expect(beads).toHaveLength(12);
    expect(Math.abs(fit.optics.halfAngle - 38)).toBeLessThan(1.5);
    expect(fit.rSquared).toBeGreaterThan(0.999);
    expect(fit.flags).toEqual(["scatter_equal_weights"]);
    const sizer = createSizer({
      optics: fit.optics,
      model: solid(index),
      alternatives: [],
      range: { from: 50, to: 1200 },
      scale: { gain: fit.gain, offset: 5 },
      tolerance: 0.1,
    })!;
    let single = 0;
    for (const { diameter, median } of beads) {
      const size = sizer.sizeOf(median);
      expect(size.lower).toBeLessThanOrEqual(diameter);
      expect(size.upper).toBeGreaterThanOrEqual(diameter);
      // where the curve is flat or turns, the interval is the answer
      if (size.state !== "unique") continue;
      single += 1;
      expect(Math.abs(size.diameter / diameter - 1)).toBeLessThan(0.04);
    }
    expect(single).toBeGreaterThanOrEqual(6);
  },
);
