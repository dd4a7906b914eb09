export { float32, float64, multiply, transpose, uint, uintTable } from "./decode";
export { bins, compensate, finite, scale } from "./arithmetic";
export { combine, ellipsoid, places, polygon, range } from "./gates";
export { histogram, refine, spectrum } from "./counts";
