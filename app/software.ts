import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Version of the package, which results name. */
export function softwareVersion(): string {
  const own: { version: string } = require("@vesica/app/package.json");
  return own.version;
}

/** The version and, in a checkout, a digest of what was built: what caches go by. */
export function softwareBuild(): string {
  const hash = createHash("sha256").update(softwareVersion());
  for (const name of ["vesica/kernel", "@vesica/app/package.json"]) {
    const resolved = require.resolve(name);
    const folder = name === "vesica/kernel" ? dirname(dirname(resolved)) : join(dirname(resolved), "dist");
    try {
      hash.update(readFileSync(join(folder, ".tsbuildinfo")));
    } catch {
      hash.update("published");
    }
  }
  return hash.digest("hex").slice(0, 32);
}
