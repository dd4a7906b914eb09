// node benchmarks/statistics/rank-sum.mjs [--rows 2000] [--columns 5000] [--rounds 5] [--python PYTHON]
// Rank-sum test of every row of a matrix, against SciPy on all rows at once and NumPy row by row, in turn.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "2000" },
    columns: { type: "string", default: "5000" },
    rounds: { type: "string", default: "5" },
    python: { type: "string", default: "python3" },
  },
});
const [rows, columns, rounds] = [values.rows, values.columns, values.rounds].map(Number);
const { createRandom } = await import(join(here, "../../core/dist/kernel/random.js"));
const folder = mkdtempSync(join(tmpdir(), "vesica-benchmark-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Log2 intensities of 20 to 30 to three decimals, so that some are tied; every eighth row is shifted in one sample. */
function makeData(m, n) {
  const random = createRandom(2026);
  const data = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    const shift = i % 8 === 0 ? 0.15 : 0;
    for (let j = 0; j < n; j++) {
      data[i * n + j] = Math.round((25 + 2 * random.normal() + (j % 2) * shift) * 1000) / 1000;
    }
  }
  const path = join(folder, `data-${m}-${n}`);
  writeFileSync(path, data);
  return { path, m, n };
}

const contenders = {
  vesica: [process.execPath, join(here, "rank-sum-vesica.mjs")],
  scipy: [values.python, join(here, "rank_sum_peer.py"), "scipy"],
  numpy: [values.python, join(here, "rank_sum_peer.py"), "numpy"],
};

function run(name, { path, m, n }) {
  const [command, ...before] = contenders[name];
  const result = join(folder, "p");
  const { status, stdout, error } = spawnSync(command, [...before, path, String(m), String(n), result], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return { ...JSON.parse(stdout), p: new Float64Array(readFileSync(result).buffer.slice(0)) };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const names = Object.keys(contenders);
const data = makeData(rows, columns);
const runs = Object.fromEntries(names.map((name) => [name, []]));
for (let round = 0; round < rounds; round++) for (const name of names) runs[name].push(run(name, data));

const own = runs.vesica[0].p;
for (const name of ["scipy", "numpy"]) {
  const worst = runs[name][0].p.reduce((far, p, i) => Math.max(far, Math.abs(p - own[i]) / p), 0);
  console.log(`agreement: ${own.length} p values within ${worst.toExponential(1)} of ${name}'s, relative`);
  if (!(worst < 1e-10) || own.length !== rows) throw new Error(`p values differ from those of ${name}`);
}
for (const name of names) {
  const seconds = runs[name].map((one) => one.seconds);
  const ratio = median(seconds.map((one, i) => one / runs.vesica[i].seconds));
  const { megabytes, more } = runs[name][0];
  console.log(
    `${name.padEnd(8)} ${median(seconds).toFixed(3)} s (least ${Math.min(...seconds).toFixed(3)})   ${ratio.toFixed(1)}x   ` +
      `${megabytes.toFixed(0)} MB, ${more.toFixed(0)} MB of it by the test`,
  );
}
for (const [label, larger] of [
  ["twice the rows", makeData(2 * rows, columns)],
  ["twice the columns", makeData(rows, 2 * columns)],
]) {
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const once = run("vesica", data).seconds;
    ratios.push(run("vesica", larger).seconds / once);
  }
  console.log(`${label.padEnd(18)} ${median(ratios).toFixed(2)} times as long (at most 2.3)`);
}
