// SPDX-License-Identifier: Apache-2.0
// Turns the TeX of the sources into outlines that are committed as resources/pack/formulas.json.
//
//   npm ci && node formulas.mjs            write the file
//   node formulas.mjs --check              exit 1 when the committed file is out of date
//
// Read: $...$ and $$...$$ in every string of resources/pack/**/*.yaml; math="..." of the DOT
// figures and every `math:` of the YAML figures in diagrams/catalogue. A formula seen once in $$ or
// in a figure is set in display style. Units: 1/1000 em, y down, baseline at 0. Each glyph is stored
// once; a formula is a list of placements [glyph, x, y, scale] and filled rectangles [x, y, w, h].

import { readFileSync, writeFileSync, readdirSync, existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import YAML from 'yaml';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import 'mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PACK = join(ROOT, 'resources/pack');
const CATALOGUE = join(ROOT, 'diagrams/catalogue');
const OUTPUT = join(PACK, 'formulas.json');

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const page = mathjax.document('', {
  InputJax: new TeX({
    packages: ['base', 'ams', 'boldsymbol'],
    formatError: (_, error) => {
      throw new Error(error.message);
    },
  }),
  OutputJax: new SVG({ fontCache: 'local' }),
});

const round = (value, digits = 0) => {
  const rounded = Number(value.toFixed(digits));
  return Object.is(rounded, -0) ? 0 : rounded;
};

/// All files below a folder with one of these endings, sorted.
function filesBelow(folder, endings) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
    .map((name) => join(folder, name));
}

/// Calls visit(key, text) for every string in a parsed YAML value.
function eachString(value, visit, key = '') {
  if (typeof value === 'string') visit(key, value);
  else if (Array.isArray(value)) value.forEach((entry) => eachString(entry, visit, key));
  else if (value && typeof value === 'object')
    Object.entries(value).forEach(([name, entry]) => eachString(entry, visit, name));
}

/// The TeX of all sources: Map of TeX to {display, where}.
function collect() {
  const found = new Map();
  const add = (tex, display, where) => {
    const key = tex.trim();
    const known = found.get(key);
    found.set(key, { display: display || Boolean(known?.display), where: known?.where ?? where });
  };
  for (const file of filesBelow(PACK, ['.yaml'])) {
    const where = relative(ROOT, file);
    eachString(YAML.parse(readFileSync(file, 'utf8')), (_, text) => {
      const inline = text.replace(/\$\$([\s\S]+?)\$\$/g, (_all, tex) => {
        add(tex, true, where);
        return ' ';
      });
      const parts = inline.split('$');
      if (parts.length % 2 === 0) throw new Error(`${where}: a dollar sign without its partner: ${text}`);
      parts.forEach((tex, index) => index % 2 === 1 && add(tex, false, where));
    });
  }
  for (const file of filesBelow(CATALOGUE, ['.yaml', '.dot'])) {
    const where = relative(ROOT, file);
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.dot')) {
      for (const match of text.matchAll(/\bmath\s*=\s*"((?:[^"\\]|\\[\s\S])*)"/g))
        add(match[1].replaceAll('\\"', '"'), true, where);
    } else {
      eachString(YAML.parse(text), (key, tex) => key === 'math' && add(tex, true, where));
    }
  }
  return found;
}

/// One TeX-font outline (M L H V Q T Z, absolute, y up) as M L Q Z with y down.
function flatten(data) {
  const tokens = data.match(/[A-Za-z]|-?\d*\.?\d+/g) ?? [];
  const out = [];
  let index = 0;
  let command = '';
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let control = null; // of the last Q or T, for the reflection in T
  const next = () => Number(tokens[index++]);
  const point = (px, py) => `${round(px)} ${round(-py)}`;
  while (index < tokens.length) {
    if (/[A-Za-z]/.test(tokens[index])) command = tokens[index++];
    let newControl = null;
    switch (command) {
      case 'M':
        [x, y] = [next(), next()];
        [startX, startY] = [x, y];
        out.push(`M${point(x, y)}`);
        command = 'L';
        break;
      case 'L':
        [x, y] = [next(), next()];
        out.push(`L${point(x, y)}`);
        break;
      case 'H':
        x = next();
        out.push(`L${point(x, y)}`);
        break;
      case 'V':
        y = next();
        out.push(`L${point(x, y)}`);
        break;
      case 'Q':
      case 'T': {
        newControl = command === 'Q' ? [next(), next()] : control ? [2 * x - control[0], 2 * y - control[1]] : [x, y];
        [x, y] = [next(), next()];
        out.push(`Q${point(...newControl)} ${point(x, y)}`);
        break;
      }
      case 'Z':
        [x, y] = [startX, startY];
        out.push('Z');
        break;
      default:
        throw new Error(`a glyph outline holds the command ${command}`);
    }
    control = newControl;
  }
  return out.join('');
}

/// A place in the drawing: scale first, then shift; y up.
const identity = { x: 0, y: 0, scale: 1 };
function within(place, transform) {
  let result = place;
  for (const [, name, list] of (transform ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a, b] = list.split(/[\s,]+/).map(Number);
    if (name === 'translate') {
      result = { ...result, x: result.x + a * result.scale, y: result.y + (b || 0) * result.scale };
    } else if (name === 'scale' && (b === undefined || b === a)) {
      result = { ...result, scale: result.scale * a };
    } else {
      throw new Error(`needs the transform ${name}(${list}); write it without stretched pieces`);
    }
  }
  return result;
}

/// Sets one formula; adds its glyphs to `glyphs`.
function outline(tex, display, glyphs) {
  const root = adaptor.firstChild(page.convert(tex, { display, em: 16, ex: 8, containerWidth: 1e6 }));
  const [, top, width, height] = adaptor.getAttribute(root, 'viewBox').split(/\s+/).map(Number);
  const use = [];
  const rects = [];
  const walk = (node, place) => {
    const kind = adaptor.kind(node);
    const at = kind.startsWith('#') ? place : within(place, adaptor.getAttribute(node, 'transform'));
    if (kind === 'defs' || kind.startsWith('#')) return;
    if (kind === 'use') {
      const name = adaptor.getAttribute(node, 'xlink:href').replace(/^#MJX-\d+-TEX-/, '');
      use.push([name, round(at.x), round(-at.y), round(at.scale, 4)]);
    } else if (kind === 'rect') {
      const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => Number(adaptor.getAttribute(node, name) ?? 0));
      rects.push([at.x + x * at.scale, -(at.y + (y + h) * at.scale), w * at.scale, h * at.scale].map((v) => round(v)));
    } else if (kind === 'g') {
      adaptor.childNodes(node).forEach((child) => walk(child, at));
    } else if (kind === 'svg') {
      throw new Error('needs a stretched assembly (overline, underbrace or a very tall bracket); write it without');
    } else if (kind === 'text') {
      throw new Error(`has no outline for "${adaptor.textContent(node)}"`);
    } else {
      throw new Error(`needs the element ${kind}`);
    }
  };
  for (const child of adaptor.childNodes(root)) {
    if (adaptor.kind(child) === 'defs') {
      for (const path of adaptor.childNodes(child)) {
        const name = adaptor.getAttribute(path, 'id').replace(/^MJX-\d+-TEX-/, '');
        glyphs[name] ??= flatten(adaptor.getAttribute(path, 'd') ?? '');
      }
    } else {
      // The outermost group turns the drawing over: its own scale(1,-1) is what y up means here.
      adaptor.childNodes(child).forEach((inner) => walk(inner, identity));
    }
  }
  const visible = use.filter(([name]) => glyphs[name] !== '');
  const formula = { w: round(width), a: round(-top), d: round(height + top), use: visible };
  return rects.length > 0 ? { ...formula, rects } : formula;
}

/// The file, with sorted keys and one entry a line, so that a change shows as one line.
function print(glyphs, formulas) {
  const block = (entries) =>
    Object.keys(entries)
      .sort()
      .map((key) => `    ${JSON.stringify(key)}: ${JSON.stringify(entries[key])}`)
      .join(',\n');
  return `{\n  "glyphs": {\n${block(glyphs)}\n  },\n  "formulas": {\n${block(formulas)}\n  }\n}\n`;
}

function main() {
  const glyphs = {};
  const formulas = {};
  let failures = 0;
  for (const [tex, { display, where }] of collect()) {
    try {
      formulas[tex] = outline(tex, display, glyphs);
    } catch (error) {
      failures += 1;
      console.error(`${where}: ${tex}: ${error.message}`);
    }
  }
  if (failures > 0) return 1;
  const used = new Set(Object.values(formulas).flatMap((formula) => formula.use.map(([name]) => name)));
  const kept = Object.fromEntries(Object.entries(glyphs).filter(([name]) => used.has(name)));
  const text = print(kept, formulas);
  if (process.argv.includes('--check')) {
    const same = existsSync(OUTPUT) && readFileSync(OUTPUT, 'utf8') === text;
    if (!same) console.error('resources/pack/formulas.json is out of date: run node packaging/scripts/formulas.mjs');
    return same ? 0 : 1;
  }
  writeFileSync(OUTPUT, text);
  console.log(`${Object.keys(formulas).length} formulas, ${Object.keys(kept).length} glyphs, ${text.length} bytes`);
  return 0;
}

process.exitCode = main();
