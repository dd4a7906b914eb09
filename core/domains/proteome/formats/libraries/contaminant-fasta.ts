import type { Format } from "../../../../kernel/index.ts";
import type { ContaminantLibrary, ProteomeMeasurement } from "../../measurement.ts";
import { withoutContaminantPrefix } from "./accession.ts";
import { type Content, readContent, unlessEmpty } from "./file.ts";
import { LineCount } from "./issues.ts";
import { lineEnd } from "./table.ts";
import { decodeHead, linesOf } from "./text.ts";

/** FASTA of proteins that are no part of the sample, with headers as UniProt writes them or with `Cont_` before the accession. */
export const contaminantFasta: Format<ProteomeMeasurement> = {
  id: "proteome.contaminant-fasta",
  version: "1",
  title: { en: "Contaminant proteins (FASTA)", ja: "夾雑タンパク質（FASTA）" },
  extensions: [".fasta", ".fa", ".faa"],
  reference: true,
  checked: "real files",
  checkedNote: {
    en: "Checked with the universal and the cell-culture library of Frankenfield et al. 2022 (10.1021/acs.jproteome.2c00145).",
    ja: "Frankenfieldら 2022（10.1021/acs.jproteome.2c00145）の汎用版と細胞培養版で確認しました。",
  },
  sniff(head, name) {
    const text = decodeHead(head);
    if (!/^\s*>\S/.test(text)) return 0;
    return /^>(?:\w\w\|)?(?:Cont_|CON__|contam_)/im.test(text) || /contam/i.test(name) ? 0.95 : 0.6;
  },
  read: (blob) => readContent(blob, "proteome.contaminant-fasta", readFasta),
};

interface Open {
  readonly line: number;
  length: number;
}

function readFasta(text: string): Content<ContaminantLibrary> {
  const { lines, ended } = linesOf(text);
  const entries = new Map<string, ContaminantLibrary["entries"][number]>();
  const repeated = new LineCount();
  const bare = new LineCount();
  const odd = new LineCount();
  let open: Open | null = null;
  const close = () => {
    if (open !== null && open.length === 0) bare.add(open.line);
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim();
    if (line === "" || line.startsWith(";")) continue;
    if (!line.startsWith(">")) {
      if (open === null || !/^[A-Za-z*-]+$/.test(line)) odd.add(i + 1);
      else open.length += line.length;
      continue;
    }
    close();
    open = { line: i + 1, length: 0 };
    const entry = entryOf(line.slice(1, 2000));
    if (entry.accession === "") odd.add(i + 1);
    else if (entries.has(entry.accession)) repeated.add(i + 1);
    else entries.set(entry.accession, entry);
  }
  close();
  const issues = [
    ...repeated.issues("library-repeated"),
    ...bare.issues("library-no-sequence"),
    ...odd.issues("library-not-a-sequence"),
    ...lineEnd(ended),
  ];
  return unlessEmpty({ kind: "contaminants", entries: [...entries.values()] }, entries.size, issues);
}

/** `db|accession|name description OS=organism OX=taxon GN=gene PE=n SV=n`, or the accession as the first word. */
function entryOf(header: string): ContaminantLibrary["entries"][number] {
  const words = header.trim();
  const space = words.search(/\s/);
  const id = space < 0 ? words : words.slice(0, space);
  const rest = space < 0 ? "" : words.slice(space + 1);
  const parts = id.split("|");
  const accession = withoutContaminantPrefix(parts.length > 1 ? parts[1]! : parts[0]!);
  const field = (name: string) => new RegExp(`(?:^| )${name}=(.*?)(?= [A-Z]{2}=|$)`).exec(rest)?.[1] ?? "";
  const description = /^(.*?)(?=(?:^| )[A-Z]{2}=|$)/.exec(rest)?.[1]?.trim() ?? "";
  return { accession, gene: field("GN"), description, organism: field("OS"), source: "" };
}
