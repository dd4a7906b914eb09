export { acos, asin, atan, atan2 } from "./arc.ts";
export { exp, expm1 } from "./exponential.ts";
export { acosh, asinh, atanh, cosh, sinh, tanh } from "./hyperbolic.ts";
export { log, log1p, log2, log10 } from "./logarithm.ts";
export { cbrt, cube, hypot, pow, square } from "./power.ts";
export { cos, sin, tan } from "./trigonometric.ts";
