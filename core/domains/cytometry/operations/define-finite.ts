import { defineIssues, defineFinite as finiteOperation, type Operation } from "../../../kernel/index.ts";

/** What every operation of this room can refuse. */
export const resultIssues = defineIssues({
  "cytometry-result-not-finite": {
    severity: "error",
    message: {
      en: "The result at {path} is not a finite number.",
      ja: "結果の {path} が有限の数値になりません。",
    },
    remedy: {
      en: "Check the size and the units of the given values, and that the parameters suit them.",
      ja: "入力値の大きさと単位、およびパラメータが適切かを確認してください。",
    },
  },
});

/** An operation of this room whose run never gives a number that is NaN or infinite (`cytometry-result-not-finite`). */
export function defineFinite<I, P, O>(operation: Operation<I, P, O>): Operation<I, P, O> {
  return finiteOperation(operation, (path) => resultIssues.raise("cytometry-result-not-finite", { path }));
}
