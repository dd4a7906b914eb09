// node benchmarks/particles/run.mjs [--files 1000] [--rounds 3] [--workers N]
// Analyses NanoSight summary exports end to end, against the same reduction in base R, in turn, on the same files.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const cli = join(root, "app/dist/cli.js");
const { values } = parseArgs({
  options: {
    files: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    workers: { type: "string" },
  },
});
const files = Number(values.files);
const rounds = Number(values.rounds);
const { nanosightPack } = await import(join(root, "core/dist/domains/particles/twins/nanosight.js"));

const folder = mkdtempSync(join(tmpdir(), "vesica-benchmark-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

function makeStudy(count) {
  const study = join(folder, `study-${count}`);
  mkdirSync(study);
  const rows = ["file,sample,donor,condition,dilution"];
  for (let i = 0; i < count; i++) {
    const name = `S${String(i).padStart(5, "0")}`;
    const [summary] = nanosightPack({
      sampleName: name,
      seed: i,
      captures: 4,
      smoothing: 3,
      truth: { distribution: { median: 90 + (i % 40), sigma: 0.3 }, concentration: 2e11, dilution: 1000 },
    }).filter((file) => file.name.endsWith("ExperimentSummary.csv"));
    writeFileSync(join(study, summary.name), summary.bytes);
    rows.push(`${summary.name},${name},D${i % 20},${i % 2 ? "treated" : "control"},1000`);
  }
  writeFileSync(join(study, "samples.csv"), `${rows.join("\n")}\n`);
  writeFileSync(join(study, "study.yaml"), "title: Benchmark\ndesign:\n  reference: control\n");
  return study;
}

function time(command, args) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit"] });
    let peak = 0;
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      } catch {}
    }, 10);
    child.on("exit", (code) => {
      clearInterval(watch);
      if (code > 1) reject(new Error(`${command} ended with ${code}`));
      else resolve({ seconds: Number(process.hrtime.bigint() - start) / 1e9, megabytes: peak / 1024 });
    });
  });
}

const workers = values.workers ? ["--workers", values.workers] : [];
const run = (study) => time(process.execPath, [cli, "run", study, ...workers]);
const fresh = (study) => {
  for (const made of ["results", ".vesica"]) rmSync(join(study, made), { recursive: true, force: true });
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function checkAgreement(study, table) {
  const result = JSON.parse(readFileSync(join(study, "results/result.json"), "utf8"));
  const ours = new Map();
  for (const { id, subject, value } of result.estimates) {
    if (subject.level === "sample") ours.set(`${subject.sample}|${id}`, value);
  }
  const [header, ...lines] = readFileSync(table, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.replaceAll('"', "").split(","));
  let worst = 0;
  for (const line of lines) {
    const sample = line[0].slice(0, 6);
    for (const name of ["mean", "d10", "d50", "d90"]) {
      const peer = Number(line[header.indexOf(name)]);
      const own = ours.get(`${sample}|particles.${name}`);
      const difference = Math.abs(own - peer) / peer;
      if (!(difference < 1e-9)) throw new Error(`${sample} ${name}: ${own} here, ${peer} in R`);
      worst = Math.max(worst, difference);
    }
  }
  console.log(`agreement: ${lines.length} samples, mean D10 D50 D90 within ${worst.toExponential(1)} of R`);
}

if (spawnSync("Rscript", ["--version"]).error) throw new Error("Rscript is not there: install r-base-core");
const study = makeStudy(files);
const table = join(folder, "peer.csv");
const peer = [];
const first = [];
const again = [];
for (let round = 0; round < rounds; round++) {
  peer.push(await time("Rscript", [join(here, "peer.R"), study, table]));
  fresh(study);
  first.push(await run(study));
  again.push(await run(study));
}
checkAgreement(study, table);
const double = makeStudy(2 * files);
const twice = [];
for (let round = 0; round < rounds; round++) {
  fresh(double);
  twice.push(await run(double));
}
const seconds = (runs) => median(runs.map((one) => one.seconds));
const row = (name, runs) =>
  console.log(
    `${name.padEnd(34)} ${seconds(runs).toFixed(2).padStart(7)} s   ${median(runs.map((one) => one.megabytes))
      .toFixed(0)
      .padStart(5)} MB`,
  );
row(`R, ${files} files`, peer);
row(`vesica run, ${files} files`, first);
row("vesica run again, nothing changed", again);
row(`vesica run, ${2 * files} files`, twice);
console.log(
  `R / vesica        ${median(peer.map((one, i) => one.seconds / first[i].seconds)).toFixed(1)}   (at least 10)`,
);
console.log(`again / first     ${(seconds(again) / seconds(first)).toFixed(3)} (under 0.1)`);
console.log(`twice the files   ${(seconds(twice) / seconds(first)).toFixed(2)}  (at most 2.2)`);
