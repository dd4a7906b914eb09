import { Fragment, useState } from "react";
import type { GateTally } from "vesica/kernel";
import { formatCount, formatEstimate } from "vesica/report";
import { useSay } from "../words/language.tsx";
import type { Desk } from "./desk.ts";
import { GateEditor } from "./gate-editor.tsx";
import { freshName, type Gate, gateTree } from "./gates.ts";
import { words } from "./words.ts";

const kinds = {
  rectangle: words.kindRectangle,
  polygon: words.kindPolygon,
  boolean: words.kindBoolean,
} as const;

/** A number of a tally with its interval below it; counts are whole. */
function TallyNumber({
  tally,
  of,
}: {
  readonly tally: GateTally | undefined;
  readonly of: "count" | "fraction";
}) {
  const estimate = tally?.estimates.find(({ unit }) => (unit === "1") === (of === "fraction"));
  if (!tally || !estimate) return "–";
  const { value, interval } = formatEstimate(estimate);
  return (
    <>
      {of === "count" ? formatCount(tally.events) : value}
      {interval !== null && <small>{interval}</small>}
    </>
  );
}

/** Every gate with its count and fraction, the selected one with its numbers to edit. */
export function GateTable({ desk }: { readonly desk: Desk }) {
  const say = useSay();
  const { gates, tallies, selected, edits } = desk;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const elsewhere = [...tallies.values()].filter(({ gate }) => !gates.some(({ id }) => id === gate));
  if (!edits) return <p>{say(words.gatesNone)}</p>;
  if (gates.length === 0 && elsewhere.length === 0) return <p>{say(words.noGates)}</p>;
  const chosen = ticked.filter((id) => gates.some((gate) => gate.id === id));
  const join = (operator: "and" | "or" | "not") => {
    const id = freshName(gates, say(words.gateWord));
    const operands = chosen.map((gate) => ({ gate }));
    desk.edit({ gates: [...gates, { kind: "boolean", id, parent: null, operator, operands }] });
    desk.select(id);
    setTicked([]);
  };
  const tick = (id: string) =>
    setTicked(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const numbers = (id: string) => (
    <>
      <td className="num">
        <TallyNumber tally={tallies.get(id)} of="count" />
      </td>
      <td className="num">
        <TallyNumber tally={tallies.get(id)} of="fraction" />
      </td>
    </>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <div className="scroll" role="region" tabIndex={0} aria-labelledby="gates-title">
        <table className="gates">
          <thead>
            <tr>
              <th scope="col">{say(words.gate)}</th>
              <th scope="col" className="num">
                {say(words.events)}
              </th>
              <th scope="col" className="num">
                {say(words.fraction)}
              </th>
              <th scope="col">{say(words.actions)}</th>
            </tr>
          </thead>
          <tbody>
            {gateTree(gates).map(({ gate, depth }) => (
              <Fragment key={gate.id}>
                <tr className={gate.id === selected?.id ? "on" : undefined}>
                  <th scope="row" style={{ paddingInlineStart: `${0.6 + 1.1 * Math.min(depth, 8)}rem` }}>
                    <label>
                      <input
                        type="checkbox"
                        checked={chosen.includes(gate.id)}
                        onChange={() => tick(gate.id)}
                      />{" "}
                      <bdi>{gate.id}</bdi>
                    </label>
                    <small>{kindText(gate, say(kinds[gate.kind]))}</small>
                    {edits.present.population === gate.id && (
                      <span className="chip good">{say(words.isPopulation)}</span>
                    )}
                  </th>
                  {numbers(gate.id)}
                  <td>
                    <button
                      type="button"
                      aria-expanded={gate.id === selected?.id}
                      aria-label={say(words.editGate, { gate: gate.id })}
                      onClick={() => desk.select(gate.id === selected?.id ? null : gate.id)}
                    >
                      {say(words.actions)}
                    </button>
                  </td>
                </tr>
                {gate.id === selected?.id && (
                  <tr>
                    <td colSpan={4}>
                      <GateEditor key={gate.id} desk={desk} gate={gate} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
            {elsewhere.map(({ gate }) => (
              <tr key={gate}>
                <th scope="row">
                  <bdi>{gate}</bdi>
                  <small>{say(words.elsewhere)}</small>
                </th>
                {numbers(gate)}
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > 0 && (
        <fieldset className="actions join">
          <legend>
            {say(words.join)}: {formatCount(chosen.length)}
          </legend>
          <button type="button" disabled={chosen.length < 2} onClick={() => join("and")}>
            {say(words.and)}
          </button>
          <button type="button" disabled={chosen.length < 2} onClick={() => join("or")}>
            {say(words.or)}
          </button>
          <button type="button" disabled={chosen.length !== 1} onClick={() => join("not")}>
            {say(words.not)}
          </button>
        </fieldset>
      )}
    </>
  );
}

function kindText(gate: Gate, word: string): string {
  if (gate.kind !== "boolean") return word;
  const signs = { and: " ∩ ", or: " ∪ ", not: "" } as const;
  const names = gate.operands.map(({ gate: name, complement }) => (complement ? `¬ ${name}` : name));
  return `${word}: ${gate.operator === "not" ? "¬ " : ""}${names.join(signs[gate.operator])}`;
}
