import type { Text } from "vesica/kernel";

export const serveMessages = {
  address: { en: "Open in a browser: {address}", ja: "ブラウザーで開いてください: {address}" },
  folder: {
    en: "Folder: {folder}. It can be reached from this computer only, with this address.",
    ja: "フォルダー: {folder}。このコンピューターからこのアドレスでのみ開けます。",
  },
  alone: {
    en: "No folder was named: drop one onto the page. It can be reached from this computer only.",
    ja: "フォルダーの指定がないため、ページにドロップしてください。このコンピューターからのみ開けます。",
  },
  stop: { en: "Ctrl-C ends it.", ja: "終了するには Ctrl-C を押してください。" },
  ended: { en: "Ended.", ja: "終了しました。" },
} as const satisfies Record<string, Text>;
