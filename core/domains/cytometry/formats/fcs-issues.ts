import { defineIssues } from "../../../kernel/index.ts";
import { channelIssues } from "./fcs-issues-channels.ts";
import { dataIssues } from "./fcs-issues-data.ts";
import { fileIssues } from "./fcs-issues-file.ts";
import { textIssues } from "./fcs-issues-text.ts";

/** What the FCS reader can say of a file. */
export const fcsIssues = defineIssues({ ...fileIssues, ...textIssues, ...dataIssues, ...channelIssues });

export type FcsCode = keyof typeof fcsIssues.definitions;
