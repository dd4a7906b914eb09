import { useSay } from "../words/language.tsx";
import { useAxisTitle } from "./cloud-plot.tsx";
import { type Desk, tools } from "./desk.ts";
import { withoutLastCorner } from "./drawing.ts";
import { NumberField } from "./number-field.tsx";
import { cofactorFor, rescaled, zoomed } from "./views.ts";
import { words } from "./words.ts";

/** Axes, their scales and the population that is looked at. */
export function CloudControls({ desk }: { readonly desk: Desk }) {
  const say = useSay();
  const title = useAxisTitle(desk);
  const { card, axes, views, tallies, within } = desk;
  return (
    <div className="fields cloud-controls">
      {(["x", "y"] as const).map((side) => {
        const view = views?.[side];
        const name = title(axes[side]);
        return (
          <div key={side} className="axis-fields">
            <label>
              <span>{say(side === "x" ? words.xAxis : words.yAxis)}</span>
              <select value={axes[side]} onChange={({ target }) => desk.chooseAxis(side, target.value)}>
                {card.axes.map(({ id }) => (
                  <option key={id} value={id}>
                    {title(id)}
                  </option>
                ))}
              </select>
            </label>
            {view && (
              <>
                <select
                  aria-label={say(words.scaleOf, { axis: name })}
                  value={view.cofactor === null ? "linear" : "asinh"}
                  onChange={({ target }) =>
                    desk.look({
                      ...views,
                      [side]: rescaled(view, target.value === "linear" ? null : cofactorFor(view)),
                    })
                  }
                >
                  <option value="linear">{say(words.linear)}</option>
                  <option value="asinh">{say(words.asinh)}</option>
                </select>
                {view.cofactor !== null && (
                  <div className="named" title={say(words.cofactorHelp)}>
                    <span aria-hidden="true">{say(words.cofactor)}</span>
                    <NumberField
                      label={say(words.cofactorOf, { axis: name })}
                      value={view.cofactor}
                      fits={(value) => value >= 1e-6 && value <= 1e12}
                      change={(value) =>
                        value !== null && desk.look({ ...views, [side]: rescaled(view, value) })
                      }
                    />
                  </div>
                )}
              </>
            )}
          </div>
        );
      })}
      {desk.edits && (
        <label>
          <span>{say(words.within)}</span>
          <select value={within ?? ""} onChange={({ target }) => desk.lookWithin(target.value || null)}>
            <option value="">{say(words.all)}</option>
            {[...tallies.keys()].map((gate) => (
              <option key={gate} value={gate}>
                {gate}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** The tools, zoom, undo and redo, and while one draws its buttons. */
export function CloudToolbar({ desk }: { readonly desk: Desk }) {
  const say = useSay();
  const { views, whole, tool, edits } = desk;
  const zoom = (factor: number) =>
    views &&
    whole &&
    desk.look({ x: zoomed(views.x, 0.5, factor, whole.x), y: zoomed(views.y, 0.5, factor, whole.y) });
  const offered = edits ? tools : (["look"] as const);
  return (
    <div className="cloud-tools" role="toolbar" aria-label={say(words.tool)}>
      {offered.map((each) => (
        <button key={each} type="button" aria-pressed={tool === each} onClick={() => desk.take(each)}>
          {say(words[each])}
        </button>
      ))}
      <button type="button" onClick={() => zoom(1.4)}>
        {say(words.zoomIn)}
      </button>
      <button type="button" onClick={() => zoom(1 / 1.4)}>
        {say(words.zoomOut)}
      </button>
      <button type="button" onClick={() => whole && desk.look(whole)}>
        {say(words.whole)}
      </button>
      {edits && (
        <>
          <button type="button" disabled={edits.past.length === 0} onClick={desk.undo}>
            {say(words.undo)}
          </button>
          <button type="button" disabled={edits.future.length === 0} onClick={desk.redo}>
            {say(words.redo)}
          </button>
        </>
      )}
    </div>
  );
}

/** What is done with the corners while one draws, for those who point only. */
export function DrawingButtons({ desk }: { readonly desk: Desk }) {
  const say = useSay();
  const { drawing } = desk;
  if (!drawing) return null;
  return (
    <div className="cloud-tools">
      <button type="button" onClick={() => desk.place(desk.cursor)}>
        {say(words.place)}
      </button>
      <button
        type="button"
        disabled={drawing.corners.length === 0}
        onClick={() => desk.setDrawing(withoutLastCorner(drawing))}
      >
        {say(words.takeBack)}
      </button>
      {drawing.kind === "polygon" && (
        <button type="button" disabled={drawing.corners.length < 3} onClick={desk.close}>
          {say(words.close)}
        </button>
      )}
      <button type="button" onClick={() => desk.take("select")}>
        {say(words.cancel)}
      </button>
    </div>
  );
}
