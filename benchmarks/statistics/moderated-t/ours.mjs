// node ours.mjs data.bin features samples coefficients rounds t.bin: the same computation as peer.R, in Vesica.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const { fitLinearModels, moderate } = await import(join(root, "core/dist/statistics/linear-models/index.js"));
const [input, features, samples, coefficients, rounds, output] = process.argv.slice(2);
const [rows, columns, p] = [features, samples, coefficients].map(Number);
const bytes = readFileSync(input);
const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
const design = { rows: columns, columns: p, values: numbers.slice(0, columns * p) };
const data = { rows, columns, values: numbers.slice(columns * p) };
const seconds = [];
let found;
for (let round = 0; round < Number(rounds); round++) {
  const start = process.hrtime.bigint();
  found = moderate(fitLinearModels(data, design).value).value;
  seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
}
if (output) {
  const file = openSync(output, "w");
  for (const { values } of [found.t, found.p, found.logOdds]) writeSync(file, new Uint8Array(values.buffer));
  closeSync(file);
}
seconds.sort((a, b) => a - b);
console.log("vesica", seconds[Math.floor(seconds.length / 2)]);
