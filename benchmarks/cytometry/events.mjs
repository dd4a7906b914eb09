// node benchmarks/cytometry/events.mjs [--events 1e6,5e6] [--rounds 3] [--files 200] [--python PYTHON] [--large 5e7]
// The same events through Vesica, FlowIO with FlowUtils, and two NumPy scripts, in turn; results are compared first.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeFcs } from "./events-data.mjs";
import { bins, gate, pairs, scale, scatter } from "./events-plan.mjs";
import { summedEvery } from "./events-run.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    events: { type: "string", default: "1e6,5e6" },
    rounds: { type: "string", default: "3" },
    files: { type: "string" },
    python: { type: "string", default: "python3" },
    large: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), "vesica-benchmark-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const plan = JSON.stringify({ bins, gate, pairs, scale, scatter });
const script = (name) => join(here, name);
const vesica = (kernel, workers) => [
  process.execPath,
  [script("events-vesica.mjs")],
  [kernel, String(workers)],
];
const python = (name, ...more) => [values.python, [script(name), ...more, plan], []];
const contenders = {
  "Vesica, 1 thread": vesica("wasm", 0),
  "Vesica, 2 workers": vesica("wasm", 2),
  "Vesica, plain TypeScript": vesica("reference", 0),
  "FlowIO + FlowUtils": python("events_flowutils.py"),
  "NumPy, table by the float's bits": python("events_numpy.py", "bits"),
  "NumPy, np.interp": python("events_numpy.py", "interp"),
};

function run(name, paths) {
  const [command, before, after] = contenders[name];
  const result = join(folder, "result.bin");
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, result, ...after, ...paths], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, OPENBLAS_NUM_THREADS: name.startsWith("NumPy") ? "1" : "2" },
    });
    let out = "";
    child.stdout.on("data", (text) => {
      out += text;
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code !== 0) reject(new Error(`${name} ended with ${code}`));
      else resolve({ ...JSON.parse(out), counts: new Uint32Array(readFileSync(result).buffer.slice(0)) });
    });
  });
}

/** The gate has to hold as many events in every file; of the last file's the events at most 1e-4 may stand in another cell of a histogram. */
function compare(name, own, peer, events) {
  if (String(own.gated) !== String(peer.gated))
    throw new Error(`${name}: ${peer.gated} gated, ${own.gated} here`);
  const cells = own.counts.length / pairs.length;
  let worst = 0;
  for (let i = 0; i < pairs.length; i++) {
    let difference = 0;
    for (let cell = i * cells; cell < (i + 1) * cells; cell++)
      difference += Math.abs(own.counts[cell] - peer.counts[cell]);
    worst = Math.max(worst, difference / events);
  }
  if (!(worst < 1e-4)) throw new Error(`${name}: histograms differ by ${worst} of the events`);
  return worst;
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function series(title, paths, events) {
  const runs = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(contenders)) runs[name].push(await run(name, paths));
  const [own, ...others] = Object.keys(contenders);
  const reference = runs[own][0];
  console.log(`\n${title}: ${sum(reference.gated)} events in the gate`);
  for (const name of others) {
    const worst = compare(name, reference, runs[name][0], events);
    console.log(`  ${name}: same gate, histograms within ${worst.toExponential(1)} of the events`);
  }
  console.log(`${"".padEnd(34)} median s  least s    CPU s  peak MB  / 1 thread  / 2 workers`);
  for (const [name, all] of Object.entries(runs)) {
    const of = (key) => all.map((one) => one[key]);
    const ratio = (to) => median(all.map((one, i) => one.seconds / runs[to][i].seconds)).toFixed(1);
    const [one, two] = Object.keys(contenders);
    const cells = [
      median(of("seconds")).toFixed(3).padStart(8),
      Math.min(...of("seconds"))
        .toFixed(3)
        .padStart(8),
      median(of("cpu")).toFixed(3).padStart(8),
      median(of("megabytes")).toFixed(0).padStart(8),
      ratio(one).padStart(11),
      ratio(two).padStart(12),
    ];
    console.log(`${name.padEnd(34)} ${cells.join(" ")}`);
  }
}

async function large(events) {
  const path = join(folder, "large.fcs");
  writeFcs(path, events, 11, Math.min(events, 1e6));
  for (const name of ["Vesica, 1 thread", "Vesica, 2 workers"]) {
    const { seconds, megabytes, gated } = await run(name, [path]);
    console.log(
      `${name}, ${events} events, ${((64 * events) / 1e9).toFixed(1)} GB: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ${sum(gated)} gated`,
    );
  }
  rmSync(path);
}

console.log(`Medians of ${rounds} rounds, contenders in turn; ratios are medians of paired ratios.`);
if (values.files) {
  const count = Number(values.files);
  const paths = Array.from({ length: count }, (_, i) => join(folder, `file-${i}.fcs`));
  paths.forEach((path, i) => {
    writeFcs(path, 10_000, i + 1);
  });
  await series(`${count} files of 10000 events`, paths, 10_000 * Math.ceil(count / summedEvery));
} else if (values.large) await large(Number(values.large));
else
  for (const events of values.events.split(",").map(Number)) {
    const path = join(folder, `${events}.fcs`);
    writeFcs(path, events, 7);
    await series(`${events} events`, [path], events);
    rmSync(path);
  }
