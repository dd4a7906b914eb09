import type { Text } from "vesica/kernel";

export const demoMessages = {
  made: {
    en: "Example study of {count} files in {folder}, made from known truth by the instruments' twins.",
    ja: "既知の真値から装置の模擬データとして作成した例題 ({count} ファイル): {folder}",
  },
} as const satisfies Record<string, Text>;
