import { defineIssues, type IssueCatalogue, type TextParameters } from "../../../kernel/index.ts";
import { countingIssues } from "./issues-counting.ts";
import { designIssues } from "./issues-design.ts";
import { dilutionIssues } from "./issues-dilution.ts";
import { sizingIssues } from "./issues-sizing.ts";

const catalogue = defineIssues({
  ...sizingIssues,
  ...dilutionIssues,
  ...countingIssues,
  ...designIssues,
});

/** NaN and infinities as words: an issue is kept as JSON, which has no form for them. */
function printable(parameters: TextParameters): TextParameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
    ]),
  );
}

/** Every issue that the operations of the particles room can give. */
export const particlesIssues: IssueCatalogue<keyof typeof catalogue.definitions> = {
  definitions: catalogue.definitions,
  raise: (code, parameters = {}, where = {}) => catalogue.raise(code, printable(parameters), where),
};
