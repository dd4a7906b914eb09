import type { Text } from "vesica/kernel";

/** What a command is made of besides its code: a test gives another. Plain data, since worker threads get it too. */
export interface Setup {
  /** Module that exports `domains`, and may export `exampleStudy`. */
  readonly domains: string;
  /** The domains' names for help, without loading them. */
  readonly names: Readonly<Record<string, Text>>;
  /** Folder of the built page, where it is not the one that is installed. */
  readonly site?: string;
}

export const setup: Setup = {
  domains: "vesica/domains",
  names: {
    particles: { en: "Particle size and concentration", ja: "粒子径と粒子濃度" },
    cytometry: { en: "Flow cytometry of single particles", ja: "単一粒子フローサイトメトリー" },
    proteome: { en: "Proteins, differences, contamination", ja: "プロテオーム：種類・差・混入" },
  },
};
