import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { logoAddress } from "vesica/report";
import { warmEngine } from "./engine/engine.ts";
import { keepOffline } from "./offline/offline.ts";
import { router } from "./shell/router.tsx";
import { ThemeProvider } from "./shell/theme.tsx";
import "virtual:report.css";
import "./style/index.css";
import { LanguageProvider } from "./words/language.tsx";

const icon = document.createElement("link");
icon.rel = "icon";
icon.href = logoAddress;
document.head.append(icon);

createRoot(document.getElementById("workbench")!).render(
  <StrictMode>
    <LanguageProvider>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </LanguageProvider>
  </StrictMode>,
);

setTimeout(warmEngine);
keepOffline();
