/** Every file of the page with a digest of them all; put in when the page is built. */
declare const __VESICA_ASSETS__: { readonly revision: string; readonly files: readonly string[] };

/** The worker itself, as much of it as is used. */
const scope = self as unknown as {
  addEventListener(type: "install" | "activate", listener: (event: LifeEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string };
};

interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const { revision, files } = __VESICA_ASSETS__;
const name = `vesica ${revision}`;
const own = new Set(files.map((file) => new URL(file, scope.registration.scope).href));

scope.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(name)
      .then((cache) => cache.addAll([...own]))
      .then(() => scope.skipWaiting()),
  );
});

scope.addEventListener("activate", (event) => {
  const others = (names: string[]) => names.filter((each) => each.startsWith("vesica ") && each !== name);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(others(names).map((each) => caches.delete(each))))
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  address.hash = "";
  if (event.request.method !== "GET" || !own.has(address.href)) return;
  event.respondWith(
    caches
      .open(name)
      .then((cache) => cache.match(address.href))
      .then((kept) => kept ?? fetch(event.request)),
  );
});
