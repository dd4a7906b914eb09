import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isAccepted, parseUnit } from "../../../../kernel/index.ts";
import { vesicleOperations } from "./index.ts";
import { vesicleIssues } from "./issues.ts";
import { vesicleTerms } from "./terms.ts";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly unit?: string;
  readonly label?: { readonly en: string; readonly ja: string };
}

function leaves(schema: Schema): Schema[] {
  const inner = schema.items?.properties ? schema.items : schema;
  return inner.properties ? Object.values(inner.properties).flatMap(leaves) : [schema];
}

describe("operations on vesicles", () => {
  test("are the five commands of this topic", () => {
    expect(vesicleOperations.map(({ id }) => id)).toEqual([
      "cytometry.concentration",
      "cytometry.coincidence",
      "cytometry.dilutionSeries",
      "cytometry.positiveFraction",
      "cytometry.detergentControl",
    ]);
  });

  test.each(vesicleOperations.map((operation) => [operation.id, operation] as const))(
    "%s names every field in both languages, with a unit that is known",
    (_, { input, parameters }) => {
      for (const schema of [input, parameters]) {
        for (const { label, unit } of leaves(z.toJSONSchema(schema, { io: "input" }) as Schema)) {
          expect(label?.en && label.ja).toBeTruthy();
          if (unit !== "") expect(isAccepted(parseUnit(unit!)), unit).toBe(true);
        }
      }
    },
  );

  test("issues and terms are in both languages, without words that promise too much", () => {
    const said = [
      ...Object.values(vesicleIssues.definitions).flatMap(({ message, remedy }) => [message, remedy]),
    ];
    for (const { en, ja } of [...said, ...Object.values(vesicleTerms)]) {
      expect(en.length > 0 && ja.length > 0).toBe(true);
      expect(`${en}${ja}`).not.toMatch(/exosome|complian|エクソソーム|準拠/i);
    }
  });
});
