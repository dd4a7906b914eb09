import { z } from "zod";
import { field } from "../kernel/index.ts";

/** Parameter of every operation that gives intervals. */
export const confidenceLevel = field(
  z.number().gt(0).lt(1).default(0.95),
  "1",
  "Confidence level",
  "信頼水準",
);
