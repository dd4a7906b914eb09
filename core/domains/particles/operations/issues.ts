import { defineIssues } from "../../../kernel/index.ts";
import { countingIssues } from "./issues-counting.ts";
import { designIssues } from "./issues-design.ts";
import { dilutionIssues } from "./issues-dilution.ts";
import { sizingIssues } from "./issues-sizing.ts";

/** Every issue that the operations of the particles room can give. */
export const particlesIssues = defineIssues({
  ...sizingIssues,
  ...dilutionIssues,
  ...countingIssues,
  ...designIssues,
});
