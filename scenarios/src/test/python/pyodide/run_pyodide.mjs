// Runs run_scenarios.py on CPython 3.14, which Pyodide brings as WebAssembly; the arguments, the
// standard input and the output are those of run_scenarios.py.
//
//   npm ci && node run_pyodide.mjs FILE..
//   npm ci && node run_pyodide.mjs --batch < NAMES

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const HOST = "/host"; // where Python sees the root of the host's file system
const STDIN = 0;
const STDOUT = 1;
const NEWLINE = 0x0a;

/** The place where Python sees a file of the host. */
const seenByPython = (file) => HOST + path.resolve(file);

/** Waits without spinning; needed because standard input may be a pipe that does not block. */
function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Retries a read or write of a descriptor that says it would have to wait. */
function whenReady(attempt) {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (error.code === "EOF") return 0;
      if (error.code !== "EAGAIN") throw error;
      pause(1);
    }
  }
}

/** Reads standard input line by line, never further than needed to hand out the next line. */
function lineReader() {
  const chunk = Buffer.alloc(65536);
  let rest = Buffer.alloc(0);
  return () => {
    for (;;) {
      const end = rest.indexOf(NEWLINE);
      if (end >= 0) {
        const line = rest.subarray(0, end).toString().trimEnd();
        rest = rest.subarray(end + 1);
        return (line && seenByPython(line)) + "\n";
      }
      const count = whenReady(() => fs.readSync(STDIN, chunk, 0, chunk.length, null));
      if (count === 0) {
        const line = rest.toString().trimEnd();
        rest = Buffer.alloc(0);
        return line && seenByPython(line) + "\n";
      }
      rest = Buffer.concat([rest, chunk.subarray(0, count)]);
    }
  };
}

function writeAll(bytes) {
  let written = 0;
  while (written < bytes.length) {
    written += whenReady(() => fs.writeSync(STDOUT, bytes, written));
  }
  return bytes.length;
}

const python = await loadPyodide();
python.setStdout({ write: writeAll });
python.FS.mkdirTree(HOST);
python.FS.mount(python.FS.filesystems.NODEFS, { root: "/" }, HOST);
const sources = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2).map((a) => (a.startsWith("-") ? a : seenByPython(a)));
python.registerJsModule("countermand_host", { readLine: lineReader(), args });
process.exit(
  python.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, ${JSON.stringify(seenByPython(sources))})
import countermand_host
import run_scenarios
code = run_scenarios.main(countermand_host.args.to_py(), countermand_host.readLine)
sys.stdout.flush()
code
`),
);
