// npm run kernels: compiles kernels/*.ts (AssemblyScript) and writes the bytes, as base64, into the module that loads them.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const folder = dirname(fileURLToPath(import.meta.url));
const modules = [
  {
    source: "events.ts",
    name: "eventsWasm",
    target: "core/domains/cytometry/analysis/events/kernel-wasm.ts",
  },
];
const flags =
  "-O3 --noAssert --runtime stub --enable simd --enable bulk-memory --use abort= --memoryBase 1024".split(
    " ",
  );

async function compile({ source, name }) {
  let bytes;
  const { error, stderr } = await asc.main([source, "--outFile", "kernel.wasm", ...flags], {
    readFile: (path, base) => {
      try {
        return readFileSync(join(base.startsWith("/") ? base : join(folder, base), path), "utf8");
      } catch {
        return null;
      }
    },
    writeFile: (path, contents) => {
      if (path === "kernel.wasm") bytes = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(stderr.toString(), { cause: error });
  return `/** WebAssembly of kernels/${source} as base64; made by \`npm run kernels\`. */\nexport const ${name} =\n  "${Buffer.from(bytes).toString("base64")}";\n`;
}

for (const module of modules) {
  const path = join(folder, "..", module.target);
  const text = await compile(module);
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    console.error(`${module.target} is not what kernels/${module.source} compiles to: npm run kernels`);
    process.exitCode = 1;
  }
}
