import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const worker = "service-worker.js";

/** Tells the service worker which files the page is made of. */
export const offlineAssets: Plugin = {
  name: "offline-assets",
  enforce: "post",
  generateBundle(_, bundle) {
    const files = Object.keys(bundle)
      .filter((file) => file !== worker)
      .sort();
    const hash = createHash("sha256");
    for (const file of files) {
      const part = bundle[file]!;
      hash.update(file).update(part.type === "chunk" ? part.code : part.source);
    }
    const chunk = bundle[worker];
    if (chunk?.type !== "chunk") throw new Error(`no ${worker} was built`);
    const assets = { revision: hash.digest("hex").slice(0, 16), files: ["./", ...files] };
    chunk.code = chunk.code.replaceAll("__VESICA_ASSETS__", JSON.stringify(assets));
  },
};
