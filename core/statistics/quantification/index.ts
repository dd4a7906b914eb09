export { ibaq, nsaf, topThree } from "./label-free.ts";
export { type MaxLfqOptions, maxLfq, type ProteinProfiles } from "./max-lfq.ts";
