import type { Finding } from "vesica/kernel";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** A line of `dl.facts`. */
export function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

interface CodeListProps {
  readonly title: string;
  readonly codes: readonly string[];
  readonly tone: string;
  term(code: string): string;
}

/** Codes with their sentences. */
export function CodeList({ title, codes, tone, term }: CodeListProps) {
  const say = useSay();
  return (
    <>
      <h3>{title}</h3>
      {codes.length === 0 ? (
        <p>
          <small>{say(words.none)}</small>
        </p>
      ) : (
        <ul className="entries">
          {codes.map((code) => (
            <li key={code} className={tone}>
              {term(code)} <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface CheckListProps {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** What checks found, with what to do; nothing where there is none. */
export function CheckList({ title, findings }: CheckListProps) {
  const say = useSay();
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="entries">
        {findings.map(({ rule, message, remedy, status }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may speak of several covariates
          <li key={`${rule} ${at}`} className={status === "met" ? "good" : "doubtful"}>
            {say(message)}
            <br />
            <small>{say(remedy)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
