import { z } from "zod";
import { field } from "../../../kernel/index.ts";

/** Parameter of every operation that goes by MISEV's protein categories. */
export const categoryVersion = field(
  z.enum(["misev2018", "misev2023"]).default("misev2018"),
  "",
  "Version of the protein categories",
  "タンパク質カテゴリーの版",
);
