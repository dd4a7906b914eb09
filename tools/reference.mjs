// Writes docs/reference. The generator is compiled to tools/dist; `vesica/*` is what `npm run build` made.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const compiler = path("../node_modules/typescript/bin/tsc");
const compiled = spawnSync(process.execPath, [compiler, "-p", path("reference.tsconfig.json")], {
  stdio: "inherit",
});
if (compiled.status !== 0) process.exit(1);
const { writeReference } = await import("./dist/tools/reference-write.js");
await writeReference(path("../docs/reference"));
