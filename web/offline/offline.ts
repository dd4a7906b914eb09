/** Keeps the page's own files in this browser, so that it works without a network; where a browser cannot, nothing changes. */
export function keepOffline(): void {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  navigator.serviceWorker.register("./service-worker.js").catch(() => {});
}
