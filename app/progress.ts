import type { Text } from "vesica/kernel";
import type { Progress } from "vesica/study";
import type { Output } from "./output.ts";
import { displayWidth, harmless, shortened } from "./width.ts";

/** Tells progress: a bar that is written over on a terminal, else a plain line at most every quarter. */
export function progressTeller(output: Output, title: Text): (progress: Progress) => void {
  const name = output.say(title);
  let told = 0;
  return ({ done, total, label }) => {
    const terminal = Boolean(output.errorStream.isTTY);
    if (!terminal) {
      const quarter = Math.floor((done / total) * 4);
      if (quarter > told && (total >= 10 || done === total)) output.aside(`${name}: ${done}/${total}`);
      told = Math.max(told, quarter);
      return;
    }
    const width = 20;
    const full = Math.round((done / Math.max(1, total)) * width);
    const bar = `${name} [${"█".repeat(full)}${"░".repeat(width - full)}] ${done}/${total} `;
    const columns = (output.errorStream.columns ?? 80) - 1;
    output.status(shortened(bar + harmless(label), Math.max(displayWidth(bar), columns)));
    if (done === total) output.status("");
  };
}
