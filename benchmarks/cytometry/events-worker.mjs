// One of several workers: runs a range of the events of each file that it is sent.
import { parentPort } from "node:worker_threads";
import { runEvents } from "../../core/dist/domains/cytometry/analysis/events/index.js";
import { openEvents, planOf } from "./events-plan.mjs";

parentPort.on("message", async ({ path, part, parts }) => {
  const file = await openEvents(path);
  const { events } = file.data;
  const from = Math.floor((events * part) / parts);
  const count = Math.floor((events * (part + 1)) / parts) - from;
  parentPort.postMessage(await runEvents(file.data, planOf(file), { from, count }));
});
parentPort.postMessage("ready");
