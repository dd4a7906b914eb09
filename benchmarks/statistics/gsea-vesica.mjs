// Pre-ranked enrichment of the study in argv[2]: prints seconds, processor seconds and peak MB; ES go to argv[3].
import { readFileSync, writeFileSync } from "node:fs";
import { gseaPreranked } from "../../core/dist/statistics/index.js";

const { ids, scores, sets, permutations } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const start = process.hrtime.bigint();
const before = process.cpuUsage();
const found = gseaPreranked({ ids, scores }, sets, { permutations, seed: 1 });
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const { user, system } = process.cpuUsage(before);
writeFileSync(process.argv[3], JSON.stringify(Object.fromEntries(found.value.sets.map((s) => [s.id, s.es]))));
console.log(
  JSON.stringify({ seconds, cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
