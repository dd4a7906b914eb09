import { z } from "zod";
import { accepted, field, type Issue, isRefused, refused } from "../../../kernel/index.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";
import { edges } from "./schemas.ts";
import { deconvolveTracks } from "./track-deconvolution.ts";
import { broadening, broadeningQuantile, displacementsOf, usableTrackLengths } from "./track-length.ts";

const frames = field(
  z.array(z.number().positive()),
  "1",
  "Track lengths in frames, one per track",
  "軌跡長（フレーム数、軌跡ごと）",
);

export const trackBroadening = defineFinite({
  id: "particles.trackBroadening",
  version: "1",
  title: { en: "Broadening by finite tracks", ja: "有限軌跡長による分布の広がり" },
  summary: {
    en: "How far single-particle diameters spread around one true size because tracks are short.",
    ja: "軌跡が短いために、真の粒子径が 1 つでも測定値がどれだけ広がるかを示します。",
  },
  input: z.object({
    displacements: field(
      z.number().int().positive(),
      "1",
      "Independent displacements of a track",
      "軌跡の独立な変位数",
    ),
  }),
  parameters: z.object({}),
  example: { input: { displacements: 20 } },
  run({ displacements }) {
    const lengths = { displacements: [displacements], weights: [1] };
    const at = (p: number) => broadeningQuantile(p, displacements);
    return accepted({ ...broadening(lengths), ratio: { p5: at(0.05), p50: at(0.5), p95: at(0.95) } });
  },
});

export const finiteTrack = defineFinite({
  id: "particles.finiteTrack",
  version: "1",
  title: {
    en: "Size distribution without the broadening by finite tracks",
    ja: "有限軌跡長の広がりを補正した粒子径分布",
  },
  summary: {
    en: "Maximum-likelihood (Richardson-Lucy) deconvolution of a number histogram with the track lengths; total conserved, stopping rule stated.",
    ja: "軌跡長を用いて個数ヒストグラムを最尤法（リチャードソン・ルーシー法）で逆畳み込みします。総数を保存し、停止条件を示します。",
  },
  input: z.object({
    edges,
    weights: field(z.array(z.number()).min(1), "1", "Particles per bin as found", "ビンごとの測定粒子数"),
    frames,
    tracks: field(
      z.number().positive().optional(),
      "1",
      "Tracks behind the histogram, where the weights are not counts",
      "ヒストグラムの元になった軌跡数（重みが粒子数でない場合）",
    ),
  }),
  parameters: z.object({
    mostIterations: field(z.number().int().positive().default(500), "1", "Most iterations", "最大反復回数"),
  }),
  example: {
    input: {
      edges: [40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200],
      weights: [6, 22, 58, 110, 160, 190, 186, 150, 108, 70, 44, 26, 28, 12],
      frames: [8, 10, 12, 12, 15, 15, 18, 20, 24, 30, 36, 45],
    },
  },
  run(input, { mostIterations }) {
    const lengths = displacementsOf(input.frames);
    if (!usableTrackLengths(lengths)) return refused(particlesIssues.raise("particles-no-track-lengths"));
    const result = deconvolveTracks(input.edges, input.weights, lengths, {
      tracks: input.tracks,
      mostIterations,
    });
    if (isRefused(result)) return result;
    const warnings: Issue[] =
      result.value.stoppedBy === "limit"
        ? [particlesIssues.raise("particles-deconvolution-not-settled", { iterations: mostIterations })]
        : [];
    return accepted(
      {
        ...result.value,
        edges: Array.from(result.value.edges),
        weights: Array.from(result.value.weights),
        assumptions: ["independent_displacements", "track_length_independent_of_size", "sizes_inside_bins"],
      },
      warnings,
    );
  },
});
