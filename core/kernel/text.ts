/** The languages a person can read Vesica in. */
export const languages = ["en", "ja"] as const;
export type Language = (typeof languages)[number];

/** One sentence in every language; a missing translation is a type error. May hold `{name}` places. */
export type Text = Readonly<Record<Language, string>>;

export type TextParameters = Readonly<Record<string, string | number>>;

/** Fills the `{name}` places of every language of `text`; a place without a parameter stays as it is written. */
export function fillText(text: Text, parameters: TextParameters): Text {
  return { en: fillPlaces(text.en, parameters), ja: fillPlaces(text.ja, parameters) };
}

function fillPlaces(sentence: string, parameters: TextParameters): string {
  return sentence.replace(/\{([A-Za-z]\w*)\}/g, (place, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]) : place,
  );
}

/** Declares a catalogue of sentences by key; the keys and the languages are checked by the compiler. */
export function defineMessages<const T extends Readonly<Record<string, Text>>>(messages: T): T {
  return messages;
}
