// Writes the table of agreement with the oracles into docs/methods/enrichment.md, from the golden files of core/statistics.
// npm run build && node tools/enrichment-agreement.mjs [--check]
// --check writes nothing and ends with 1 where the page is not what would be written.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as statistics from "../core/dist/statistics/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const page = join(root, "docs/methods/enrichment.md");
const golden = (name) =>
  JSON.parse(readFileSync(join(root, "core/statistics", `${name}.golden.json`), "utf8"));
const tails = golden("distributions/hypergeometric-tails");
const tables = golden("enrichment/over-representation-python");
const python = golden("enrichment/gsea-python");
const r = golden("enrichment/enrichment-r");
const [mpmath, scipy] = tables.versions.split(", ");
const [gseapy, numpy] = python.versions.split(", ");
const inR = r.versions.replace("version ", "").replace(/ \(.*/, "");

const rows = [];
const relative = (ours, truth) => (ours === truth ? 0 : Math.abs(ours - truth) / (Math.abs(truth) || 1));
const worst = (errors) => Math.max(0, ...errors);
const printed = (error) => (error === 0 ? "0" : error.toExponential(1));
const row = (quantity, oracle, cases, error) => rows.push([quantity, oracle, String(cases), error]);
const compared = (quantity, oracle, pairs) =>
  row(quantity, oracle, pairs.length, printed(worst(pairs.map(([ours, truth]) => relative(ours, truth)))));

const { hypergeometricPmf, hypergeometricCdf, hypergeometricSf, hypergeometricLogSf } = statistics;
const kinds = [hypergeometricPmf, hypergeometricCdf, hypergeometricSf, hypergeometricLogSf];
const words = ["mass", "lower tail", "upper tail", "ln upper tail"];
kinds.forEach((call, kind) => {
  for (const [oracle, from] of [
    [mpmath, 4],
    [inR, 8],
  ]) {
    const usable = tails.points.filter(
      (point) => point[from + kind] !== null && Math.abs(point[from + kind]) > 1e-300,
    );
    compared(
      `hypergeometric ${words[kind]}`,
      oracle,
      usable.map((point) => [call(...point.slice(0, 4)), point[from + kind]]),
    );
  }
});

const infinite = (numbers) => numbers.map((value) => value ?? Number.POSITIVE_INFINITY);
const odds = tables.tables.map((table) => {
  const [both, population, marked, drawn] = table;
  const found = statistics.conditionalOddsRatio({ both, population, marked, drawn }, 0.95);
  return [found.oddsRatio, found.interval.lower, found.interval.upper];
});
const oddsPairs = (of) => odds.flatMap((found, i) => found.map((value, k) => [value, of(i)[k]]));
compared(
  "odds ratio and 95 % limits",
  mpmath,
  oddsPairs((i) => infinite(tables.tables[i].slice(5, 8))),
);
compared(
  "odds ratio and 95 % limits",
  scipy,
  oddsPairs((i) => infinite(tables.tables[i].slice(10))),
);
compared(
  "the same, R's uniroot being cut at 1.2e-4",
  inR,
  oddsPairs((i) => infinite(r.fisher[i].slice(6))),
);

const scored = python.cases.map(({ ids, scores, weight, sets }) => {
  const genes = sets.map(([id, places]) => ({ id, genes: places.map((place) => ids[place]) }));
  const options = { permutations: 4000, seed: 3, weight, minSize: 1, maxSize: 400 };
  return statistics.gseaPreranked({ ids, scores }, genes, options).value.sets;
});
const flat = (of) =>
  python.cases.flatMap((one, c) => one.sets.map((set, s) => of(scored[c][s], set, one, c, s)));
compared(
  "ES",
  gseapy,
  flat(({ es }, set) => [es, set[4]]),
);
compared(
  "ES",
  numpy,
  flat(({ es }, set) => [es, set[2]]),
);
compared(
  "ES",
  inR,
  flat(({ es }, _set, _one, c, s) => [es, r.es[c][s]]),
);
const unequal = flat(({ leadingEdge }, set, { ids }) => {
  const places = leadingEdge.map((id) => ids.indexOf(id)).sort((a, b) => a - b);
  return String(places) === String(set[5]) ? 0 : 1;
});
row("leading edge", gseapy, unequal.length, `${unequal.filter((one) => one > 0).length} sets differ`);
const inErrors = (errors) => `${worst(errors).toFixed(1)} standard errors`;
const pErrors = flat(({ p, sameSign }, set) => {
  const middle = (p + set[7]) / 2;
  return Math.abs(p - set[7]) / (Math.sqrt((2 * middle * (1 - middle)) / sameSign) + 1 / sameSign);
});
row("p, both by 4000 permutations", gseapy, pErrors.length, inErrors(pErrors));
const nes = flat((ours, set) => Math.abs(ours.nes / set[6] - 1));
row("NES, both by 4000 permutations", gseapy, nes.length, printed(worst(nes)));
const q = flat((ours, set) => Math.abs(ours.q - Math.min(1, set[8])));
row("q, both by 4000 permutations", gseapy, q.length, `${worst(q).toFixed(3)} absolute`);

const { scores, rows: subsets } = python.exact;
const ids = scores.map((_, i) => `G${i}`);
const sets = subsets.map(([places], i) => ({ id: String(i), genes: places.map((place) => ids[place]) }));
const options = { permutations: 40000, seed: 11, minSize: 1, maxSize: 5 };
const drawn = statistics.gseaPreranked({ ids, scores }, sets, options).value.sets;
const exactP = subsets.map(([, , , same, beyond], s) => {
  const p = beyond / same;
  return Math.abs(drawn[s].p - p) / (Math.sqrt((p * (1 - p)) / drawn[s].sameSign) + 1 / drawn[s].sameSign);
});
row("p by 40000 permutations", "every subset of 14 genes", exactP.length, inErrors(exactP));
const exactMean = subsets.map(
  ([, es, , , , mean, sd], s) => Math.abs(es / drawn[s].nes - mean) / (sd / Math.sqrt(drawn[s].sameSign)),
);
row("mean null ES by 40000 permutations", "every subset of 14 genes", exactMean.length, inErrors(exactMean));

const { data, labels, s2n } = python.phenotype;
const flags = Uint8Array.from(labels, (label) => (label === "treated" ? 1 : 0));
const noise = (nested) => [...statistics.signalToNoise(statistics.matrixOf(nested), flags)];
compared(
  "signal to noise",
  gseapy,
  noise(data).map((value, i) => [value, s2n[i]]),
);
const lifted = [
  ...data.map((one) => one.map((value) => value + 6)),
  labels.map((_, i) => (i < 8 ? 0 : 5)),
  labels.map(() => 3),
];
compared(
  "signal to noise, deviations bounded",
  inR,
  noise(lifted).map((value, i) => [value, r.lifted[i]]),
);

const head = ["quantity", "oracle", "cases", "largest relative difference"];
const widths = head.map((_, c) => Math.max(...[head, ...rows].map((one) => one[c].length)));
const line = (cells) => `| ${cells.map((cell, c) => cell.padEnd(widths[c])).join(" | ")} |`;
const rule = line(widths.map((width) => "-".repeat(width)));
const table = [line(head), rule, ...rows.map(line)].join("\n");
const [start, end] = ["<!-- enrichment-agreement -->", "<!-- /enrichment-agreement -->"];
const before = readFileSync(page, "utf8");
const [from, to] = [before.indexOf(start), before.indexOf(end)];
if (from < 0 || to < 0) throw new Error(`${page} lacks ${start} and ${end}`);
const after = `${before.slice(0, from)}${start}\n${table}\n${before.slice(to)}`;
if (!process.argv.includes("--check")) writeFileSync(page, after);
else if (before !== after) {
  console.error(`${page} is not what tools/enrichment-agreement.mjs writes; run it and look at what changed`);
  process.exit(1);
}
