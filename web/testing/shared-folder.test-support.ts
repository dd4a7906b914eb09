import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly sharedFolder: string;
  }
}

let folder = "";

/** Makes a folder for what the test files of one run share, such as the built page. */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), "vesica-run-"));
  project.provide("sharedFolder", folder);
}

/** Removes it when the run ends. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
