import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, temporary, vesica } from "./testing/vesica.test-support.ts";

beforeAll(build);
const place = temporary();
afterAll(place.remove);

describe("vesica", () => {
  test("--help names every command in both languages, and exits with 0", async () => {
    const english = await vesica(["--help"], { shipped: true });
    expect(english.status).toBe(0);
    for (const name of ["init", "run", "verify", "formats", "demo", "particles"])
      expect(english.out).toContain(name);
    const japanese = await vesica(["--help"], { shipped: true, env: { LANG: "ja_JP.UTF-8" } });
    expect(japanese.out).toContain("使い方:");
    expect(japanese.out).not.toContain("recognise");
  });

  test.each([
    [{ LANG: "ja_JP.UTF-8" }, [], "使い方"],
    [{ LC_ALL: "C", LANG: "ja_JP.UTF-8" }, [], "Usage"],
    [{ VESICA_LANG: "ja", LANG: "en_US.UTF-8" }, [], "使い方"],
    [{ VESICA_LANG: "ja" }, ["--lang", "en"], "Usage"],
    [{}, ["--lang=ja"], "使い方"],
  ])("with %o and %o speaks: %s", async (env, args, word) => {
    expect((await vesica([...args, "--help"], { env: env as Record<string, string> })).out).toContain(word);
  });

  test.each([
    [["rnu", "x"], 'There is no command "rnu". Did you mean "run"?'],
    [["verfy", "x"], 'Did you mean "verify"?'],
    [["xyzzy"], 'There is no command "xyzzy". See: vesica --help'],
    [["run"], "folder is missing. See: vesica run --help"],
    [["run", "a", "b"], 'one argument too many: "b"'],
    [["run", "a", "--workres", "2"], 'There is no option "--workres". Did you mean "--workers"?'],
    [["run", "a", "--workers", "many"], "--workers takes a whole number"],
    [["run", "a", "--workers"], "needs a value"],
    [["run", "--lang", "fr", "a"], "--lang takes en or ja"],
    [["run", "/nowhere/at/all"], 'There is no folder "/nowhere/at/all".'],
    [["run", "/etc/hosts"], "is a file, not a folder"],
    [["fake", "trimed-mean"], 'Did you mean "trimmed-mean"?'],
    [["fake", "trimmed-mean"], "--input"],
  ])("%j is wrong use: status 2, a sentence, no stack", async (args, sentence) => {
    const { status, out, err } = await vesica(args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("wrong use with --json is one JSON document", async () => {
    const { status, out, err } = await vesica(["rnu", "--json"]);
    expect(status).toBe(2);
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({ exitStatus: 2, message: expect.stringContaining("rnu") });
  });

  test("without arguments shows help and exits with 2", async () => {
    expect(await vesica([])).toMatchObject({ status: 2, err: expect.stringContaining("Usage:") });
  });

  test("formats --json lists every format with how it was checked", async () => {
    const { status, out } = await vesica(["formats", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      command: "formats",
      formats: [{ id: "fake.counts", domain: "fake", checked: "not checked against a real export" }],
    });
  });

  test("names commands as the person types them, and answers a wrong --lang in the person's language", async () => {
    const env = { npm_command: "run-script", VESICA_LANG: "ja" };
    expect((await vesica(["--help"], { env })).out).toContain("npm run vesica -- demo");
    const { err } = await vesica(["run", "--lang", "fr"], { env });
    expect(err).toContain("使い方: npm run vesica -- --help");
  });

  test("uses no colours when its output is not a terminal", async () => {
    for (const args of [["formats"], ["rnu"], ["--help"]]) {
      const { out, err } = await vesica(args, { env: { TERM: "xterm-256color" } });
      expect(out + err).not.toContain("\u001b");
    }
  });
});

describe("operations", () => {
  const input = JSON.stringify({ values: [1, 2, 3, 4, 100] });
  const args = ["fake", "trimmed-mean", "--input", "-"];

  test("take JSON from standard input and parameters as options", async () => {
    const { status, out } = await vesica([...args, "--share", "0.2"], { input });
    expect({ status, value: JSON.parse(out) }).toEqual({ status: 0, value: { mean: 3 } });
  });

  test("say once what is missing", async () => {
    expect(await vesica(["fake", "trimmed-mean"])).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^error: The option "--input <file>" is needed\.[^\n]*\n$/),
    });
  });

  test("show unit, default and meaning of parameters in help", async () => {
    const { out } = await vesica(["fake", "trimmed-mean", "--help"]);
    expect(out).toMatch(/--share <number>\s+Share cut from each end\s+\(default:\s+0\.1\)/);
    expect(out).toMatch(
      / values\[\] +Values to average \(in nm\)\n +weights\[\]\.weight +\(may be left out\)/,
    );
    const japanese = await vesica(["fake", "trimmed-mean", "--help", "--lang", "ja"]);
    expect(japanese.out).toMatch(
      /Share cut from each end（日本語）[\s\S]*Values to average（日本語） \(単位 nm\)/,
    );
  });

  test.each([
    [["--share", "0.7"], input, 2, "--share"],
    [["--share", "x"], input, 2, "--share"],
    [[], "{", 3, "not JSON"],
    [[], '{"values":["a"]}', 3, "values.0"],
  ])("refuse %j with %s", async (more, text, status, sentence) => {
    const ended = await vesica([...args, ...more], { input: text });
    expect(ended.status).toBe(status);
    expect(ended.err).toContain(sentence);
  });

  test("give parameters with defaults, value and issues with --json", async () => {
    const { out } = await vesica([...args, "--json"], { input });
    expect(JSON.parse(out)).toMatchObject({
      command: "fake.trimmedMean",
      version: "1",
      exitStatus: 0,
      parameters: { share: 0.1 },
      issues: [],
    });
  });
});
