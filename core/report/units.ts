import type { Text } from "../kernel/index.ts";
import { superscript } from "./format.ts";

const annotations: Readonly<Record<string, Text>> = {
  particles: { en: "particles", ja: "粒子" },
  particle: { en: "particle", ja: "粒子" },
  tracks: { en: "tracks", ja: "軌跡" },
  frame: { en: "frame", ja: "フレーム" },
  counts: { en: "counts", ja: "カウント" },
  centres: { en: "centres", ja: "輝点" },
  captures: { en: "captures", ja: "撮影" },
  position: { en: "position", ja: "測定位置" },
  events: { en: "events", ja: "イベント" },
  arbitrary_units: { en: "arbitrary units", ja: "任意単位" },
  positions: { en: "positions", ja: "測定位置" },
};

const atoms: Readonly<Record<string, string>> = {
  "1": "1",
  "%": "%",
  Cel: "°C",
  deg: "°",
  Ohm: "Ω",
};

/** A UCUM code as a person reads it: `{particles}/mL` gives `particles/mL` and `粒子/mL`, `um` gives `µm`, `1` gives nothing. */
export function unitText(code: string): Text {
  if (code === "1") return { en: "", ja: "" };
  const spelled = (language: keyof Text): string =>
    code.replace(/\{([^{}]*)\}|[A-Za-z%]+(-?\d+)?|\*|\./g, (token, annotation: string | undefined) => {
      if (annotation !== undefined) return annotations[annotation]?.[language] ?? annotation;
      return token === "." ? "·" : atom(token);
    });
  return { en: spelled("en"), ja: spelled("ja") };
}

function atom(token: string): string {
  const [, name = token, power] = /^([A-Za-z%]+)(-?\d+)?$/.exec(token) ?? [];
  const written = atoms[name] ?? name.replace(/^u(?=[A-Za-z])/, "µ");
  return power === undefined ? written : written + superscript(power);
}
