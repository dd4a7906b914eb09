import { domains } from "vesica/domains";
import { expect, test } from "vitest";
import { setup } from "./setup.ts";

test("help names every room, so that each has its commands", () => {
  expect(Object.keys(setup.names)).toEqual(domains.map(({ id }) => id));
});
