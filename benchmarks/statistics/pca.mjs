// node benchmarks/statistics/pca.mjs [--features 20000] [--samples 400] [--components 10] [--rounds 3]
// Principal components against R's prcomp, in turn, on the same matrix.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { createRandom } = await import(join(here, "../../core/dist/kernel/index.js"));
const { values: options } = parseArgs({
  options: {
    features: { type: "string", default: "20000" },
    samples: { type: "string", default: "400" },
    components: { type: "string", default: "10" },
    rounds: { type: "string", default: "3" },
  },
});
const features = Number(options.features);
const samples = Number(options.samples);
const components = Number(options.components);
const folder = mkdtempSync(join(tmpdir(), "vesica-benchmark-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Log abundances: a level for each feature, `components` factors of falling strength, and noise. */
function makeMatrix(rows) {
  const random = createRandom(1).split("matrix");
  const factors = Array.from({ length: components }, () => random.normals(samples));
  const values = new Float64Array(rows * samples);
  for (let i = 0; i < rows; i++) {
    const level = 20 + 3 * random.normal();
    const loadings = random.normals(components).map((one, k) => one / (k + 1));
    const noise = random.normals(samples);
    for (let j = 0; j < samples; j++) {
      let value = level + 0.5 * noise[j];
      for (let k = 0; k < components; k++) value += loadings[k] * factors[k][j];
      values[i * samples + j] = value;
    }
  }
  const path = join(folder, `matrix-${rows}`);
  writeFileSync(path, values);
  return path;
}

function run(command, script, path, rows) {
  return new Promise((resolve, reject) => {
    const output = join(folder, `${command.split("/").pop()}-${rows}`);
    const child = spawn(command, [join(here, script), path, rows, samples, components, output].map(String), {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    let peak = 0;
    child.stdout.on("data", (part) => {
      text += part;
    });
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      } catch {}
    }, 10);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code !== 0) return reject(new Error(`${command} ended with ${code}`));
      const [seconds, ...by] = text.trim().split(" ");
      resolve({ seconds: Number(seconds), megabytes: peak / 1024, by: by.join(" "), output });
    });
  });
}

function checkAgreement(one, two) {
  const [ours, theirs] = [one, two].map(({ output }) => {
    const bytes = readFileSync(output);
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  });
  let worst = 0;
  for (let k = 0; k < components; k++) {
    worst = Math.max(worst, Math.abs(ours[k] / theirs[k] - 1));
    let dot = 0;
    for (let j = 0; j < samples; j++)
      dot += ours[components * (j + 1) + k] * theirs[components * (j + 1) + k];
    for (let j = 0; j < samples; j++) {
      const at = components * (j + 1) + k;
      worst = Math.max(worst, Math.abs(ours[at] - Math.sign(dot) * theirs[at]) / theirs[k]);
    }
  }
  if (!(worst < 1e-9)) throw new Error(`results differ by ${worst}`);
  console.log(
    `agreement: ${components} deviations and ${components * samples} scores within ${worst.toExponential(1)}`,
  );
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = (runs) => median(runs.map((one) => one.seconds));
const row = (name, runs) =>
  console.log(
    `${name.padEnd(30)} ${seconds(runs).toFixed(2).padStart(7)} s ${median(runs.map((one) => one.megabytes))
      .toFixed(0)
      .padStart(6)} MB   ${runs[0].by}`,
  );

if (spawnSync("Rscript", ["--version"]).error) throw new Error("Rscript is not there: install r-base-core");
const single = makeMatrix(features);
const double = makeMatrix(2 * features);
const peer = [];
const own = [];
const twice = [];
for (let round = 0; round < Number(options.rounds); round++) {
  own.push(await run(process.execPath, "pca-vesica.mjs", single, features));
  peer.push(await run("Rscript", "pca.R", single, features));
  if (round === 0) checkAgreement(own[0], peer[0]);
  twice.push(await run(process.execPath, "pca-vesica.mjs", double, 2 * features));
}
row(`R prcomp, ${features} x ${samples}`, peer);
row(`vesica, ${features} x ${samples}`, own);
row(`vesica, ${2 * features} x ${samples}`, twice);
console.log(
  `R / vesica           ${median(peer.map((one, i) => one.seconds / own[i].seconds)).toFixed(2)} (at least 1)`,
);
console.log(`twice the features   ${(seconds(twice) / seconds(own)).toFixed(2)} (at most 2.2)`);
