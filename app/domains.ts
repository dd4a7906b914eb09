import type { Domain } from "vesica/kernel";
import type { Setup } from "./setup.ts";

/** A file of the example study. */
export interface ExampleFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface DomainsModule {
  readonly domains: readonly Domain[];
  /** The files of an example study, the same for the same seed. */
  readonly exampleStudy?: (seed: number) => readonly ExampleFile[] | Promise<readonly ExampleFile[]>;
}

/** Loads the domains; slow, so only commands that need them do. */
export async function loadDomains(setup: Pick<Setup, "domains">): Promise<DomainsModule> {
  return (await import(setup.domains)) as DomainsModule;
}
