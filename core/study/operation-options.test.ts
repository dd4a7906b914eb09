import { expect, test } from "vitest";
import { z } from "zod";
import { field } from "../kernel/index.ts";
import { inputFields } from "./operation-options.ts";

test("fields of a form that has kinds are told by their kind, after the choice", () => {
  const kind = (name: string) => field(z.literal(name), "", "Kind", "種類");
  const input = z.object({
    given: z.discriminatedUnion("kind", [
      z.object({ kind: kind("counts"), n: field(z.number(), "1", "Hits", "ヒット") }),
      z.object({ kind: kind("lists"), genes: field(z.array(z.string()).optional(), "", "Genes", "遺伝子") }),
    ]),
  });
  expect(inputFields({ input }).map(({ name, label, required }) => [name, label.en, required])).toEqual([
    ["given.kind", '"counts" | "lists"', true],
    ["given.n", "counts: Hits", true],
    ["given.genes[]", "lists: Genes", false],
  ]);
});
