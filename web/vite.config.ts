import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { offlineAssets } from "./offline-assets.config.ts";
import { themeCss } from "./report-css.config.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here("package.json"), "utf8")) as { version: string };

/** The report's own styles as a stylesheet of the page. */
const reportCss: Plugin = {
  name: "report-css",
  resolveId: (id) => (id === "virtual:report.css" ? "\0virtual:report.css" : null),
  load: (id) => (id === "\0virtual:report.css" ? themeCss : null),
};

export default defineConfig({
  root: here("."),
  base: "./",
  resolve: {
    alias: [
      { find: /^vesica\/(.+)$/, replacement: `${here("../core/")}$1/index.ts` },
      { find: /^@vesica\/run\/draw$/, replacement: here("../run/draw/index.ts") },
      { find: /^@vesica\/run\/(.+)$/, replacement: `${here("../run/")}$1.ts` },
    ],
  },
  define: { __VESICA_VERSION__: JSON.stringify(version) },
  plugins: [reportCss, react(), offlineAssets],
  worker: { format: "es" },
  build: {
    outDir: here("dist/site"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { page: here("index.html"), "service-worker": here("offline/service-worker.ts") },
      output: {
        entryFileNames: ({ name }) =>
          name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js",
      },
    },
  },
});
