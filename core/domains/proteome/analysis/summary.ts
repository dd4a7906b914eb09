import { type Json, packNumbers, unpackNumbers } from "../../../kernel/index.ts";
import type { Feature, ProteomeContent, Quantities, QuantityMatrix } from "../measurement.ts";

type PackedMatrix = Omit<QuantityMatrix, "layers" | "features"> & {
  readonly features: readonly Feature[];
  readonly layers: readonly (Omit<QuantityMatrix["layers"][number], "values"> & {
    readonly packed: string;
  })[];
};

type Packed = (Omit<Quantities, "matrices"> & { readonly matrices: readonly PackedMatrix[] }) | Other;
type Other = Exclude<ProteomeContent, Quantities>;

/** What a file says as JSON, which is cached and crosses threads; `summaryContent` gives it back. */
export function contentSummary(content: ProteomeContent): Json {
  if (content.kind !== "quantities") return content as unknown as Json;
  const matrices = content.matrices.map(({ level, features, layers }) => ({
    level,
    features,
    layers: layers.map(({ values, ...layer }) => ({ ...layer, packed: packNumbers(values) })),
  }));
  return { ...content, matrices } as unknown as Json;
}

export function summaryContent(summary: Json): ProteomeContent {
  const content = summary as unknown as Packed;
  if (content.kind !== "quantities") return content;
  const matrices = content.matrices.map(({ level, features, layers }) => ({
    level,
    features,
    layers: layers.map(({ packed, ...layer }) => ({ ...layer, values: unpackNumbers(packed) })),
  }));
  return { ...content, matrices };
}
