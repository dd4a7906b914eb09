import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { remember, remembered } from "../words/language.tsx";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const context = createContext<{ readonly theme: Theme; choose(theme: Theme): void }>({
  theme: "system",
  choose: () => {},
});
const key = "vesica.theme";

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(
    () => themes.find((each) => each === remembered(key)) ?? "system",
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choose = (chosen: Theme) => {
    remember(key, chosen);
    setTheme(chosen);
  };
  return <context.Provider value={{ theme, choose }}>{children}</context.Provider>;
}

export function useTheme() {
  return useContext(context);
}
