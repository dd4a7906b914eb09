// node events-vesica.mjs RESULT WORKERS FILE...: time from the first file's opening to the last file's histograms.
// Imports and the start of workers are not in it; compiling the kernel and making the tables are.
import { writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { mergeTallies, runEvents } from "../../core/dist/domains/cytometry/analysis/events/index.js";
import { openEvents, planOf } from "./events-plan.mjs";

const [result, count, ...paths] = process.argv.slice(2);
const workers = [];
for (let i = 0; i < Number(count); i++) {
  const worker = new Worker(new URL("./events-worker.mjs", import.meta.url));
  await new Promise((resolve) => worker.once("message", resolve));
  workers.push(worker);
}

async function run(path) {
  if (workers.length === 0) {
    const file = await openEvents(path);
    return runEvents(file.data, planOf(file));
  }
  const parts = workers.map(
    (worker, part) =>
      new Promise((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
        worker.postMessage({ path, part, parts: workers.length });
      }),
  );
  return mergeTallies(await Promise.all(parts));
}

const start = process.hrtime.bigint();
let gated = 0;
let sums = null;
for (const path of paths) {
  const tally = await run(path);
  gated += tally.gates[0];
  sums ??= tally.histograms2d.map(({ counts }) => new Uint32Array(counts.length));
  for (const [i, { counts }] of tally.histograms2d.entries())
    for (let cell = 0; cell < counts.length; cell++) sums[i][cell] += counts[cell];
}
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
writeFileSync(result, Buffer.concat(sums.map((counts) => Buffer.from(counts.buffer))));
console.log(JSON.stringify({ seconds, gated, megabytes: process.resourceUsage().maxRSS / 1024 }));
for (const worker of workers) worker.terminate();
