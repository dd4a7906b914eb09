import { session, useSession } from "../session/state.ts";
import { cancelWork } from "../session/work.ts";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** What is going on, with its way out, and a fault of ours where there was one. */
export function StatusLine() {
  const say = useSay();
  const { stage, progress, fault } = useSession();
  const busy = stage === "looking" || stage === "running";
  const finishing = stage === "running" && progress !== null && progress.done === progress.total;
  const title = stage === "looking" ? words.looking : finishing ? words.composing : words.running;
  return (
    <div className="status" aria-live="polite">
      {busy && (
        <div className="progress">
          <label>
            <span>{say(title)}</span>
            <progress
              max={progress?.total ?? 1}
              {...(progress && !finishing ? { value: progress.done } : {})}
            />
          </label>
          {progress && (
            <span className="count">
              {progress.done} / {progress.total}
            </span>
          )}
          <button type="button" onClick={cancelWork}>
            {say(words.cancel)}
          </button>
          <span className="now" aria-hidden="true">
            {progress?.label}
          </span>
        </div>
      )}
      {fault !== null && (
        <div className="fault" role="alert">
          <p>{say(words.fault, { reason: fault })}</p>
          <button type="button" onClick={() => session.set({ fault: null })}>
            {say(words.dismiss)}
          </button>
        </div>
      )}
    </div>
  );
}
