import { changeStudy, type StudyChange } from "@vesica/run/study-yaml-edit";
import { domains } from "vesica/domains";
import type { Result } from "vesica/kernel";

/** Writes one value into study.yaml; refused where the study may not hold it. */
export async function setParameter(change: StudyChange): Promise<Result<Uint8Array>> {
  return changeStudy(change, domains);
}
