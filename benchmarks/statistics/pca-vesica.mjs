// node pca-vesica.mjs MATRIX FEATURES SAMPLES COMPONENTS OUTPUT: prints the seconds of principalComponents alone.
import { readFileSync, writeFileSync } from "node:fs";
import { principalComponents } from "../../core/dist/statistics/index.js";

const [path, features, samples, components, output] = process.argv.slice(2);
const bytes = readFileSync(path);
const values = new Float64Array(bytes.buffer, bytes.byteOffset, Number(features) * Number(samples));
const data = { rows: Number(features), columns: Number(samples), values };
const start = process.hrtime.bigint();
const fit = principalComponents(data, { components: Number(components) });
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
if (!("value" in fit)) throw new Error(fit.issues.map(({ code }) => code).join(", "));
writeFileSync(output, new Float64Array([...fit.value.variances.map(Math.sqrt), ...fit.value.scores.values]));
console.log(`${seconds.toFixed(3)} Node ${process.versions.node}`);
