export { hodgesLehmann, type LocationShift } from "./hodges-lehmann.ts";
export { type KruskalWallisTable, kruskalWallis } from "./kruskal-wallis.ts";
export { type RankTestOptions, rankMethod } from "./method.ts";
export { type RankSumTable, rankSum } from "./rank-sum.ts";
export { type SignedRankTable, signedRank } from "./signed-rank.ts";
