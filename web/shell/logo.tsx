import { logoSvg } from "vesica/report";

/** Two circles and the lens they share, as the report shows them. */
export function Logo() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return <span className="mark" dangerouslySetInnerHTML={{ __html: logoSvg }} />;
}
