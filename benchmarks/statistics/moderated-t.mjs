// node benchmarks/statistics/moderated-t.mjs [--features 20000] [--samples 40] [--rounds 5] [--loops 7]
// Linear models and moderated t of seeded data against limma's lmFit and eBayes: warm, and whole process.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = join(dirname(fileURLToPath(import.meta.url)), "moderated-t");
const { values } = parseArgs({
  options: {
    features: { type: "string", default: "20000" },
    samples: { type: "string", default: "40" },
    rounds: { type: "string", default: "5" },
    loops: { type: "string", default: "7" },
  },
});
const coefficients = 5;
const samples = Number(values.samples);
const loops = Number(values.loops);
const folder = mkdtempSync(join(tmpdir(), "vesica-benchmark-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

function makeData(features) {
  let state = 12345;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const numbers = new Float64Array(samples * (coefficients + features));
  for (let i = 0; i < samples; i++) {
    const row = [1, i % 2, Math.floor(i / 2) % 2, normal(), i / samples];
    numbers.set(row, i * coefficients);
  }
  for (let g = 0; g < features; g++) {
    const level = 18 + 12 * uniform();
    const sigma = 0.2 + 0.5 * uniform();
    const effect = g % 10 === 0 ? normal() : 0;
    for (let i = 0; i < samples; i++) {
      numbers[samples * (coefficients + g) + i] = level + effect * (i % 2) + sigma * normal();
    }
  }
  const file = join(folder, `data-${features}.bin`);
  writeFileSync(file, new Uint8Array(numbers.buffer));
  return file;
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let [peak, text] = [0, ""];
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      } catch {}
    }, 5);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code !== 0) return reject(new Error(`${command} ended with ${code}`));
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      const [version, warm] = text.trim().split(/\s+/);
      resolve({ seconds, warm: Number(warm), version, megabytes: peak / 1024 });
    });
  });
}

const argumentsOf = (file, features, rounds) => [file, features, samples, coefficients, rounds].map(String);
const peer = (...args) => run("Rscript", [join(here, "peer.R"), ...args]);
const ours = (...args) => run(process.execPath, [join(here, "ours.mjs"), ...args]);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const readNumbers = (path) => new Float64Array(new Uint8Array(readFileSync(path)).buffer);

async function compare(file, features) {
  const outputs = [join(folder, "peer.bin"), join(folder, "ours.bin")];
  await peer(...argumentsOf(file, features, 1), outputs[0]);
  await ours(...argumentsOf(file, features, 1), outputs[1]);
  const [theirs, own] = outputs.map(readNumbers);
  const size = features * coefficients;
  // a t near 0 is the rounding of a coefficient: its error counts relative to 0.001
  const floors = { t: 1e-3, p: 1e-300, B: 1e-3 };
  Object.entries(floors).forEach(([name, floor], part) => {
    let worst = 0;
    for (let i = part * size; i < (part + 1) * size; i++) {
      worst = Math.max(worst, Math.abs(own[i] - theirs[i]) / Math.max(floor, Math.abs(theirs[i])));
    }
    console.log(`agreement of ${name.padEnd(2)} ${worst.toExponential(1)} (relative, worst of ${size})`);
    if (name === "t" && !(worst < 1e-9)) throw new Error("t differs from limma's");
  });
}

if (spawnSync("Rscript", ["--version"]).error) throw new Error("Rscript is not there: install r-base-core");
const features = Number(values.features);
const file = makeData(features);
await compare(file, features);
const warm = { peer: [], ours: [] };
const whole = { peer: [], ours: [] };
for (let round = 0; round < Number(values.rounds); round++) {
  warm.peer.push(await peer(...argumentsOf(file, features, loops)));
  warm.ours.push(await ours(...argumentsOf(file, features, loops)));
  whole.peer.push(await peer(...argumentsOf(file, features, 1)));
  whole.ours.push(await ours(...argumentsOf(file, features, 1)));
}
const seconds = (runs, key) => median(runs.map((one) => one[key]));
const row = (name, runs, key) =>
  console.log(
    `${name.padEnd(38)} ${(1000 * seconds(runs, key)).toFixed(1).padStart(8)} ms ${seconds(runs, "megabytes").toFixed(0).padStart(6)} MB`,
  );
row(`limma ${warm.peer[0].version}, warm`, warm.peer, "warm");
row("vesica, warm", warm.ours, "warm");
row("limma, whole process", whole.peer, "seconds");
row("vesica, whole process", whole.ours, "seconds");
const ratio = (runs, key) => median(runs.peer.map((one, i) => one[key] / runs.ours[i][key])).toFixed(1);
console.log(`limma / vesica, warm           ${ratio(warm, "warm")}  (at least 2)`);
console.log(`limma / vesica, whole process  ${ratio(whole, "seconds")}  (at least 5)`);
for (const times of [0.5, 1, 2]) {
  const count = Math.round(features * times);
  const grown = await ours(...argumentsOf(makeData(count), count, loops));
  console.log(
    `vesica, ${String(count).padStart(6)} features, warm     ${(1000 * grown.warm).toFixed(1).padStart(8)} ms ${grown.megabytes.toFixed(0).padStart(6)} MB`,
  );
}
