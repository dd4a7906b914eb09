import { editStudyFiles as editText, type FilesEdit } from "@vesica/run/study-yaml-imports";
import { domains } from "vesica/domains";
import { accepted, type Result } from "vesica/kernel";

export interface EditStudyFilesInput {
  /** The bytes of study.yaml. */
  readonly study: Uint8Array;
  readonly edit: FilesEdit;
}

/** The bytes of study.yaml with a person's word on files in it. */
export async function editStudyFiles({ study, edit }: EditStudyFilesInput): Promise<Result<Uint8Array>> {
  const edited = editText(new TextDecoder().decode(study), edit, domains);
  return "value" in edited ? accepted(new TextEncoder().encode(edited.value)) : edited;
}
