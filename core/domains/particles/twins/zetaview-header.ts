import { type ZetaviewLocale, type ZetaviewVersion, zetaviewPrinter } from "./zetaview-format.ts";

/** What a ZetaView header says besides the result. */
export interface HeaderFacts {
  readonly version: ZetaviewVersion;
  readonly locale: ZetaviewLocale;
  readonly video: string;
  readonly experiment: string;
  readonly sample: string;
  readonly remarks: string;
  readonly type: string;
  /** As printed; null: the check was never made and LabVIEW's zero is printed. */
  readonly driftChecked: string | null;
  readonly driftResult: string;
  readonly cellResult: string;
  readonly detected: number;
  readonly traces: number;
  readonly particlesPerFrame: number;
  /** Null: the key is not printed. */
  readonly dilution: number | null;
  readonly correctionFactor: number;
}

/** The header's lines in the order of software 8.05.16 or 8.06.01, without those of the result. */
export function headerLines(facts: HeaderFacts): string[] {
  const { six } = zetaviewPrinter(facts.locale);
  const new806 = facts.version.startsWith("8.06");
  const only806 = (...lines: string[]) => (new806 ? lines : []);
  const never = new806 ? "1904-01-01 05:30:00" : "1904-01-01 01:00:00";
  const dilution = facts.dilution === null ? "" : `\tDilution::\t${six(facts.dilution)}`;
  return [
    `Original File:\t${facts.video}\tSection:\t${new806 ? "0.09999" : "0,1"} [0]`,
    "Operator:\tTwin",
    `Experiment:\t${facts.experiment}`,
    "ZetaView S/N:\t00-000",
    "Cell S/N:\t000-000-00-000-000-0",
    `Software:\tZetaView (version ${facts.version})\tAnalyze:\t${facts.version}`,
    "SOP:\ttwin, 488 nm",
    `Sample:\t${facts.sample}`,
    "Electrolyte:\tPBS",
    `pH:\t${six(7)}\tentered`,
    `Conductivity:${new806 ? " " : "\t"}${six(65)}\tsensed`,
    ...only806("TempControl:\t1", `SetTemperature:\t${six(25)}`),
    `Temperature:\t${six(24.93)}\tsensed`,
    `Viscosity:\t${six(0.90128)}`,
    "Date:\t2025-02-19",
    "Time:\t12:40:24",
    "General Remarks:\t",
    `Remarks:\t${facts.remarks}`,
    "Sample Info 1:\t",
    "Sample Info 2:\t",
    "Sample Info 3:",
    `Scattering Intensity:\t${six(15.6)}`,
    `Detected Particles:\t${facts.detected}`,
    `Particle Drift Checked:\t${facts.driftChecked ?? never}`,
    `Particle Drift Check Result:\t${facts.driftResult}`,
    "Cell Checked:\t2025-02-19 09:43:16",
    `Cell Check Result:\t${facts.cellResult}`,
    `Type of Measurement:\t${facts.type}`,
    ...only806("Positions:\t11"),
    `Microscope Position:\t${six(0.099993)}`,
    `Number of Traces:\t${facts.traces}\t(at ${six(0.09999)})\tAverage Number of Particles:\t${six(facts.particlesPerFrame)}${dilution}`,
    ...only806(`Concentration Correction Factor:\t${six(facts.correctionFactor)}`),
    "Image Evaluation:",
    "Minimum Brightness:\t30",
    "Minimum Area:\t10",
    "Maximum Area:\t1000",
    "Maximum Brightness:\t255",
    "Tracking Radius2:\t100",
    "Minimum Tracelength:\t15",
    "Begin New Traces:\t1",
    "PSD log Correction:\t0",
    ...only806(
      "Multi-Threshold:\t0",
      "MultipleAcquisition:\t0",
      "NumberOfExperiments:\t1",
      `DelayTime:\t${six(0)}`,
    ),
    `Camera:\tFpSec 30 #Cycles 1 FRate ${six(30)}`,
    `Sensitivity:\t${six(80)}`,
    `Shutter:\t${six(100)}`,
    "Gamma:\tNaN",
    "Camera Trigger Duration µs:\tShutter Duration",
    "Camera Trigger Delay µs:\t0",
    `Laser Wavelength nm:\t${six(488)}`,
    "Filter Wavelength nm:\tScatter",
    `actual Microscope:\t-288304\t(Pos\t${six(0.099993)})`,
    "Cell parameter:",
    "Cell#:\tTWIN",
    `Micrometer per Pixel:\t${six(0.713)}`,
    `ZP Factor:\t${six(12.826442)} (Smoluchowski)`,
  ];
}
