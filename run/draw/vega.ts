import { makeMathPortable } from "vesica/kernel";
import { formatAxisNumber } from "vesica/report";
import { textWidth } from "./text-width.ts";

type Engine = {
  readonly vega: typeof import("vega");
  readonly lite: typeof import("vega-lite");
  /** Evaluates Vega's expressions without making code of them: pages forbid that. */
  readonly interpreter: typeof import("vega-interpreter");
};

let engine: Promise<Engine> | undefined;

/** vega and vega-lite, loaded when first needed, with text measured without fonts and our axis numbers known. */
export function drawingEngine(): Promise<Engine> {
  engine ??= load();
  return engine;
}

interface TextMetrics {
  canvas(use: boolean): void;
  width(item: { readonly fontSize?: number }, text: unknown): number;
}

async function load(): Promise<Engine> {
  makeMathPortable();
  const [vega, lite, interpreter] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  const { textMetrics } = vega as unknown as { readonly textMetrics: TextMetrics };
  textMetrics.canvas(false);
  textMetrics.width = (item, text) => textWidth(text == null ? "" : String(text), item.fontSize ?? 11);
  vega.expressionFunction("vesicaNumber", (value: number) => formatAxisNumber(value));
  return { vega, lite, interpreter };
}
