export * from "./complete-rows.ts";
export * from "./distances.ts";
export * from "./explained-by.ts";
export * from "./hierarchical-clustering.ts";
export * from "./nearest-neighbours.ts";
export * from "./pca.ts";
export * from "./umap.ts";
