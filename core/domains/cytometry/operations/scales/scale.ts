/**
 * How a linear value becomes a place on an axis, by the names and symbols of Gating-ML 2.0: `t` top of the scale, `m`
 * decades, `w` linear decades, `a` additional negative decades. `cofactor` is the plain asinh(x / cofactor).
 */
export type Scale =
  | { readonly kind: "linear"; readonly t: number; readonly a: number }
  | { readonly kind: "log"; readonly t: number; readonly m: number }
  | { readonly kind: "arcsinh"; readonly t: number; readonly m: number; readonly a: number }
  | {
      readonly kind: "logicle" | "hyperlog";
      readonly t: number;
      readonly w: number;
      readonly m: number;
      readonly a: number;
    }
  | { readonly kind: "cofactor"; readonly cofactor: number };
