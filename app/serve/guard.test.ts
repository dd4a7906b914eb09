import { afterAll, describe, expect, test } from "vitest";
import { cookie, host, key, served } from "./served.test-support.ts";

const place = served({ "a.txt": "abc" });
afterAll(place.remove);
const { app, ask } = place;

describe("the key", () => {
  test("the printed address gives it to the api alone and leaves the address without it", async () => {
    const answer = await app.request(`http://${host}/?key=${key}`, { headers: { host } });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/");
    expect(answer.headers.get("set-cookie")).toBe(`vesica-4747=${key}; Path=/api; HttpOnly; SameSite=Strict`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test.each(["wrong", "", `${key}x`, key.slice(1)])("an address with %j gets none", async (given) => {
    const answer = await app.request(`http://${host}/?key=${given}`, { headers: { host } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test.each(["", "vesica-4747=wrong", `vesica-4748=${key}`, `vesica-4747=${key}0`])(
    "every path of the api refuses the cookie %j",
    async (given) => {
      for (const path of ["study", "file?name=a.txt", "results/result.json", "events", "nothing"]) {
        const answer = await ask(`/api/${path}`, { headers: { cookie: given } });
        expect([path, answer.status, await answer.json()]).toEqual([path, 401, { refused: "key" }]);
      }
      for (const [method, path] of [
        ["PUT", "papers"],
        ["POST", "run"],
      ] as const) {
        const answer = await ask(`/api/${path}`, { method, headers: { cookie: given } });
        expect([path, answer.status]).toEqual([path, 401]);
      }
    },
  );
});

describe("the host", () => {
  test.each(["127.0.0.1:4747", "127.0.0.1", "localhost:9"])("%s is this computer", async (name) => {
    const port = /:(\d+)/.exec(name)?.[1] ?? "80";
    const headers = { host: name, cookie: `vesica-${port}=${key}` };
    expect((await ask("/api/study", { headers })).status).toBe(200);
  });

  test.each(["evil.example", "127.0.0.1.evil.example:4747", "localhost.evil.example", "0.0.0.0:4747", ""])(
    "%j is refused, for the page too",
    async (name) => {
      for (const path of ["/", "/assets/index-Ab12_-x9.js", `/?key=${key}`, "/api/study"]) {
        const answer = await app.request(`http://${host}${path}`, { headers: { host: name, cookie } });
        expect([path, answer.status, await answer.json()]).toEqual([path, 403, { refused: "host" }]);
      }
    },
  );
});

describe("the origin", () => {
  test.each([
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:9999" },
    { origin: "https://127.0.0.1:4747" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("%o is refused whatever is asked", async (headers) => {
    for (const [method, path] of [
      ["GET", "study"],
      ["GET", "events"],
      ["PUT", "papers"],
      ["POST", "run"],
    ] as const) {
      const answer = await ask(`/api/${path}`, { method, headers: headers as Record<string, string> });
      expect([path, answer.status, await answer.json()]).toEqual([path, 403, { refused: "origin" }]);
    }
  });

  test("a person's address line may read and not write", async () => {
    const headers = { "sec-fetch-site": "none" };
    expect((await ask("/api/study", { headers })).status).toBe(200);
    expect((await ask("/api/run", { method: "POST", headers })).status).toBe(403);
  });

  test("what tells no origin at all may not write", async () => {
    const headers = { host, cookie };
    const bare = (path: string, method: string) =>
      app.request(`http://${host}/api/${path}`, { method, headers });
    expect((await bare("run", "POST")).status).toBe(403);
    expect((await bare("papers", "PUT")).status).toBe(403);
    const own = await app.request(`http://${host}/api/run`, {
      method: "POST",
      headers: { ...headers, origin: `http://${host}` },
    });
    expect(own.status).toBe(200);
  });
});
