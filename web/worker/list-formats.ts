import { domains } from "vesica/domains";
import type { CheckedAgainst, Text } from "vesica/kernel";
import { type JsonSchema, parametersSchema } from "vesica/study";

/** A format, as the page shows it. */
export interface FormatWords {
  readonly id: string;
  readonly title: Text;
  /** The id of the room that reads it. */
  readonly room: string;
  readonly roomTitle: Text;
  readonly extensions: readonly string[];
  readonly checked: CheckedAgainst;
  readonly checkedNote: Text;
  /** What a person may say of a file, as JSON Schema; null where there is nothing to say. */
  readonly mapping: JsonSchema | null;
}

/** Every format that is read. */
export async function listFormats(): Promise<readonly FormatWords[]> {
  return domains.flatMap((domain) =>
    domain.formats.map(({ id, title, extensions, checked, checkedNote, mapping }) => ({
      id,
      title,
      room: domain.id,
      roomTitle: domain.title,
      extensions,
      checked,
      checkedNote,
      mapping: mapping ? parametersSchema({ parameters: mapping }) : null,
    })),
  );
}
