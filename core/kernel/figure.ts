import type { Json } from "./canonical.ts";
import type { Language, Text } from "./text.ts";

/** A Vega-Lite 5 specification; its data are named and held by the figure. */
export type VegaLite = { readonly [name: string]: Json };

/** A drawing as data: `spec[language]` with `data` as its named data sets. */
export interface Figure {
  readonly id: string;
  readonly title: Text;
  /** What is drawn, for those who do not see it and for the caption. */
  readonly description: Text;
  readonly data: Readonly<Record<string, readonly { readonly [name: string]: Json }[]>>;
  readonly spec: Readonly<Record<Language, VegaLite>>;
}

/** The specification of one language with its data inside: what a Vega-Lite renderer takes. */
export function drawable(figure: Figure, language: Language): VegaLite {
  return { ...figure.spec[language], datasets: figure.data as unknown as Json };
}
