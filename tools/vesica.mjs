#!/usr/bin/env node
// Runs the vesica command of this checkout in the folder that the user is in, building what changed first;
// for `serve` the page too.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundler = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const command = new URL("../app/dist/cli.js", import.meta.url);

if (!existsSync(compiler)) {
  console.error("The packages are not installed. Run `npm ci` first. / 先に `npm ci` を実行してください。");
  process.exit(2);
}
build(compiler, "-b");
if (process.argv.includes("serve")) build(bundler, "build", "web", "--logLevel", "error");
if (process.env.npm_lifecycle_event && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
process.argv[1] = fileURLToPath(command);
await import(command.href);

function build(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  console.error("vesica could not be built. / vesica をビルドできませんでした。");
  process.exit(4);
}
