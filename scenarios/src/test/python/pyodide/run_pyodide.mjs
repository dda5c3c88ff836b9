// Runs run_scenarios.py on CPython 3.14, which Pyodide brings as WebAssembly; the arguments, the
// standard input and the output are those of run_scenarios.py; --self-test runs self_test.py.
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

/** A request of a batch, whose last word is a file; forced choices stand before it. */
function requestSeenByPython(line) {
  const [, forced, file] = /^(\S+ \d+ )?(.*)$/.exec(line);
  return file && (forced ?? "") + seenByPython(file);
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
        return requestSeenByPython(line) + "\n";
      }
      const count = whenReady(() => fs.readSync(STDIN, chunk, 0, chunk.length, null));
      if (count === 0) {
        const line = rest.toString().trimEnd();
        rest = Buffer.alloc(0);
        return line && requestSeenByPython(line) + "\n";
      }
      rest = Buffer.concat([rest, chunk.subarray(0, count)]);
    }
  };
}

function print(text) {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    written += whenReady(() => fs.writeSync(STDOUT, bytes, written));
  }
}

/** Starts a Python and runs run_scenarios.py in it; resolves to its exit code. */
async function runScenarios(args, readLine) {
  const python = await loadPyodide();
  // A dying Python writes its stack to what it takes for standard output: that is no event.
  python.setStdout({ batched: console.error });
  python.FS.mkdirTree(HOST);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: "/" }, HOST);
  const tests = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const sources = path.join(tests, "../../main/resources/dev/countermand/scenario/python");
  python.registerJsModule("countermand_host", { readLine, args, print });
  return python.runPython(`
import io
import sys
import countermand_host

class HostOutput(io.TextIOBase):
    def write(self, text):
        countermand_host.print(text)
        return len(text)

sys.stdout = HostOutput()
sys.dont_write_bytecode = True
sys.path.insert(0, ${JSON.stringify(seenByPython(sources))})
sys.path.insert(1, ${JSON.stringify(seenByPython(tests))})
args = countermand_host.args.to_py()
if args == ["--self-test"]:
    import self_test as program
    code = program.main()
else:
    import run_scenarios as program
    code = program.main(args, countermand_host.readLine)
code
`);
}

const args = process.argv.slice(2).map((a) => (a.startsWith("-") ? a : seenByPython(a)));
const nextLine = lineReader();
let lastLine = "";
const readLine = () => (lastLine = nextLine());
for (;;) {
  try {
    process.exit(await runScenarios(args, readLine));
  } catch (error) {
    // WebAssembly has no guard behind its stack: a scenario whose tasks await each other in a
    // circle ends this Python, where elsewhere cancel() raises RecursionError. The events of a
    // scenario are printed together when it has ended, so none of this one are out yet.
    if (!error.pyodide_fatal_error || lastLine === "") throw error;
    const scenario = JSON.stringify(path.basename(lastLine.trimEnd()));
    const message = JSON.stringify(`Python ended: ${error.name}`);
    print(`{"scenario": ${scenario}}\n{"error": ${message}}\n`);
  }
}
