// node rank-sum-vesica.mjs DATA ROWS COLUMNS RESULT: reads the matrix, times the test of its rows, writes the p values.
import { readFileSync, writeFileSync } from "node:fs";
import { rankSum } from "../../core/dist/statistics/index.js";

const [path, rows, columns, result] = process.argv.slice(2);
const bytes = readFileSync(path);
const values = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
const before = process.resourceUsage().maxRSS;
const inFirst = Uint8Array.from({ length: Number(columns) }, (_, i) => i % 2);
const start = performance.now();
const { p } = rankSum({ rows: Number(rows), columns: Number(columns), values }, inFirst, {
  method: "asymptotic",
});
const seconds = (performance.now() - start) / 1000;
const peak = process.resourceUsage().maxRSS;
writeFileSync(result, p);
console.log(JSON.stringify({ seconds, megabytes: peak / 1024, more: (peak - before) / 1024 }));
