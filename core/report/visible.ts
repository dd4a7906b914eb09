const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * `text` with every character that cannot be seen but changes what is seen written as `‹U+202E›`: control
 * characters, bidirectional controls (UAX 9), invisible spaces and lone surrogates. Tab and line ends stay.
 */
export function visibleControls(text: string): string {
  return text.replace(
    invisible,
    (character) => `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}›`,
  );
}
