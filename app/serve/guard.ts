import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { commonHeaders } from "./policy.ts";

/** Why a request was not answered. */
export type Refusal = "host" | "origin" | "key";

/** Sets the headers of every answer; an answer's own stay. */
export const withHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(commonHeaders))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};

/** Answers only requests that name this computer: another name may have been pointed here by a page elsewhere. */
export const ownHost: MiddlewareHandler = async (c, next) =>
  /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/.test(c.req.header("host") ?? "") ? next() : refuse(c, "host");

/** Answers only what the page itself asks, or a person by the address line. */
export const ownOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const foreign = origin !== undefined && origin !== `http://${c.req.header("host")}`;
  const reads = c.req.method === "GET" || c.req.method === "HEAD";
  const own = site === "same-origin" || (site === undefined && (reads || origin !== undefined));
  return !foreign && (own || (reads && site === "none")) ? next() : refuse(c, "origin");
};

/** Answers only who was given the key of this process. */
export const withKey =
  (key: string): MiddlewareHandler =>
  async (c, next) =>
    isSame(getCookie(c, cookieName(c)) ?? "", key) ? next() : refuse(c, "key");

/** The answer to the printed address: keeps its key where only this server gets it and leaves it out of the address. */
export function takeKey(c: Context, given: string, key: string): Response {
  if (!isSame(given, key)) return refuse(c, "key");
  setCookie(c, cookieName(c), key, { path: "/api", httpOnly: true, sameSite: "Strict" });
  return c.redirect("/", 302);
}

/** Cookies of one computer know no ports: each server has its own name. */
function cookieName(c: Context): string {
  return `vesica-${/:(\d+)$/.exec(c.req.header("host") ?? "")?.[1] ?? "80"}`;
}

function refuse(c: Context, refused: Refusal): Response {
  return c.json({ refused }, refused === "key" ? 401 : 403);
}

/** In a time that does not tell how much is alike. */
function isSame(given: string, key: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
