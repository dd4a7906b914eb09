// The vesica command with the domain that is made up for tests.
import { fileURLToPath } from "node:url";
import { main } from "../dist/main.js";

const names = { fake: { en: "Fake", ja: "模擬" } };
const domains = new URL("./fake-domain.mjs", import.meta.url).href;
const site = fileURLToPath(new URL("./site", import.meta.url));
process.exitCode = await main(process.argv.slice(2), { domains, names, site });
