export * from "./complete-rows.ts";
export * from "./explained-by.ts";
export * from "./pca.ts";
