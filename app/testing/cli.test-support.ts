import { main } from "../main.ts";

const names = { fake: { en: "Fake", ja: "模擬" } };
const domains = new URL("./fake-domain.test-support.js", import.meta.url).href;
process.exitCode = await main(process.argv.slice(2), { domains, names });
