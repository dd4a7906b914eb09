export { benjaminiHochberg, benjaminiYekutieli } from "./benjamini.ts";
export { holm } from "./holm.ts";
export { type StoreyOptions, type StoreyQ, storeyQ } from "./storey.ts";
