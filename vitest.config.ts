import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const core = fileURLToPath(new URL("./core/", import.meta.url));

const run = fileURLToPath(new URL("./run/", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^vesica\/(.+)$/, replacement: `${core}$1/index.ts` },
      { find: /^@vesica\/run\/draw$/, replacement: `${run}draw/index.ts` },
      { find: /^@vesica\/run\/(.+)$/, replacement: `${run}$1.ts` },
    ],
  },
  test: {
    include: [
      "core/**/*.test.ts",
      "run/**/*.test.ts",
      "app/**/*.test.ts",
      "web/**/*.test.ts",
      "web/**/*.test.tsx",
      "tools/**/*.test.ts",
    ],
    exclude: ["**/dist/**", "**/node_modules/**"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    setupFiles: ["./tools/property-seed.ts"],
    globalSetup: ["./web/testing/shared-folder.test-support.ts"],
    reporters: ["default", "./tools/plain-reporter.ts"],
  },
});
