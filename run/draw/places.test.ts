import { expect, test } from "vitest";
import { roundPlaces } from "./places.ts";

test("places differ by less than a pixel can show, in tags only", () => {
  const drawn = (last: string) =>
    `<svg width="300.5"><g transform="translate(405.577666648396${last},17) rotate(-90)"><path d="M106.6017577${last},-0.0000001h3.25v1e-7Z"/>` +
    `<stop offset="0.39624062518028${last}"/><text aria-label="0.123456789${last}">0.123456789${last}</text></g></svg>`;
  const [a, b] = [roundPlaces(drawn("1")), roundPlaces(drawn("3"))];
  expect(a).toBe(
    '<svg width="300.5"><g transform="translate(405.5777,17) rotate(-90)"><path d="M106.6018,0h3.25v0Z"/>' +
      '<stop offset="0.3962"/><text aria-label="0.1234567891">0.1234567891</text></g></svg>',
  );
  expect(b).toBe(a.replaceAll("0.1234567891", "0.1234567893"));
});
