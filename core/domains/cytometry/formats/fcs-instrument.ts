import type { InstrumentWarning, Measurement } from "../../../kernel/index.ts";
import { asDecimal, type Keywords, word } from "./fcs-keywords.ts";

const vendors: readonly (readonly [RegExp, string])[] = [
  [/cytek|northern ?lights|aurora|guava|amnis|imagestream/i, "Cytek Biosciences"],
  [/facs|lsr|accuri|fortessa|influx|discover ?[as]8/i, "BD Biosciences"],
  [/cytoflex|fc ?500|cyan|gallios|navios|epics|astrios|moflo|quanta/i, "Beckman Coulter"],
  [/macsquant|macs tyto/i, "Miltenyi Biotec"],
  [/apogee/i, "Apogee Flow Systems"],
  [/partec|cyflow|^cube/i, "Sysmex Partec"],
  [/^s1[0-9]{3}|^1[04]00-|stratedigm/i, "Stratedigm"],
  [/attune|bigfoot/i, "Thermo Fisher Scientific"],
  [/nanofcm|nanoanalyzer|^n30|^u30/i, "NanoFCM"],
  [/novocyte/i, "Agilent"],
  [/ique|intellicyt/i, "Sartorius"],
  [/ze5|^s3e?$/i, "Bio-Rad"],
  [/sony|id7000|sa3800|sh800|ma900|sp6800/i, "Sony Biotechnology"],
];

/** Vendor by the words of `$CYT`, model as written, software by the keyword that the vendor keeps it in. */
export function readInstrument(keywords: Keywords): Measurement["instrument"] {
  const cytometer = word(keywords, "$CYT");
  const software = readSoftware(keywords);
  const isCytExpert = word(keywords, "CYTEXPERTFIL") !== "";
  const known = vendors.find(([pattern]) => pattern.test(cytometer) || pattern.test(software));
  return { vendor: known?.[1] ?? (isCytExpert ? "Beckman Coulter" : ""), model: cytometer, software };
}

function readSoftware(keywords: Keywords): string {
  for (const key of ["CREATOR", "#SOFTWAREVERSION", "SOFTWARE", "SOFTWAREVERSION", "@SOFTWAREVERSION"]) {
    const words = word(keywords, key);
    if (words !== "") return words;
  }
  if (word(keywords, "CYTEXPERTFIL") !== "") return "CytExpert";
  const system = word(keywords, "$SYS");
  return /macsquant|summit|cxp|navios|kaluza|flowmax|attune/i.test(system) ? system : "";
}

/** In the order in which they name the sample rather than the run or the file. */
const sampleKeys = [
  "$SMNO",
  "@SAMPLEID1",
  "SAMPLE_NAME",
  "TUBE NAME",
  "TUBE_NAME",
  "TBNM",
  "SAMPLE ID",
  "SAMPLEID",
  "$SRC",
  "$CELLS",
  "$WELLID",
  "WELL ID",
  "$FIL",
];
const placeholder = /^(?:untitled|na|n\/a|none|default.*|unknown|x+( x+)*)$/i;

/** The sample's name: the first keyword that says one, placeholders never, bare numbers only where there is nothing else. */
export function readSampleName(keywords: Keywords): string {
  const words = sampleKeys.map((key) => word(keywords, key));
  const names = words.filter((name) => name !== "" && !placeholder.test(name));
  return names.find((name) => /[^\d._-]/.test(name)) ?? names[0] ?? "";
}

/** Events that the instrument says it has lost: `$ABRT` to coincidence in the electronics, `$LOST` to a busy computer. */
export function readInstrumentWarnings(keywords: Keywords, capture?: string): readonly InstrumentWarning[] {
  return ["$ABRT", "$LOST"].flatMap((key) => {
    const words = word(keywords, key);
    const count = asDecimal(words);
    if (words === "" || count === 0) return [];
    return [
      { ...(capture === undefined ? {} : { capture }), key, words, severity: "caution" as const, line: 0 },
    ];
  });
}
