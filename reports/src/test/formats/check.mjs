// Reads reports for other tools with those tools: SARIF with its schema, DOT with Graphviz, flowcharts
// with Mermaid, and, where a Chromium is installed, timelines with speedscope.
// Usage: node check.mjs FOLDER..
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Graphviz} from '@hpcc-js/wasm-graphviz';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import {JSDOM} from 'jsdom';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = join(HERE, 'node_modules');
const SCHEMA = join(MODULES, '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const SPEEDSCOPE = join(MODULES, 'speedscope/dist/release/index.html');
// A page takes seconds, so of many timelines only some are opened.
const MOST_FILES = {'.perfetto.json': 8};

// What the labels of nodes are, as they stand in the files.
const DOT_LABEL = /^ {2}\w+ \[label="((?:[^"\\]|\\.)*)", shape=\w+\];$/;
const MERMAID_LABEL = /^ {2}\w+(?:\[|\(\[)"(.*)"(?:\]|\]\))$/;

async function sarif() {
    const ajv = new Ajv({allErrors: true, strict: false, unicodeRegExp: false});
    addFormats(ajv);
    const valid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
    return text => valid(JSON.parse(text)) ? null : ajv.errorsText(valid.errors);
}

async function dot() {
    const graphviz = await Graphviz.load();
    return text => {
        const image = new JSDOM(graphviz.layout(text, 'svg', 'dot'), {contentType: 'image/svg+xml'});
        const drawn = [...image.window.document.querySelectorAll('g.node')]
            .sort((one, other) => number(one) - number(other))
            .map(node => node.querySelector('text').textContent.replaceAll('\u00A0', ' '));
        const written = labels(text, DOT_LABEL).map(label => label.replace(/\\(.)/g, '$1'));
        return difference(written, drawn);
    };
}

function number(node) {
    return Number(node.id.replace('node', ''));
}

async function mermaid() {
    // Mermaid cleans what it reads with the page's own parser.
    globalThis.window = new JSDOM('').window;
    globalThis.document = window.document;
    const {default: library} = await import('mermaid');
    return async text => {
        await library.parse(text);
        const diagram = await library.mermaidAPI.getDiagramFromText(text);
        const read = [...diagram.db.getVertices().values()].map(node => node.text);
        const expected = labels(text, MERMAID_LABEL)
            .map(label => label.replace(/#(\d+);/g, '\uFB02\u00B0\u00B0$1\u00B6\u00DF'));
        return difference(expected, read);
    };
}

function labels(text, form) {
    return text.split('\n').map(line => form.exec(line)).filter(found => found).map(found => found[1]);
}

function difference(expected, read) {
    // Blanks at the ends of a label are of no meaning to either tool.
    const wanted = JSON.stringify(expected.map(label => label.trim()));
    const found = JSON.stringify(read.map(label => label.trim()));
    return wanted === found ? null : `expected ${wanted}, but it read ${found}`;
}

function chromium() {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
        try {
            execFileSync(name, ['--version'], {stdio: 'ignore'});
            return name;
        } catch {
            // The next one.
        }
    }
    return null;
}

async function timeline() {
    const browser = chromium();
    if (browser === null) {
        console.log('formats: no Chromium here, so no timeline is opened in speedscope');
        return null;
    }
    const folder = mkdtempSync(join(tmpdir(), 'countermand-formats'));
    process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
    return text => {
        const profile = join(folder, 'profile.js');
        const bytes = Buffer.from(text).toString('base64');
        writeFileSync(profile, `speedscope.loadFileFromBase64('timeline.json', '${bytes}')`);
        const page = execFileSync(browser, ['--headless', '--no-sandbox', '--use-gl=angle',
            '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--allow-file-access-from-files',
            '--virtual-time-budget=8000', `--user-data-dir=${folder}`, '--dump-dom',
            `file://${SPEEDSCOPE}#localProfilePath=${profile}`],
            {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28});
        const slices = JSON.parse(text).traceEvents.some(event => event.ph === 'X' && event.dur > 0);
        return !slices || /\(pid [12]\).*\(tid \d+\)/.test(page) ? null
            : 'speedscope shows no thread: ' + page.replace(/<[^>]*>/g, ' ').slice(0, 300);
    };
}

const CHECKS = {'.sarif.json': sarif, '.dot': dot, '.mmd': mermaid, '.perfetto.json': timeline};
let failed = 0;
for (const [ending, prepare] of Object.entries(CHECKS)) {
    const check = await prepare();
    let passed = 0;
    for (const folder of check === null ? [] : process.argv.slice(2)) {
        const files = readdirSync(folder).filter(file => file.endsWith(ending)).sort();
        for (const name of files.slice(0, MOST_FILES[ending] ?? files.length)) {
            let problem;
            try {
                problem = await check(readFileSync(join(folder, name), 'utf8'));
            } catch (error) {
                problem = String(error).slice(0, 500);
            }
            if (problem === null) {
                passed++;
            } else {
                failed++;
                console.log(`${join(folder, name)}: ${problem}`);
            }
        }
    }
    if (check !== null && passed === 0) {
        failed++;
        console.log(`formats: no file *${ending} was read`);
    }
    if (check !== null) {
        console.log(`formats: ${passed} *${ending} read`);
    }
}
process.exit(failed === 0 ? 0 : 1);
