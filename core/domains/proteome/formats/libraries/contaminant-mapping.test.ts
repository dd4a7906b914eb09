import { expect, test } from "vitest";
import { codes } from "../../../../statistics/golden.test-support.ts";
import { contaminantTable } from "./contaminant-table.ts";
import { contentOf } from "./fixtures.test-support.ts";

const text = "Protein,Protein Accession,Category\nALB,P02768,plasma\nCD9,P21926,marker\nAPOB,P04114,plasma\n";
const read = (mapping: Readonly<Record<string, string>>) =>
  contaminantTable.read(new Blob([text]), { name: "list.csv", mapping });

test("a table of any columns is a contaminant list by its mapping; rows by what their source says", async () => {
  const columns = { accessionColumn: "Protein Accession", geneColumn: "Protein", sourceColumn: "Category" };
  const all = contentOf(await read(columns), "contaminants").entries;
  expect(all.map(({ accession }) => accession)).toEqual(["P02768", "P21926", "P04114"]);
  const own = contentOf(await read({ ...columns, only: "plasma" }), "contaminants").entries;
  expect(own).toEqual([
    { accession: "P02768", gene: "ALB", description: "", organism: "", source: "plasma" },
    { accession: "P04114", gene: "APOB", description: "", organism: "", source: "plasma" },
  ]);
});

test("a column that the table has not, or a field that is none of the mapping's, is refused", async () => {
  expect(codes(await read({ accessionColumn: "UniProt" }))).toEqual(["library-columns-missing"]);
  expect(codes(await read({ accessionColumn: "Protein Accession", which: "x" }))).toEqual([
    "proteome-mapping-invalid",
  ]);
});
