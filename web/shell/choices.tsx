import { useLanguage, useSay } from "../words/language.tsx";
import { themes, useTheme } from "./theme.tsx";
import { words } from "./words.ts";

/** Language and colours; both are remembered. */
export function Choices() {
  const say = useSay();
  const { language, choose } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  return (
    <div className="choices">
      <div className="toggle" role="group" aria-label={say(words.language)}>
        {(["en", "ja"] as const).map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={language === each}
            onClick={() => choose(each)}
          >
            {each === "en" ? "English" : "日本語"}
          </button>
        ))}
      </div>
      <label className="theme">
        <span className="hidden">{say(words.theme)}</span>
        <select value={theme} onChange={(event) => chooseTheme(themes[event.target.selectedIndex]!)}>
          {themes.map((each) => (
            <option key={each} value={each}>
              {say(words[each])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
