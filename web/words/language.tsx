import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { fillText, type Language, type Text, type TextParameters } from "vesica/kernel";

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}

const context = createContext<LanguageChoice>({ language: "en", choose: () => {} });
const key = "vesica.language";

/** The language that was chosen last, else Japanese where the browser's is. */
function firstLanguage(): Language {
  const kept = remembered(key);
  if (kept === "en" || kept === "ja") return kept;
  return navigator.language.startsWith("ja") ? "ja" : "en";
}

/** A choice of the person that this browser keeps; null where there is none, or where it may keep nothing. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // a browser that may keep nothing asks again next time
  }
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language) => {
    remember(key, chosen);
    setLanguage(chosen);
  };
  return <context.Provider value={{ language, choose }}>{children}</context.Provider>;
}

export function useLanguage(): LanguageChoice {
  return useContext(context);
}

export type Say = (text: Text, parameters?: TextParameters) => string;

/** Says a sentence in the language that is chosen. */
export function useSay(): Say {
  const { language } = useLanguage();
  return (text, parameters) => (parameters ? fillText(text, parameters) : text)[language];
}
