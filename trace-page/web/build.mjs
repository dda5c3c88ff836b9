/** Builds each page into one HTML file, with everything it needs inside. */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const RESOURCES = new URL("../src/main/resources/dev/countermand/page/", import.meta.url);

/** The pages: sources, the file that is committed, and where its data go. */
const PAGES = [
  { name: "trace", script: "src/main.ts", target: "trace-page.html", place: "@TRACE@" },
  {
    name: "exploration",
    script: "src/exploration/main.ts",
    target: "exploration-page.html",
    place: "@EXPLORATION@",
  },
];
const TARGETS = ["chrome110", "firefox110", "safari16.4"];

async function bundle(entry, packages) {
  const built = await build({
    absWorkingDir: new URL(".", import.meta.url).pathname,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    charset: "ascii",
    format: "iife",
    target: TARGETS,
    legalComments: "none",
    metafile: true,
  });
  Object.keys(built.metafile.inputs).forEach((file) => {
    const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (found) {
      packages.add(found[1]);
    }
  });
  return built.outputFiles[0].text.trim();
}

/** The licences of what the bundle holds, each text once. */
async function licences(packages) {
  const byText = new Map();
  for (const name of [...packages].sort()) {
    const text = await readFile(new URL(`node_modules/${name}/LICENSE`, import.meta.url), "utf8");
    const clean = text.replace(/[^\x20-\x7e\n]/g, "").replace(/--+/g, "-").trim();
    byText.set(clean, [...(byText.get(clean) ?? []), name]);
  }
  return [...byText].map(([text, names]) => `${names.join(", ")}:\n\n${text}`).join("\n\n");
}

/** The policy allows this very script and style, and nothing else. */
function allowed(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function fill(template, values) {
  return template.replace(/@([A-Z]+)@/g, (place, name) => values[name] ?? place);
}

/** One page. */
async function buildPage({ name, script: entry, target, place }) {
  const packages = new Set();
  const script = (await bundle(entry, packages)).replaceAll("</script", "<\\/script");
  const style = await bundle(`src/${name}.css`, packages);
  const template = await readFile(new URL(`src/${name}.html`, import.meta.url), "utf8");
  const policy = [
    "default-src 'none'",
    `script-src ${allowed(script)}`,
    `style-src ${allowed(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = fill(template, {
    POLICY: policy,
    STYLE: style,
    SCRIPT: script,
    LICENCES: await licences(packages),
  });
  if (!/^[\t\n\x20-\x7e]*$/.test(page)) {
    throw new Error(`${target} must be printable ASCII`);
  }
  if (page.split(place).length !== 2) {
    throw new Error(`${target} must have one place for its data`);
  }
  await writeFile(new URL(target, RESOURCES), page);
  console.log(`${target}: ${page.length} bytes`);
}

for (const page of PAGES) {
  await buildPage(page);
}
