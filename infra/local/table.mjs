// Prints tab-separated lines as an aligned table, the first line as its head.
// Hangul and other wide characters take two columns of a terminal.
import { readFileSync } from 'node:fs';

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const width = (text) => text.length + (text.match(wide)?.length ?? 0);

const rows = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t'));
const widths = [];
for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, width(cell))));
const line = (row) => '  ' + row.map((cell, at) => cell + ' '.repeat(widths[at] - width(cell))).join('  ').trimEnd();
rows.splice(1, 0, widths.map((size) => '─'.repeat(size)));
for (const row of rows) console.log(line(row));
