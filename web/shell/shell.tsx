import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useSession } from "../session/state.ts";
import { WhyDrawer } from "../why/why.tsx";
import { useSay } from "../words/language.tsx";
import { Choices } from "./choices.tsx";
import { Logo } from "./logo.tsx";
import { Navigation } from "./navigation.tsx";
import { StatusLine } from "./status-line.tsx";
import { words } from "./words.ts";

/** What stands around every page: the mark, where one can go, what is going on. */
export function Shell() {
  const say = useSay();
  const { title, stage } = useSession();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const shown = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path]);
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
        <StatusLine />
        <Outlet />
        <WhyDrawer />
      </main>
    </div>
  );
}
