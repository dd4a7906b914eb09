// node benchmarks/statistics/gsea.mjs [--permutations 10000] [--peer 1000] [--sets 1600] [--rounds 3] [--python python3]
// Pre-ranked gene-set enrichment against gseapy.prerank with one thread, in turn, on the same ranking and sets.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createRandom } from "../../core/dist/kernel/index.js";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    permutations: { type: "string", default: "10000" },
    peer: { type: "string", default: "1000" },
    sets: { type: "string", default: "1600" },
    genes: { type: "string", default: "12000" },
    rounds: { type: "string", default: "3" },
    python: { type: "string", default: "python3" },
  },
});
const [permutations, peer, sets, genes, rounds] = ["permutations", "peer", "sets", "genes", "rounds"].map(
  (key) => Number(values[key]),
);
const folder = mkdtempSync(join(tmpdir(), "vesica-benchmark-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Normal scores from the highest down; sizes from 15 to 500, log-uniform as in pathway catalogues. */
function makeStudy(name, permutations, sets) {
  const random = createRandom(12);
  const scores = [...random.split("scores").normals(genes)].sort((a, b) => b - a);
  const ids = scores.map((_, i) => `G${i}`);
  const made = Array.from({ length: sets }, (_, s) => {
    const stream = random.split("set", s);
    const size = Math.round(15 * (500 / 15) ** stream.uniform());
    const order = stream.permutation(genes);
    return { id: `S${s}`, genes: [...order.slice(0, size)].map((i) => ids[i]) };
  });
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ ids, scores, sets: made, permutations }));
  return path;
}

function run(command, args, study) {
  const out = join(folder, "es.json");
  const printed = execFileSync(command, [...args, study, out], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = printed.trim().split("\n");
  return { ...JSON.parse(lines[lines.length - 1]), es: JSON.parse(readFileSync(out, "utf8")) };
}

const vesica = (study) => run(process.execPath, [join(here, "gsea-vesica.mjs")], study);
const gseapy = (study) => run(values.python, [join(here, "gsea-peer.py")], study);

function checkAgreement(ours, peer) {
  const names = Object.keys(peer);
  if (names.length !== Object.keys(ours).length) throw new Error("not the same sets");
  const worst = Math.max(...names.map((name) => Math.abs(ours[name] - peer[name])));
  if (!(worst < 1e-10)) throw new Error(`ES differ by ${worst}`);
  console.log(`agreement: ES of ${names.length} sets within ${worst.toExponential(1)} of gseapy`);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const of = (runs, what) => median(runs.map((one) => one[what]));
const row = (name, runs) =>
  console.log(
    `${name.padEnd(34)} ${of(runs, "seconds").toFixed(2).padStart(8)} s ${of(runs, "cpu").toFixed(2).padStart(8)} s of processor ${of(runs, "megabytes").toFixed(0).padStart(6)} MB`,
  );

const first = makeStudy("first", 20, sets);
checkAgreement(vesica(first).es, gseapy(first).es);
const shared = makeStudy("shared", peer, sets);
const whole = makeStudy("whole", permutations, sets);
const half = makeStudy("half", permutations / 2, sets);
const [theirs, ours, wholes, halves] = [[], [], [], []];
for (let round = 0; round < rounds; round++) {
  theirs.push(gseapy(shared));
  ours.push(vesica(shared));
  wholes.push(vesica(whole));
  halves.push(vesica(half));
}
console.log(`${sets} sets, ${genes} genes`);
row(`gseapy ${theirs[0].version}, ${peer} permutations`, theirs);
row(`vesica, ${peer} permutations`, ours);
row(`vesica, ${permutations} permutations`, wholes);
row(`vesica, ${permutations / 2} permutations`, halves);
const ratio = (what) => median(theirs.map((one, i) => one[what] / ours[i][what])).toFixed(1);
const growth = (of(wholes, "cpu") / of(halves, "cpu")).toFixed(2);
console.log(`gseapy / vesica        ${ratio("seconds")}, of processor time ${ratio("cpu")}   (at least 2)`);
console.log(`twice the permutations ${growth} of processor time  (at most 2.2)`);
