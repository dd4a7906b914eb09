import { portable } from "../../../kernel/index.ts";

export type ZetaviewLocale = "dot" | "comma";
export type ZetaviewVersion = "8.05.16 SP3" | "8.06.01 SP1";

/** How the instrument prints numbers: with the decimal mark of the computer's locale. */
export interface ZetaviewPrinter {
  /** `30.600000` */
  six(value: number): string;
  /** `30.6` or `0.10` */
  fixed(value: number, digits: number): string;
  /** `2.500E+0` with `digits` decimals. */
  exponent(value: number, digits: number): string;
}

export function zetaviewPrinter(locale: ZetaviewLocale): ZetaviewPrinter {
  const mark = (printed: string) => (locale === "comma" ? printed.replace(".", ",") : printed);
  const fixed = (value: number, digits: number) => mark(Number.isNaN(value) ? "NaN" : value.toFixed(digits));
  return {
    six: (value) => fixed(value, 6),
    fixed,
    exponent: (value, digits) =>
      Number.isNaN(value) ? "NaN" : mark(halfEven(value, digits).replace("e", "E")),
  };
}

/** `toExponential` with ties to even, as LabVIEW prints 1002.5 nm as `1.002E+3` and 1007.5 nm as `1.008E+3`. */
function halfEven(value: number, digits: number): string {
  const printed = value.toExponential(digits);
  if (value === 0) return printed;
  const unit = portable.pow(10, Number(printed.split("e")[1]) - digits);
  const tie = Math.abs(Math.abs(Number(printed) - value) * 2 - unit) < unit * 1e-9;
  const odd = Number(printed.split("e")[0]!.at(-1)) % 2 === 1;
  return tie && odd ? (value - (Number(printed) - value) / 2).toExponential(digits) : printed;
}

/** ISO-8859-1 bytes; characters beyond it become `?`. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    return code < 256 ? code : 63;
  });
}
