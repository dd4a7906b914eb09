// node events-vesica.mjs RESULT KERNEL WORKERS FILE...: time from the first file's opening to the last file's histograms.
// Imports and the start of workers are not in it; compiling the kernel and making the tables are.
import { readFileSync, writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { mergeTallies } from "../../core/dist/domains/cytometry/analysis/events/index.js";
import { addAll, runFiles, summedEvery } from "./events-run.mjs";

const [result, kernel, count, ...paths] = process.argv.slice(2);
const workers = [];
for (let i = 0; i < Number(count); i++) {
  const worker = new Worker(new URL("./events-worker.mjs", import.meta.url));
  await new Promise((resolve) => worker.once("message", resolve));
  worker.on("error", (error) => {
    throw error;
  });
  workers.push(worker);
}

const ask = (worker, job) =>
  new Promise((resolve) => {
    worker.once("message", resolve);
    worker.postMessage(job);
  });

async function run() {
  if (workers.length === 0) return runFiles(paths, kernel);
  if (paths.length === 1) {
    const parts = workers.map((worker, part) => ask(worker, { path: paths[0], part, parts: workers.length }));
    const { gates, histograms2d } = mergeTallies(await Promise.all(parts));
    return { gated: gates, sums: histograms2d.map(({ counts }) => counts) };
  }
  const share = summedEvery * Math.ceil(paths.length / summedEvery / workers.length);
  const parts = workers.map((worker, i) => ask(worker, { paths: paths.slice(i * share, (i + 1) * share) }));
  const [first, ...others] = await Promise.all(parts);
  for (const { sums } of others) addAll(first.sums, sums);
  return { gated: [first, ...others].flatMap(({ gated }) => gated), sums: first.sums };
}

const cpu = process.cpuUsage();
const start = process.hrtime.bigint();
const { gated, sums } = await run();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
writeFileSync(result, Buffer.concat(sums.map((counts) => Buffer.from(counts.buffer))));
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    seconds,
    cpu: (user + system) / 1e6,
    gated,
    megabytes: peakMegabytes(),
  }),
);
for (const worker of workers) worker.terminate();

/** Peak of the process's own memory; the peak of `resourceUsage` holds that of the parent at its start too. */
function peakMegabytes() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
