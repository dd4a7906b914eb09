import { loadDomains } from "../domains.ts";
import { type ExitStatus, exitStatus } from "../exit.ts";
import { checkedWords, formatsMessages as words } from "../messages/formats.ts";
import { alignedLines } from "../width.ts";
import type { CommandContext } from "./context.ts";

/** `vesica formats`: every format that is read, and how well it was checked. */
export async function formats({ setup, output }: CommandContext): Promise<ExitStatus> {
  const { domains } = await loadDomains(setup);
  output.document({
    command: "formats",
    exitStatus: exitStatus.done,
    formats: domains.flatMap((domain) =>
      domain.formats.map(({ id, version, title, extensions, checked, checkedNote }) => ({
        id,
        domain: domain.id,
        version,
        title,
        extensions,
        checked,
        checkedNote,
      })),
    ),
  });
  for (const domain of domains) {
    output.line(output.style("bold", output.say(domain.title)));
    const head = [words.format, words.title, words.files, words.checked].map((word) => output.say(word));
    const rows = domain.formats.map(({ id, title, extensions, checked }) => [
      id,
      output.say(title),
      extensions.map((extension) => `.${extension.replace(/^\./, "")}`).join(" "),
      output.say(checkedWords[checked]),
    ]);
    for (const line of alignedLines([head, ...rows])) output.line(`  ${line}`);
    const notes = domain.formats.filter(({ checkedNote }) => checkedNote[output.language] !== "");
    for (const { id, checkedNote } of notes)
      output.line(output.style("dim", `  ${id}: ${output.say(checkedNote)}`));
    output.line();
  }
  if (domains.length === 0) output.line(output.say(words.none));
  return exitStatus.done;
}
