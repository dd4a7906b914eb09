import type { Estimate } from "vesica/kernel";
import { estimateKey } from "vesica/kernel";
import { formatEstimate, unitText } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { subjectName, termOf } from "../study/terms.ts";
import { useSay } from "../words/language.tsx";
import { CheckList, CodeList, Fact } from "./why-parts.tsx";
import { words } from "./words.ts";

interface Props {
  readonly estimate: Estimate;
  /** The same number before the last change. */
  readonly earlier: Estimate | null;
  readonly document: ResultDocument;
}

/** Everything that is known of a number. */
export function WhyNumber({ estimate, earlier, document }: Props) {
  const say = useSay();
  const { id, interval, n, basis, flags, assumptions, qualifiers, printed, bound } = estimate;
  const term = (code: string) => say(termOf(document, code));
  const { value, interval: limits } = formatEstimate(estimate);
  const unit = say(unitText(estimate.unit));
  const key = estimateKey(estimate);
  const checks = document.findings.filter(({ estimates }) => estimates.includes(key));
  const counted = [
    n.technical === null ? "" : say(words.technical, { count: n.technical }),
    n.biological === null ? "" : say(words.biological, { count: n.biological }),
  ].filter((text) => text !== "");
  const changed = earlier !== null && formatEstimate(earlier).value !== value;
  return (
    <>
      <h3>{term(id)}</h3>
      <p className="value">
        {value} <span className="unit">{unit}</span>
      </p>
      {bound && <p>{say(words[bound])}</p>}
      <dl className="facts">
        <dt>{say(words.about)}</dt>
        <dd>{subjectName(estimate.subject)}</dd>
        <dt>{say(words.interval)}</dt>
        <dd>
          {interval === null ? (
            say(words.noInterval)
          ) : (
            <>
              {limits} {unit}
              <br />
              <small>
                {Math.round(interval.level * 1000) / 10} % · {term(interval.method)}
              </small>
            </>
          )}
        </dd>
        <dt>{say(words.n)}</dt>
        <dd>{counted.length > 0 ? counted.join(" · ") : say(words.unknown)}</dd>
        <dt>{say(words.basis)}</dt>
        <dd>{say(words[basis])}</dd>
        {Object.entries(qualifiers).map(([name, own]) => (
          <Fact key={name} name={term(name)} value={term(own)} />
        ))}
        {printed !== undefined && <Fact name={say(words.printed)} value={printed} />}
        {changed && (
          <Fact
            name={say(words.before)}
            value={`${formatEstimate(earlier).value} ${formatEstimate(earlier).interval ?? ""} ${unit}`}
          />
        )}
        <dt>{say(words.code)}</dt>
        <dd>
          <code>{id}</code>
        </dd>
      </dl>
      <CodeList title={say(words.doubts)} codes={flags} tone="doubtful" term={term} />
      <CodeList title={say(words.assumptions)} codes={assumptions} tone="plain" term={term} />
      <CheckList title={say(words.checks)} findings={checks} />
    </>
  );
}
