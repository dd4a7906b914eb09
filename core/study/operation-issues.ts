import { defineIssues } from "../kernel/index.ts";

/** What can be wrong with what an operation is given. */
export const operationCallIssues = defineIssues({
  "input-invalid": {
    severity: "error",
    message: { en: "{key}: {reason}", ja: "{key}: {reasonJa}" },
    remedy: {
      en: "Correct this value; what it may be is told by the command's --help and beside the field of the form.",
      ja: "この値を直してください。使える値は、コマンドの --help またはフォームの項目の横に示しています。",
    },
  },
});
