import { Link } from "@tanstack/react-router";
import type { SheetRow } from "vesica/kernel";
import { formatNumber } from "vesica/report";
import { words as shell } from "../shell/words.ts";
import { useSay } from "../words/language.tsx";
import { words } from "./raw-words.ts";

interface SheetRowsProps {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** What the sample sheet says of a file. */
export function SheetRows({ name, rows }: SheetRowsProps) {
  const say = useSay();
  const own = rows.filter(({ file }) => file === name);
  const heads = [words.line, words.sample, words.capture, words.role, words.condition, words.donor];
  return (
    <>
      <h2 id="file-rows">{say(words.rows)}</h2>
      {own.length === 0 ? (
        <p>
          {say(words.noRows)} <Link to="/samples">{say(shell.samples)}</Link>
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
        <div className="scroll" role="region" tabIndex={0} aria-labelledby="file-rows">
          <table>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head.en} scope="col">
                    {say(head)}
                  </th>
                ))}
                <th scope="col" className="num">
                  {say(words.dilution)}
                </th>
              </tr>
            </thead>
            <tbody>
              {own.map(({ line, sample, capture, role, condition, donor, dilution }) => (
                <tr key={line}>
                  <th scope="row">{line}</th>
                  <td>{sample}</td>
                  <td>{capture ?? say(words.allCaptures)}</td>
                  <td>{role}</td>
                  <td>{condition ?? "–"}</td>
                  <td>{donor ?? "–"}</td>
                  <td className="num">{dilution === undefined ? "–" : formatNumber(dilution)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
