import type { Reporter, TestModule } from "vitest/node";

/** Closes a run with one plain line, `N passed, N failed`, and fails the run if a test was skipped in CI. */
export class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    for (const module of modules) {
      if (module.state() === "failed" && module.children.size === 0) failed++;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
        else skipped++;
      }
    }
    if (process.env.CI && skipped > 0) {
      failed += skipped;
      process.exitCode = 1;
      console.log(`${skipped} tests did not run; in CI every test has to run`);
    }
    console.log(`${passed} passed, ${failed} failed`);
  }
}

export { PlainReporter as default };
