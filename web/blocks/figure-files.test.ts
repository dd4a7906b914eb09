import type { Figure } from "vesica/kernel";
import { describe, expect, test } from "vitest";
import { dataCsv, drawingSize, fileName, svgFile, vegaLiteText } from "./figure-files.ts";

const figure: Figure = {
  id: "a.b",
  title: { en: "A", ja: "あ" },
  description: { en: "", ja: "" },
  data: {
    rows: [
      { sample: "x, y", value: 1 },
      { sample: "=1+1", other: true },
    ],
  },
  spec: { en: { mark: "point" }, ja: { mark: "line" } },
};

describe("files of a figure", () => {
  test("as CSV have a column for every name, escaped as the tables of the results are", () => {
    expect(dataCsv(figure.data.rows!)).toBe('\ufeffsample,value,other\r\n"x, y",1,\r\n\'=1+1,,true\r\n');
    expect(dataCsv([])).toBe("\ufeff\r\n");
  });

  test("as Vega-Lite hold their data and the language's words", () => {
    expect(JSON.parse(vegaLiteText(figure, "ja"))).toEqual({ mark: "line", datasets: figure.data });
  });

  test("as SVG have their name space once", () => {
    expect(svgFile('<svg width="3"><g/></svg>')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="3"><g/></svg>',
    );
    const whole = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(svgFile(whole)).toBe(whole);
  });

  test("are as large as the drawing says", () => {
    expect(drawingSize('<svg width="300" height="120.5px">')).toEqual({ width: 300, height: 120.5 });
    expect(drawingSize('<svg viewBox="0 0 640 480"><rect width="3"/>')).toEqual({ width: 640, height: 480 });
    expect(drawingSize("")).toEqual({ width: 600, height: 400 });
  });

  test("have names without signs that systems refuse", () => {
    expect(fileName("particles.d50", "a/b: 図", "csv")).toBe("particles.d50.a-b-図.csv");
  });
});
