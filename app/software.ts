import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/** Version of the package, which results name. */
export function softwareVersion(): string {
  const own: { version: string } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  return own.version;
}

/** The version and, in a checkout, a digest of what was built: what caches go by. */
export function softwareBuild(): string {
  const hash = createHash("sha256").update(softwareVersion());
  const core = new URL("../", pathToFileURL(require.resolve("vesica/kernel")));
  for (const folder of [core, new URL("./", import.meta.url)]) {
    try {
      hash.update(readFileSync(new URL(".tsbuildinfo", folder)));
    } catch {
      hash.update("published");
    }
  }
  return hash.digest("hex").slice(0, 32);
}
