import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pruneStore, Store } from "./store.ts";
import { temporary } from "./testing/vesica.test-support.ts";

const places: ReturnType<typeof temporary>[] = [];
afterAll(() => {
  for (const place of places) place.remove();
});

function root(): string {
  const place = temporary();
  places.push(place);
  return place.folder;
}

const bytes = (text: string) => Buffer.from(text);
const packs = (folder: string) =>
  readdirSync(join(folder, ".vesica/packs")).map((name) => join(folder, ".vesica/packs", name));

function kept(folder: string, entries: Readonly<Record<string, string>>): void {
  const store = new Store(folder);
  for (const [key, text] of Object.entries(entries)) store.append(key, bytes(text));
  store.close();
}

describe("the store", () => {
  test("gives back what earlier stores kept, from any pack", () => {
    const folder = root();
    kept(folder, { a: "one", b: "" });
    kept(folder, { c: "two\n" });
    const store = new Store(folder);
    expect(["a", "b", "c", "d"].map((key) => store.read(key)?.toString())).toEqual([
      "one",
      "",
      "two\n",
      undefined,
    ]);
    store.close();
  });

  test("takes a cut entry for one that is not there, and those before it for whole, at every length", () => {
    const folder = root();
    kept(folder, { a: "one", b: "two" });
    const [pack] = packs(folder);
    const whole = readFileSync(pack!);
    for (let length = whole.length - 1; length >= 0; length--) {
      truncateSync(pack!, length);
      const store = new Store(folder);
      expect(store.read("b")).toBeUndefined();
      expect(store.read("a")?.toString()).toBe(length >= 115 ? "one" : undefined);
      store.close();
    }
  });

  test("takes a flipped byte for nothing", () => {
    const folder = root();
    kept(folder, { a: "one" });
    const [pack] = packs(folder);
    const damaged = readFileSync(pack!);
    damaged[damaged.length - 1]! ^= 1;
    writeFileSync(pack!, damaged);
    expect(new Store(folder).read("a")).toBeUndefined();
  });

  test("pruned, keeps what is needed and gives the room of the rest back", () => {
    const folder = root();
    kept(folder, { a: "one", b: "x".repeat(10_000) });
    pruneStore(folder, new Set(["a"]));
    const store = new Store(folder);
    expect(store.read("a")?.toString()).toBe("one");
    expect(store.read("b")).toBeUndefined();
    expect(packs(folder).reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(1000);
    store.close();
  });
});
