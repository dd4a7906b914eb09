// One of several workers: runs a range of the events of one file, or all events of several files.
import { parentPort } from "node:worker_threads";
import { runFiles, runRange } from "./events-run.mjs";

parentPort.on("message", async ({ path, part, parts, paths }) => {
  parentPort.postMessage(paths ? await runFiles(paths) : await runRange(path, part, parts));
});
parentPort.postMessage("ready");
