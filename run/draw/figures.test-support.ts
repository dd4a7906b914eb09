import type { Figure, VegaLite } from "vesica/kernel";

const gauss = (x: number, centre: number, width: number): number =>
  Math.exp(-((x - centre) ** 2) / (2 * width ** 2));
const rounded = (value: number): number => Number(value.toPrecision(6));

const samples = ["EV-01", "EV-02", "血漿 3"];

const distribution = samples.flatMap((sample, index) =>
  Array.from({ length: 60 }, (_, bin) => {
    const size = 20 + 6 * bin;
    const density =
      1.2e7 * (1 + 0.3 * index) * (gauss(size, 105 + 12 * index, 28) + 0.18 * gauss(size, 210, 30));
    return {
      sample,
      size,
      density: rounded(density),
      lower: rounded(density * 0.86),
      upper: rounded(density * 1.14),
    };
  }),
);

const band = (x: string, y: string, legend: string): VegaLite => ({
  data: { name: "distribution" },
  width: 560,
  height: 280,
  encoding: {
    x: { field: "size", type: "quantitative", title: x, scale: { domain: [0, 380], nice: false } },
    color: { field: "sample", type: "nominal", title: legend },
  },
  layer: [
    {
      mark: { type: "area", clip: true },
      encoding: { y: { field: "lower", type: "quantitative", title: y }, y2: { field: "upper" } },
    },
    {
      mark: { type: "line", clip: true },
      encoding: { y: { field: "density", type: "quantitative", title: y } },
    },
  ],
});

export const bandFigure: Figure = {
  id: "example.band",
  title: { en: "Size distribution", ja: "粒径分布" },
  description: {
    en: "Concentration per nanometre against hydrodynamic diameter for three samples, with 95 % bands.",
    ja: "3 試料について、流体力学的径に対する 1 nm あたりの粒子濃度と 95 % 信頼帯を示す。",
  },
  data: { distribution },
  spec: {
    en: band("Hydrodynamic diameter (nm)", "Concentration (particles/mL per nm)", "Sample"),
    ja: band("流体力学的径 (nm)", "粒子濃度 (粒子/mL/nm)", "試料"),
  },
};

const points = (x: string, y: string): VegaLite => ({
  data: { name: "concentrations" },
  width: 560,
  height: 130,
  encoding: {
    y: { field: "sample", type: "nominal", title: y },
    x: { field: "value", type: "quantitative", title: x, scale: { type: "log" } },
  },
  layer: [
    {
      mark: { type: "rule", strokeWidth: 2 },
      encoding: {
        x: { field: "lower", type: "quantitative", scale: { type: "log" }, title: x },
        x2: { field: "upper" },
      },
    },
    { mark: { type: "point", size: 90 } },
  ],
});

export const pointsFigure: Figure = {
  id: "example.points",
  title: { en: "Concentration of each sample", ja: "試料ごとの粒子濃度" },
  description: {
    en: "Concentration of the original sample on a logarithmic axis, with 95 % intervals.",
    ja: "原試料の粒子濃度を対数軸で示す。横線は 95 % 信頼区間。",
  },
  data: {
    concentrations: [
      { sample: "EV-01", value: 1.47e9, lower: 1.36e9, upper: 1.59e9 },
      { sample: "EV-02", value: 1.9e9, lower: 1.1e9, upper: 3.2e9 },
      { sample: "血漿 3", value: 2.4e10, lower: 2.1e10, upper: 2.7e10 },
      {
        sample: '</svg><script>alert("x")</script> url(#clip1) \u202Eexe',
        value: 8.2e7,
        lower: 6.1e7,
        upper: 1.1e8,
      },
    ],
  },
  spec: {
    en: points("Concentration, original sample (particles/mL)", "Sample"),
    ja: points("粒子濃度、原試料 (粒子/mL)", "試料"),
  },
};

const facets = (x: string, y: string, legend: string): VegaLite => ({
  data: { name: "distribution" },
  facet: { field: "sample", type: "nominal", title: legend },
  columns: 3,
  spec: {
    width: 170,
    height: 130,
    mark: { type: "bar", clip: true },
    encoding: {
      x: { field: "size", type: "quantitative", bin: { maxbins: 20 }, title: x },
      y: { field: "density", type: "quantitative", aggregate: "sum", title: y },
      color: {
        field: "density",
        type: "quantitative",
        aggregate: "max",
        title: legend,
        legend: { format: ".1e" },
      },
    },
  },
});

export const facetFigure: Figure = {
  id: "example.facets",
  title: { en: "Size histogram by sample", ja: "試料別の粒径ヒストグラム" },
  description: {
    en: "Histograms of the diameter in three panels, one for each sample.",
    ja: "試料ごとに 1 枚、計 3 枚の粒径ヒストグラムを示す。",
  },
  data: { distribution },
  spec: {
    en: facets("Diameter (nm)", "Particles/mL", "Sample"),
    ja: facets("粒径 (nm)", "粒子/mL", "試料"),
  },
};

export const exampleFigures = [bandFigure, pointsFigure, facetFigure];
