import type { Language } from "vesica/kernel";
import { apiAddress } from "../sources/served.ts";
import { openServed, refreshServed } from "./served.ts";
import { served } from "./served-state.ts";

/**
 * Opens the served folder and follows what changes in it, as long as the page lives. A page that nobody sees does not
 * listen, since a browser gives one server few connections; it catches up when it is seen again.
 */
export function followServed(language: () => Language): void {
  let source: EventSource | null = null;
  const told = ({ data }: MessageEvent<string>) => {
    const { stamp } = JSON.parse(data) as { readonly stamp: string };
    if (served.get().link === "lost") served.set({ link: "open" });
    if (stamp !== served.get().stamp) void refreshServed(language());
  };
  const listen = () => {
    source?.close();
    source = null;
    if (document.visibilityState === "hidden" || served.get().link === "key") return;
    source = new EventSource(apiAddress("events"));
    source.addEventListener("state", told);
    source.addEventListener("changed", told);
    source.addEventListener("error", () => {
      if (served.get().link === "open") served.set({ link: "lost" });
      if (source?.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    });
  };
  void openServed(language()).then(listen);
  document.addEventListener("visibilitychange", listen);
}
