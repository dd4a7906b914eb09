import { useState } from "react";
import { useSay } from "../words/language.tsx";
import type { Desk } from "./desk.ts";
import {
  type Gate,
  longestName,
  type PolygonGate,
  possibleParents,
  type RectangleGate,
  renamed,
} from "./gates.ts";
import { NumberField } from "./number-field.tsx";
import { withoutVertex } from "./shapes.ts";
import { words } from "./words.ts";

interface GateEditorProps {
  readonly desk: Desk;
  readonly gate: Gate;
}

/** Name, parent, numbers and fate of one gate. */
export function GateEditor({ desk, gate }: GateEditorProps) {
  const say = useSay();
  const [name, setName] = useState(gate.id);
  const { gates, edits } = desk;
  const present = edits!.present;
  const next = renamed(gates, gate.id, name.trim());
  const rename = () => {
    if (!next || name.trim() === gate.id) return;
    const population = present.population === gate.id ? name.trim() : present.population;
    desk.edit({ gates: next, population });
    if (desk.within === gate.id) desk.lookWithin(name.trim());
    desk.select(name.trim());
  };
  const channels =
    gate.kind === "boolean"
      ? []
      : (gate.kind === "polygon" ? gate.axes : gate.bounds).map(({ channel }) => channel);
  const isShown = desk.drawn.some(({ id }) => id === gate.id);
  return (
    <div className="gate-editor">
      <div className="fields">
        <label>
          <span>{say(words.name)}</span>
          <input
            type="text"
            maxLength={longestName}
            value={name}
            aria-invalid={next === null}
            aria-describedby={next === null ? "gate-name-error" : undefined}
            onChange={({ target }) => setName(target.value)}
            onBlur={rename}
            onKeyDown={({ key }) => key === "Enter" && rename()}
          />
        </label>
        <label>
          <span>{say(words.parent)}</span>
          <select
            value={gate.parent ?? ""}
            onChange={({ target }) => desk.editGate({ ...gate, parent: target.value || null })}
          >
            <option value="">{say(words.all)}</option>
            {possibleParents(gates, gate.id).map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
      </div>
      {next === null && (
        <p className="error" id="gate-name-error">
          {say(words.nameWrong)}
        </p>
      )}
      <label>
        <input
          type="checkbox"
          checked={present.population === gate.id}
          onChange={({ target }) => desk.edit({ population: target.checked ? gate.id : null })}
        />{" "}
        {say(words.asPopulation)}
      </label>
      {gate.kind === "polygon" && <VertexFields desk={desk} gate={gate} />}
      {gate.kind === "rectangle" && <BoundFields desk={desk} gate={gate} />}
      <div className="actions">
        {!isShown && channels.length === 2 && (
          <button
            type="button"
            onClick={() => {
              desk.chooseAxes(channels[0]!, channels[1]!);
              desk.take("select");
            }}
          >
            {say(words.showGate)}
          </button>
        )}
        <button type="button" onClick={() => desk.removeGate(gate.id)}>
          {say(words.remove)}
        </button>
      </div>
    </div>
  );
}

function VertexFields({ desk, gate }: { readonly desk: Desk; readonly gate: PolygonGate }) {
  const say = useSay();
  const change = (index: number, side: 0 | 1, value: number) => {
    const vertices = gate.vertices.map((vertex, at): readonly [number, number] => {
      if (at !== index) return vertex;
      return side === 0 ? [value, vertex[1]] : [vertex[0], value];
    });
    desk.editGate({ ...gate, vertices });
  };
  return (
    <details>
      <summary>
        {say(words.vertices)} ({gate.vertices.length})
      </summary>
      <ol className="vertices">
        {gate.vertices.map((vertex, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: corners in their order have no other name
          <li key={index}>
            {([0, 1] as const).map((side) => (
              <NumberField
                key={side}
                label={say(words.vertexOn, { index: index + 1, axis: gate.axes[side].channel })}
                value={vertex[side]}
                change={(value) => value !== null && change(index, side, value)}
              />
            ))}
            <button
              type="button"
              aria-label={say(words.removeVertex, { index: index + 1 })}
              disabled={gate.vertices.length <= 3}
              onClick={() => desk.editGate(withoutVertex(gate, index))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

function BoundFields({ desk, gate }: { readonly desk: Desk; readonly gate: RectangleGate }) {
  const say = useSay();
  const change = (channel: string, side: "min" | "max", value: number | null) =>
    desk.editGate({
      ...gate,
      bounds: gate.bounds.map((bound) => (bound.channel === channel ? { ...bound, [side]: value } : bound)),
    });
  return (
    <fieldset className="bounds">
      <legend>{say(words.bounds)}</legend>
      {gate.bounds.map(({ channel, min, max }) => (
        <div key={channel}>
          <bdi>{channel}</bdi>
          <NumberField
            label={say(words.boundMin, { axis: channel })}
            value={min}
            empty={say(words.open)}
            fits={(value) => max === null || value < max}
            change={(value) => change(channel, "min", value)}
          />
          –
          <NumberField
            label={say(words.boundMax, { axis: channel })}
            value={max}
            empty={say(words.open)}
            fits={(value) => min === null || value > min}
            change={(value) => change(channel, "max", value)}
          />
        </div>
      ))}
    </fieldset>
  );
}
