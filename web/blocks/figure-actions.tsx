import { useState } from "react";
import { saveFile } from "../report/save.ts";
import { useSession } from "../session/state.ts";
import { useLanguage, useSay } from "../words/language.tsx";
import { dataCsv, fileName, svgFile, vegaLiteText } from "./figure-files.ts";
import { pngOf } from "./figure-picture.ts";
import { words } from "./words.ts";

interface FigureActionsProps {
  readonly id: string;
  readonly drawing: string | undefined;
}

const textFile = (text: string, type: string) => new Blob([text], { type: `${type};charset=utf-8` });

/** A figure as files: the drawing, a picture, its data, its specification. */
export function FigureActions({ id, drawing }: FigureActionsProps) {
  const say = useSay();
  const { language } = useLanguage();
  const { result } = useSession();
  const [failed, setFailed] = useState(false);
  const figure = result?.document.figures.find((each) => each.id === id);
  if (!figure && drawing === undefined) return null;
  const picture = async () => {
    const blob = await pngOf(drawing!);
    setFailed(blob === null);
    if (blob) saveFile(fileName(id, "png"), blob);
  };
  return (
    <details className="figure-actions">
      <summary>
        {say(words.saveFigure)}
        {figure && <span className="hidden">{`: ${say(figure.title)}`}</span>}
      </summary>
      <div className="buttons">
        {drawing !== undefined && (
          <>
            <button
              type="button"
              onClick={() => saveFile(fileName(id, "svg"), textFile(svgFile(drawing), "image/svg+xml"))}
            >
              SVG
            </button>
            <button type="button" onClick={() => void picture()}>
              PNG
            </button>
          </>
        )}
        {figure &&
          Object.entries(figure.data).map(([name, rows]) => (
            <button
              key={name}
              type="button"
              onClick={() => saveFile(fileName(id, name, "csv"), textFile(dataCsv(rows), "text/csv"))}
            >
              {Object.keys(figure.data).length > 1 ? say(words.dataOf, { name }) : "CSV"}
            </button>
          ))}
        {figure && (
          <button
            type="button"
            onClick={() =>
              saveFile(
                fileName(id, language, "vl.json"),
                textFile(vegaLiteText(figure, language), "application/json"),
              )
            }
          >
            Vega-Lite
          </button>
        )}
      </div>
      <p role="status">{failed && say(words.noPicture)}</p>
    </details>
  );
}
