// node benchmarks/cytometry/mie.mjs [--n 100000] [--rounds 3] [--python python3] [--compiler g++] [--scattnlay DIR]
// Mie theory against miepython (compiled), a C++ program, SciPy and scattnlay, in turn, on the same particles.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const core = join(here, "../../core/dist/domains/cytometry/operations/mie");
const { values } = parseArgs({
  options: {
    n: { type: "string", default: "100000" },
    rounds: { type: "string", default: "3" },
    python: { type: "string", default: "python3" },
    compiler: { type: "string", default: "g++" },
    scattnlay: { type: "string" },
  },
});
const n = Number(values.n);
const rounds = Number(values.rounds);
const {
  createCollectedCurve,
  createCollector,
  createSizer,
  createSizeTable,
  emptySizes,
  sideScatter,
  solid,
  vesicle,
} = await import(join(core, "index.js"));
const { transparentSphere } = await import(join(core, "particle.js"));
const { createSeries } = await import(join(core, "series.js"));
const { scatteringEfficiency } = await import(join(core, "efficiencies.js"));

const folder = mkdtempSync(join(tmpdir(), "vesica-mie-"));
const [wavelength, medium, bead] = [488, 1.337, 1.59];
const diameters = Float64Array.from({ length: n }, (_, i) => 30 + 970 * ((i * 0.6180339887498949) % 1));
const input = join(folder, "diameters.f64");
writeFileSync(input, new Uint8Array(diameters.buffer));

/** Starts a peer that answers each line with the seconds of one run. */
async function peer(name, command, args) {
  const output = join(folder, `${name}.f64`);
  const child = spawn(command, [...args, input, output], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ready = await lines.next();
  if (ready.value !== "ready") throw new Error(`${name} does not start`);
  return {
    async seconds(request) {
      child.stdin.write(`${request}\n`);
      return Number((await lines.next()).value);
    },
    results() {
      const bytes = readFileSync(output);
      return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
    stop: () => child.kill(),
  };
}

function compiled(source, flags) {
  const program = join(folder, source.replace(/\W/g, "-"));
  const made = spawnSync(
    values.compiler,
    ["-O3", "-march=native", ...flags, join(here, source), "-o", program],
    {
      stdio: "inherit",
    },
  );
  if (made.status !== 0) throw new Error(`${values.compiler} could not compile ${source}`);
  return program;
}

function timed(run) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const efficiency = new Float64Array(n);
const series = createSeries();
function ownEfficiencies() {
  for (let i = 0; i < n; i++) {
    const x = (Math.PI * diameters[i] * medium) / wavelength;
    transparentSphere(x, bead / medium, series);
    efficiency[i] = scatteringEfficiency(x, series);
  }
}

const optics = sideScatter(wavelength, medium, 46);
const collect = createCollector(optics);
const model = vesicle();
const collected = new Float64Array(n);
function ownCollected() {
  for (let i = 0; i < n; i++) collected[i] = collect(model, diameters[i]);
}

const curved = new Float64Array(n);
function ownCurve() {
  const curve = createCollectedCurve(optics, model, { from: 30, to: 1000 });
  for (let i = 0; i < n; i++) curved[i] = curve(diameters[i]);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function agreement(name, own, theirs, most) {
  let worst = 0;
  for (let i = 0; i < n; i++) worst = Math.max(worst, Math.abs(own[i] / theirs[i] - 1));
  console.log(`agreement with ${name}: within ${worst.toExponential(1)} on ${n} particles`);
  if (!(worst < most)) throw new Error(`${name} gives other numbers`);
}

/** Runs the contenders in turn and prints medians and, for each of ours, the median of paired ratios. */
async function race(title, owns, peers) {
  const ownSeconds = owns.map(() => []);
  const theirs = peers.map(() => []);
  for (const { run } of owns) timed(run);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { one, request }] of peers.entries()) theirs[i].push(await one.seconds(request));
    for (const [i, { run }] of owns.entries()) ownSeconds[i].push(timed(run));
  }
  const line = (name, seconds) =>
    `  ${name.padEnd(38)}${((median(seconds) * 1e9) / n).toFixed(0).padStart(8)} ns a particle`;
  console.log(title);
  for (const [i, { name }] of owns.entries()) console.log(line(`vesica, ${name}`, ownSeconds[i]));
  for (const [i, { name }] of peers.entries()) {
    const ratios = ownSeconds.map((own) => median(theirs[i].map((seconds, round) => seconds / own[round])));
    console.log(
      `${line(name, theirs[i])}   ${ratios.map((ratio) => ratio.toFixed(1)).join(" and ")} times ours`,
    );
  }
}

const started = [];
const start = async (...what) => {
  const one = await peer(...what);
  started.push(one);
  return one;
};
try {
  const miepython = await start("miepython", values.python, [join(here, "mie-peer.py")]);
  ownEfficiencies();
  for (const request of ["api", "kernel"]) {
    await miepython.seconds(request);
    agreement(`miepython (${request})`, efficiency, miepython.results(), 1e-10);
  }
  const cpp = await start("cpp", compiled("mie-peer.cpp", ["-fcx-limited-range", "-fno-math-errno"]), []);
  const scipy = await start("scipy", values.python, [join(here, "mie-peer-numpy.py")]);
  const contenders = [
    { name: "C++, complex, 64 angles, vectorised", one: cpp, within: 1e-9 },
    { name: "SciPy, all particles at once", one: scipy, within: 1e-9 },
  ];
  if (values.scattnlay) {
    const program = compiled("mie-peer-scattnlay.cpp", ["-I", join(values.scattnlay, "src")]);
    // its upward recurrences on inner arguments lose digits
    const one = await start("scattnlay", program, []);
    contenders.push({ name: "scattnlay C++, 64 angles", one, within: 1e-5 });
  }
  ownCollected();
  ownCurve();
  for (const { name, one, within } of contenders) {
    await one.seconds("run");
    agreement(name, collected, one.results(), within);
    agreement(`${name}, by the curve`, curved, one.results(), within);
  }
  await race(
    "Q_sca, homogeneous, 30 to 1000 nm at 488 nm (aim: 5)",
    [{ name: "every particle", run: ownEfficiencies }],
    [
      { name: "miepython, efficiencies_mx(array)", one: miepython, request: "api" },
      { name: "miepython kernel in a numba loop", one: miepython, request: "kernel" },
    ],
  );
  await race(
    "light collected from vesicles, core and shell (aim: 10)",
    [
      { name: "every particle", run: ownCollected },
      { name: "curve made, then particles", run: ownCurve },
    ],
    contenders,
  );
} finally {
  for (const one of started) one.stop();
  rmSync(folder, { recursive: true, force: true });
}

const scale = { gain: 1, offset: 0 };
const settings = { optics, model, alternatives: [vesicle(1.36), vesicle(1.4)], scale, tolerance: 0.05 };
let table;
const making = timed(() => {
  table = createSizeTable(createSizer({ ...settings, range: { from: 30, to: 1000 } }), 1, 0);
});
const events = 1_000_000;
const signals = Float64Array.from({ length: events }, (_, i) => collected[i % n]);
const sizes = emptySizes(events);
table(signals, sizes);
const runs = Array.from({ length: Math.max(3, rounds) }, () => timed(() => table(signals, sizes)));
console.log(
  `diameters of ${events} events with four limits each: ${((median(runs) * 1e9) / events).toFixed(0)} ns an event, after ${(making * 1e3).toFixed(0)} ms for the table`,
);
console.log(`a bead of 100 nm, 1.59, collects ${collect(solid(1.59), 100).toFixed(3)} nm2`);
