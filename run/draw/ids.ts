/**
 * `svg` with the ids that vega counts up for the whole process (`clip7`, `gradient_0`) renamed by their order in this
 * drawing, `prefix` in front, so that drawings stand on one page. Only tags are looked at: text stays as it is.
 */
export function renameIds(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `${prefix}-${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  return svg.replace(/<[^<>]*>/g, (tag) =>
    tag
      .replace(/ id="((?:clip|gradient_)\d+)"/g, (_, id: string) => ` id="${nameOf(id)}"`)
      .replace(/url\(#((?:clip|gradient_)\d+)\)/g, (_, id: string) => `url(#${nameOf(id)})`),
  );
}

/** A prefix for ids from a figure id: every character but letters and digits as its code point, so that no two meet. */
export function idPrefix(text: string, language: string): string {
  const plain = [...text].map((character) =>
    /[A-Za-z0-9]/.test(character) ? character : `-${character.codePointAt(0)!.toString(16)}-`,
  );
  return `f-${plain.join("")}-${language}`;
}
