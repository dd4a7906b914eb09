import { cloudDefinitions, defineIssues } from "../../../../kernel/index.ts";

/** What looking at single particles can say. */
export const cloudIssues = defineIssues({
  "particles-cloud-axis-unknown": cloudDefinitions["axis-unknown"],
  "particles-cloud-view-invalid": cloudDefinitions["view-invalid"],
  "particles-cloud-bins": cloudDefinitions.bins,
  "particles-cloud-gates": {
    severity: "error",
    message: {
      en: "Single particles have no gates in this room, but {what} was asked for",
      ja: "この部屋の単一粒子にはゲートがありません（指定：{what}）",
    },
    remedy: { en: "Ask for all particles.", ja: "全粒子を指定してください。" },
  },
});
