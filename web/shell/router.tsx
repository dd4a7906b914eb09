import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { Home } from "../home/home.tsx";
import { Missing } from "./missing.tsx";
import { Shell } from "./shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: Missing });

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component });

const home = createRoute({ getParentRoute: () => root, path: "/", component: Home });

/** Every page; all but the first are loaded when they are opened. */
const routes = root.addChildren([
  home,
  page(
    "/study",
    lazyRouteComponent(() => import("../study/verdict.tsx"), "Verdict"),
  ),
  page(
    "/rooms/$room",
    lazyRouteComponent(() => import("../study/room.tsx"), "Room"),
  ),
  page(
    "/standards",
    lazyRouteComponent(() => import("../study/standards.tsx"), "Standards"),
  ),
  page(
    "/files",
    lazyRouteComponent(() => import("../files/files.tsx"), "Files"),
  ),
  page(
    "/files/$name",
    lazyRouteComponent(() => import("../files/raw-file.tsx"), "RawFile"),
  ),
  page(
    "/samples",
    lazyRouteComponent(() => import("../samples/samples.tsx"), "Samples"),
  ),
  page(
    "/parameters",
    lazyRouteComponent(() => import("../parameters/parameters.tsx"), "Parameters"),
  ),
  page(
    "/design",
    lazyRouteComponent(() => import("../design/design.tsx"), "Design"),
  ),
  page(
    "/clouds",
    lazyRouteComponent(() => import("../clouds/clouds.tsx"), "Clouds"),
  ),
  page(
    "/compare",
    lazyRouteComponent(() => import("../compare/compare.tsx"), "Compare"),
  ),
  page(
    "/report",
    lazyRouteComponent(() => import("../report/report.tsx"), "Report"),
  ),
  page(
    "/tools",
    lazyRouteComponent(() => import("../tools/tools.tsx"), "Tools"),
  ),
  page(
    "/tools/$operation",
    lazyRouteComponent(() => import("../tools/tool.tsx"), "Tool"),
  ),
]);

export const router = createRouter({ routeTree: routes, history: createHashHistory() });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
