#!/usr/bin/env node
import { main } from "./main.ts";
import { setup } from "./setup.ts";

process.exitCode = await main(process.argv.slice(2), setup);
