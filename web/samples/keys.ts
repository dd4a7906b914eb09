import type { Step } from "./selection.ts";

/** The parts of a key press that decide what it means. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type KeyCommand =
  | { readonly kind: "move"; readonly step: Step; readonly extend: boolean }
  | { readonly kind: "tab"; readonly back: boolean }
  | { readonly kind: "select"; readonly what: "all" | "row" | "column" }
  | { readonly kind: "edit" | "complete" | "clear" | "fill down" | "undo" | "redo" | "leave" };

const steps: Readonly<Record<string, readonly [Step, Step]>> = {
  ArrowUp: ["up", "top"],
  ArrowDown: ["down", "bottom"],
  ArrowLeft: ["left", "row start"],
  ArrowRight: ["right", "row end"],
  PageUp: ["page up", "page up"],
  PageDown: ["page down", "page down"],
  Home: ["row start", "first"],
  End: ["row end", "last"],
};

/** What a key means while no cell is edited; null where it is left to the browser. */
export function keyCommand({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): KeyCommand | null {
  const held = ctrlKey || metaKey;
  if (altKey) return key === "ArrowDown" ? { kind: "complete" } : null;
  const step = steps[key];
  if (step) return { kind: "move", step: step[held ? 1 : 0], extend: shiftKey };
  if (key === " " && held) return { kind: "select", what: "column" };
  if (key === " " && shiftKey) return { kind: "select", what: "row" };
  if (held) {
    const letter = key.toLowerCase();
    if (letter === "z") return { kind: shiftKey ? "redo" : "undo" };
    if (letter === "y") return { kind: "redo" };
    if (letter === "d") return { kind: "fill down" };
    return letter === "a" ? { kind: "select", what: "all" } : null;
  }
  if (key === "Tab") return { kind: "tab", back: shiftKey };
  if (key === "Enter" || key === "F2") return { kind: "edit" };
  if (key === "Delete" || key === "Backspace") return { kind: "clear" };
  return key === "Escape" ? { kind: "leave" } : null;
}
