import { useMemo } from "react";
import { formatCount } from "vesica/report";
import { useFormats } from "../files/formats.ts";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { countKinds } from "./kinds.ts";

/** How many files of each format were recognised, the most first. */
export function FoundKinds() {
  const say = useSay();
  const { found } = useSession();
  const formats = useFormats();
  const kinds = useMemo(() => countKinds(found.values()), [found]);
  if (kinds.length === 0) return null;
  return (
    <ul className="tally">
      {kinds.map(({ format, count }) => {
        const title = formats.get(format)?.title;
        return (
          <li key={format} className="good">
            {title ? say(title) : format} <b>{formatCount(count)}</b>
          </li>
        );
      })}
    </ul>
  );
}
