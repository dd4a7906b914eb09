export * from "./cholesky.ts";
export * from "./direction.ts";
export * from "./lu.ts";
export * from "./matrix.ts";
export * from "./qr.ts";
export * from "./singular-values.ts";
export * from "./svd.ts";
export * from "./symmetric-eigen.ts";
