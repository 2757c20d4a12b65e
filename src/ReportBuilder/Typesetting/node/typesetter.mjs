// Typst behind standard input and output. Started by NodeTypesetter (C#), ends when standard input closes.
//
// First line out:  {"node": version, "fault"?: why it cannot work}
// Each line in:    {"main": path, "standards": ["ua-1", "a-2a"], "timestamp": seconds, "evict": age, "files": {path: base64}}
//                  The PDF must meet every standard and is the one of the last.
// Each answer:     {"ok", "pages", "bytes", "memory": peak in bytes, "diagnostics": [{phase, severity, message, hints, path, line, column, trace}]}
//                  on one line, then exactly `bytes` bytes of PDF.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
// Files are given with the request under paths in this folder, which does not exist: a document can read nothing else.
const root = path.join(here, 'documents');
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];

function createCompiler() {
  // Read by the font search when the compiler is loaded, so it must be set before.
  process.env.FONTCONFIG_FILE = path.join(here, 'fonts.conf');
  const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
  const fonts = path.join(here, 'node_modules', '@expo-google-fonts', 'source-sans-3');
  const fontBlobs = faces.map((face) => readFileSync(path.join(fonts, face, `SourceSans3_${face}.ttf`)));
  return NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] });
}

const real = (virtual) => path.join(root, ...virtual.split('/'));
const virtual = (file) => (file.startsWith(root) ? file.slice(root.length).split(path.sep).join('/') : file);

const TRACE = 4;
const severities = { 1: 'error', 2: 'warning', 3: 'warning' };

/** Typst's own diagnostics. A trace follows the error it belongs to. Positions count from 0 there and from 1 here. */
function compileDiagnostics(compiler, ...errors) {
  const found = [];
  for (const raw of errors.filter(Boolean).flatMap((error) => compiler.fetchDiagnostics(error))) {
    const place = {
      path: raw.path ? virtual(raw.path) : null,
      line: raw.range ? raw.range.start.line + 1 : 0,
      column: raw.range ? raw.range.start.character + 1 : 0,
    };
    if (raw.severity === TRACE) {
      found.at(-1)?.trace.push(place);
      continue;
    }
    const [message, ...hints] = raw.message.split(', hints: ');
    found.push({ phase: 'compile', severity: severities[raw.severity] ?? 'error', message, hints, ...place, trace: [] });
  }
  return found;
}

/** What the PDF export refuses is thrown as the debug text of Rust, without a place. */
function exportDiagnostics(error) {
  const text = String(error?.message ?? error);
  const unescape = (s) => s.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/\\n/g, ' ').replace(/\\(.)/g, '$1');
  const strings = (s) => [...s.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => unescape(m[1]));
  const found = [...text.matchAll(/message: ("(?:[^"\\]|\\.)*"), trace: \[.*?\], hints: \[((?:"(?:[^"\\]|\\.)*"(?:, )?)*)\]/g)];
  const diagnostic = (message, hints) => ({ phase: 'export', severity: 'error', message, hints, path: null, line: 0, column: 0, trace: [] });
  return found.length === 0 ? [diagnostic(text, [])] : found.map((m) => diagnostic(strings(m[1])[0], strings(m[2])));
}

function typeset(compiler, request) {
  compiler.resetShadow();
  for (const [file, content] of Object.entries(request.files)) {
    compiler.mapShadow(real(file), Buffer.from(content, 'base64'));
  }
  const compiled = compiler.compile({ mainFilePath: real(request.main) });
  const diagnostics = compileDiagnostics(compiler, compiled.takeError(), compiled.takeWarnings());
  let pdf = null;
  // Every standard is checked, so that all they refuse is told at once; the PDF of the last is kept, when none refused.
  for (const standard of compiled.result ? request.standards : []) {
    try {
      pdf = compiler.pdf(compiled.result, { pdfStandard: standard, creationTimestamp: request.timestamp });
    } catch (error) {
      diagnostics.push(...exportDiagnostics(error).filter((found) => !diagnostics.some((told) => told.message === found.message)));
    }
  }
  if (diagnostics.some((found) => found.phase === 'export')) pdf = null;
  return { pdf, pages: compiled.result?.numOfPages ?? 0, diagnostics };
}

function answer({ pdf, pages, diagnostics }) {
  const header = { ok: pdf !== null, pages, bytes: pdf?.length ?? 0, memory: process.resourceUsage().maxRSS * 1024, diagnostics };
  process.stdout.write(`${JSON.stringify(header)}\n`);
  if (pdf) process.stdout.write(pdf);
}

const hello = { node: process.versions.node };
let compiler = null;
try {
  compiler = createCompiler();
} catch (error) {
  hello.fault = String(error?.message ?? error).split('\n')[0];
}
process.stdout.write(`${JSON.stringify(hello)}\n`);

if (compiler) {
  createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
    const request = JSON.parse(line);
    answer(typeset(compiler, request));
    compiler.evictCache(request.evict);
  });
}
