/** What the page may load and do; `web/index.html` says the same to hosts that set no headers. */
export const pagePolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/** A report comes from the folder: it is shown without any right on the page's origin, and its own policy stands in it. */
export const reportPolicy =
  "sandbox allow-scripts allow-popups allow-modals; default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For everything that is no page. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** On every answer. */
export const commonHeaders = {
  "content-security-policy": dataPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;
