const prefix = "vesica.study.";

/** The study that this tab holds, until it is let go. */
export interface Hold {
  /** Lets the study go. */
  release(): void;
}

/**
 * Holds a study for this tab; null where another tab holds it. With `steal` it is taken from the other tab, which is
 * told through its own `lost`. A browser without locks holds nothing and never refuses.
 */
export function holdStudy(id: string, lost: () => void, steal = false): Promise<Hold | null> {
  if (!navigator.locks) return Promise.resolve({ release: () => {} });
  return new Promise((resolve, reject) => {
    let held = false;
    const options = steal ? { steal } : { ifAvailable: true };
    navigator.locks
      .request(prefix + id, options, (lock) => {
        if (!lock) return resolve(null);
        held = true;
        return new Promise<void>((let_go) => resolve({ release: let_go }));
      })
      .catch((error: unknown) => (held ? lost() : reject(error)));
  });
}

/** Studies that some tab holds, this one too. */
export async function heldStudies(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(
    held.flatMap(({ name = "" }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  );
}
