// The vesica command as it is shipped, with the page that a test has built.
import { main } from "../dist/main.js";
import { setup } from "../dist/setup.js";

process.exitCode = await main(process.argv.slice(2), { ...setup, site: process.env.VESICA_TEST_SITE });
