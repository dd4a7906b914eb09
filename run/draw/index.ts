import { drawable, type Figure, type Language } from "vesica/kernel";
import { escapeHtml, figureTheme, visibleControls } from "vesica/report";
import { idPrefix, renameIds } from "./ids.ts";
import { roundPlaces } from "./places.ts";
import { drawingEngine } from "./vega.ts";
import { drawableWords } from "./words.ts";

export { drawingEngine } from "./vega.ts";

/**
 * Each figure as SVG text in each of `languages`, by figure id, for `renderReport` or as a file of its own. Needs no
 * browser and no fonts; the same figures give the same bytes. A specification that Vega-Lite cannot take is a fault
 * of ours and rejects with the figure's id.
 */
export async function drawFigures(
  figures: readonly Figure[],
  languages: readonly Language[],
): Promise<Map<string, Readonly<Record<Language, string>>>> {
  const drawings = new Map<string, Readonly<Record<Language, string>>>();
  for (const figure of figures) {
    const inLanguages: [Language, string][] = [];
    for (const language of languages) inLanguages.push([language, await drawFigure(figure, language)]);
    drawings.set(figure.id, Object.fromEntries(inLanguages) as Record<Language, string>);
  }
  return drawings;
}

/** One figure in one language as SVG text with an accessible name. */
export async function drawFigure(figure: Figure, language: Language): Promise<string> {
  const { vega, lite, interpreter } = await drawingEngine();
  try {
    const silent = vega.logger(vega.Error);
    const { spec } = lite.compile(drawableWords(drawable(figure, language)) as never, {
      config: figureTheme as never,
      logger: silent as never,
    });
    const view = new vega.View(vega.parse(spec, undefined, { ast: true } as never), {
      expr: interpreter.expressionInterpreter,
      renderer: "none",
      logLevel: vega.Error,
    } as never);
    const svg = await view.toSVG();
    view.finalize();
    const plain = withoutRoles(renameIds(roundPlaces(visibleControls(svg)), idPrefix(figure.id, language)));
    return named(plain, figure, language);
  } catch (cause) {
    throw new Error(`figure ${figure.id} (${language}) cannot be drawn`, { cause });
  }
}

/** A drawing is one picture with one name: the roles that vega gives to its parts have none. */
function withoutRoles(svg: string): string {
  return svg.replace(/<[^<>]*>/g, (tag) =>
    tag.replace(/ (role="graphics-\w+"|aria-roledescription="[^"]*")/g, ""),
  );
}

function named(svg: string, { title, description }: Figure, language: Language): string {
  const name = escapeHtml(`${title[language]}. ${description[language]}`);
  return svg.replace("<svg ", `<svg role="img" lang="${language}" aria-label="${name}" `);
}
