import { useEffect, useRef, useState } from "react";
import { type CloudPeak, type Issue, isAccepted, isRefused, type Json, type Result } from "vesica/kernel";
import type { OwnWorker } from "../engine/engine.ts";
import { type Window, withValueAt } from "./bead-windows.ts";
import { type Latest, latest } from "./latest.ts";
import type { OpenFile } from "./use-opened.ts";

/** Peaks along a channel as the study finds them, or would with windows set by hand. */
export interface BeadPeaks {
  readonly peaks: readonly CloudPeak[];
  readonly issues: readonly Issue[];
  /** Whether the peaks are of the windows as they are now. */
  readonly isCurrent: boolean;
  /** Windows set by hand and not yet in the study; null: those of the study. */
  readonly edited: readonly Window[] | null;
  edit(windows: readonly Window[] | null): void;
}

interface Found {
  readonly peaks: readonly CloudPeak[];
  readonly issues: readonly Issue[];
  /** What the peaks were found with. */
  readonly windows: readonly Window[] | null;
}

const nothing: Found = { peaks: [], issues: [], windows: null };

interface Asked {
  readonly windows: readonly Window[] | null;
}

/** The peaks of a bead file; while windows are edited, what the study would make of them. */
export function useBeadPeaks(
  worker: OwnWorker,
  { id, input }: OpenFile,
  cloud: number,
  channel: string,
  path: readonly string[] | null,
): BeadPeaks {
  const [found, setFound] = useState<Found>(nothing);
  const [edited, setEdited] = useState<readonly Window[] | null>(null);
  const line = useRef<Latest<Asked> | null>(null);
  const key = path?.join("\n") ?? null;
  useEffect(() => {
    setEdited(null);
    if (key === null) return;
    const run = async ({ windows }: Asked): Promise<Result<readonly CloudPeak[]>> => {
      if (windows === null) return worker.run("cloud-peaks", { id, cloud, request: channel });
      const { design } = input.context;
      const parameters = withValueAt(
        { parameters: design.parameters as Json },
        key.split("\n"),
        windows as unknown as Json,
      );
      const changed = { ...design, ...(parameters as unknown as Pick<typeof design, "parameters">) };
      const own = { ...input, id: `${id} by hand`, context: { ...input.context, design: changed } };
      const opened = await worker.run("open-cloud", own);
      if (isRefused(opened)) return opened;
      return worker.run("cloud-peaks", { id: own.id, cloud, request: channel });
    };
    const tell = ({ windows }: Asked, result: Result<readonly CloudPeak[]>) =>
      setFound((before) =>
        isAccepted(result)
          ? { peaks: result.value, issues: result.warnings, windows }
          : { peaks: before.peaks, issues: result.issues, windows: before.windows },
      );
    setFound(nothing);
    const own = latest(run, tell, () => {});
    line.current = own;
    own.ask({ windows: null });
    return () => own.stop();
  }, [worker, id, input, cloud, channel, key]);
  const edit = (windows: readonly Window[] | null) => {
    setEdited(windows);
    line.current?.ask({ windows });
  };
  const { peaks, issues, windows } = found;
  return { peaks, issues, isCurrent: windows === edited, edited, edit };
}
