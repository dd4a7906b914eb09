import { servedWith } from "../sources/served.ts";

/**
 * Keeps the page's own files in this browser, so that it works without a network; where a browser cannot, nothing
 * changes. Not what `vesica serve` gives: the next server on its port may have another folder or version.
 */
export function keepOffline(): void {
  if (!("serviceWorker" in navigator) || !isSecureContext || servedWith()) return;
  navigator.serviceWorker.register("./service-worker.js").catch(() => {});
}
