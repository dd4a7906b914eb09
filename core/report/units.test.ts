import { expect, test } from "vitest";
import { unitText } from "./units.ts";

test.each([
  ["{particles}/mL", "particles/mL", "粒子/mL"],
  ["{particles}/{frame}", "particles/frame", "粒子/フレーム"],
  ["{beads}/mL", "beads/mL", "beads/mL"],
  ["nm", "nm", "nm"],
  ["1", "", ""],
  ["%", "%", "%"],
  ["ug/mL", "µg/mL", "µg/mL"],
  ["um.cm/(V.s)", "µm·cm/(V·s)", "µm·cm/(V·s)"],
  ["mPa.s", "mPa·s", "mPa·s"],
  ["nm2", "nm²", "nm²"],
  ["s-1", "s⁻¹", "s⁻¹"],
  ["Cel", "°C", "°C"],
  ["deg", "°", "°"],
  ["nm-2", "nm⁻²", "nm⁻²"],
  ["{arbitrary_units}", "arbitrary units", "任意単位"],
  ["{events}", "events", "イベント"],
  ["{events}/s", "events/s", "イベント/s"],
  ["{MESF}", "MESF", "MESF"],
  ["{ERF}", "ERF", "ERF"],
  ["{ABC}", "ABC", "ABC"],
  ["{MEF}", "MEF", "MEF"],
])("%s", (code, en, ja) => expect(unitText(code)).toEqual({ en, ja }));
