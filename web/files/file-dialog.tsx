import { IgnoreDialog } from "./ignore-dialog.tsx";
import { MappingDialog } from "./mapping-dialog.tsx";

/** What a person wants to say of a file. */
export interface Asked {
  readonly what: "ignore" | "name";
  readonly name: string;
}

/** The dialog for what was asked of a file, if anything was. */
export function FileDialog({ asked, onClose }: { readonly asked: Asked | null; onClose(): void }) {
  if (asked === null) return null;
  const Dialog = asked.what === "ignore" ? IgnoreDialog : MappingDialog;
  return <Dialog name={asked.name} onClose={onClose} />;
}
