import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { KeepingNotice } from "../files/keeping-notice.tsx";
import { ServedLine } from "../served/served-line.tsx";
import { usePapersCheck } from "../session/check-papers.ts";
import { useSession } from "../session/state.ts";
import { servedWith } from "../sources/served.ts";
import { WhyDrawer } from "../why/why.tsx";
import { useSay } from "../words/language.tsx";
import { Choices } from "./choices.tsx";
import { Logo } from "./logo.tsx";
import { Navigation } from "./navigation.tsx";
import { StatusLine } from "./status-line.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import { words } from "./words.ts";

const withFolder = servedWith() === "folder";

/** What stands around every page: the mark, where one can go, what is going on. */
export function Shell() {
  const say = useSay();
  const { title, stage } = useSession();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const shown = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  usePapersCheck();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path]);
  useKeptFocus(main);
  return (
    <div className="shell">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {say(words.skip)}
      </a>
      <header className="top">
        <Link to="/" className="brand" aria-label="Vesica">
          <Logo />
          <span>Vesica</span>
        </Link>
        {stage !== "none" && title !== "" && <p className="study-title">{title}</p>}
        <Choices />
      </header>
      <Navigation />
      <main id="main" tabIndex={-1} ref={main} data-path={shown}>
        {withFolder && <ServedLine />}
        <StatusLine />
        <KeepingNotice />
        <Outlet />
        <WhyDrawer />
      </main>
    </div>
  );
}
