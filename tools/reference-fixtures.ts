/** Two records of a Zetasizer's summary, as text. */
export const zetasizerSummary = [
  "Record\tType\tSample Name\tMeasurement Date and Time\tT (°C)\tDerived Count Rate (kcps)\tIntercept\tZ-Ave (d.nm)\tPdI\tPk 1 Mean Int (d.nm)\tPk 2 Mean Int (d.nm)\tPk 3 Mean Int (d.nm)\tPk 1 Area Int (Percent)\tPk 2 Area Int (Percent)\tPk 3 Area Int (Percent)",
  "1\tSize\tDLS 1\t06 March 2026 14:50:12\t25.0\t2683.0\t0.941\t108.0\t0.112\t116.1\t0.000\t0.000\t98.5\t0.0\t0.0",
  "2\tSize\tDLS 2\t06 March 2026 14:51:54\t25.0\t2674.0\t0.943\t108.2\t0.116\t119.4\t5012\t32.6\t96.1\t2.9\t1.0",
  "",
].join("\r\n");

/** A well of a Stunner's table. */
export const stunnerTable = [
  '"Plate ID","Plate\nPosition","Sample name","Z Ave. Dia\n(nm)","PdI","Peak 1 Mean Dia\n(nm)","Peak 1 Intensity\n(%)","Derived intensity\n(cps)","Temperature\n(°C)","Viscosity at T\n(cP)","RI at T"',
  "Plate 1,A1,Well 1,121.5,0.12,118.25,97.5,29280.25,25.02,0.888,1.332",
  "",
].join("\r\n");

const delays = Array.from({ length: 40 }, (_, i) => Number((0.5 * 1.4 ** i).toPrecision(4)));

/** Zetasizer records with their correlation curves: narrow, broad, and too broad for a Z-average. */
export function zetasizerCurves(): string {
  const heads = (name: string, unit: string) => delays.map((_, i) => `${name}[${i + 1}]${unit}`);
  const header = [
    "Type",
    "Sample Name",
    "Measurement Date and Time",
    "T (°C)",
    "Viscosity (cP)",
    "Z-Ave (d.nm)",
    "PdI",
    ...heads("Correlation Delay Times", " (µs)"),
    ...heads("Correlation Data", ""),
  ];
  const record = (name: string, minute: number, slow: number) => {
    const field = (delay: number) => 0.5 * Math.exp(-delay / 300) + 0.5 * Math.exp(-delay / slow);
    const curve = delays.map((delay) => (0.9 * field(delay) ** 2).toFixed(5));
    const time = `06 March 2026 15:${minute}:12`;
    return ["Size", name, time, "25.0", "0.8872", "150.0", "0.2", ...delays.map(String), ...curve];
  };
  const records = [record("Narrow", 10, 330), record("Broad", 12, 2500), record("Very broad", 14, 60_000)];
  return [header, ...records].map((cells) => `${cells.join("\t")}\r\n`).join("");
}
