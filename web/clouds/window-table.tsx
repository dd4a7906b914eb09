import { useSay } from "../words/language.tsx";
import { inOrder, type Window, withoutWindow } from "./bead-windows.ts";
import { NumberField } from "./number-field.tsx";
import { words } from "./words.ts";

interface WindowTableProps {
  readonly windows: readonly Window[];
  /** As many as windows, or none while they are not known. */
  readonly medians: readonly string[];
  readonly events: readonly string[];
  change(windows: readonly Window[]): void;
}

/** The windows of the peaks as numbers. */
export function WindowTable({ windows, medians, events, change }: WindowTableProps) {
  const say = useSay();
  const set = (index: number, window: Window) =>
    change(inOrder(windows.map((each, at) => (at === index ? window : each))));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <div className="scroll" role="region" tabIndex={0} aria-labelledby="beads-title">
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.window)}</th>
            <th scope="col" className="num">
              {say(words.median)}
            </th>
            <th scope="col" className="num">
              {say(words.events)}
            </th>
            <th scope="col">
              <span className="hidden">{say(words.actions)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {windows.map(([from, to], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: windows in their order have no other name
            <tr key={index}>
              <th scope="row">
                {index + 1}{" "}
                <NumberField
                  label={say(words.windowFrom, { index: index + 1 })}
                  value={Number(from.toPrecision(6))}
                  fits={(value) => value < to}
                  change={(value) => value !== null && set(index, [value, to])}
                />
                {" – "}
                <NumberField
                  label={say(words.windowTo, { index: index + 1 })}
                  value={Number(to.toPrecision(6))}
                  fits={(value) => value > from}
                  change={(value) => value !== null && set(index, [from, value])}
                />
              </th>
              <td className="num">{medians[index] ?? "–"}</td>
              <td className="num">{events[index] ?? "–"}</td>
              <td>
                <button
                  type="button"
                  aria-label={say(words.removeWindow, { index: index + 1 })}
                  onClick={() => change(withoutWindow(windows, index))}
                >
                  ×
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
