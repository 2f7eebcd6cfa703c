// Owns the sandwiches: cut faces built up layer by layer.

import { blob } from './sketch.mjs';
import { board, cloth, crumbs, studio } from './backdrop.mjs';

function wave(x0, x1, y, amp, n) {
  const step = (x1 - x0) / n;
  let d = `M${x0} ${y}`;
  for (let i = 0; i < n; i += 1) d += `Q${x0 + (i + 0.5) * step} ${y + (i % 2 ? -amp : amp)} ${x0 + (i + 1) * step} ${y}`;
  return d;
}

function bread(s, w, y, h, crumb = '#fff1d3', crust = '#d0913f') {
  s.rect(-w / 2, y, w, h, 20, crust);
  s.rect(-w / 2 + 9, y + 4, w - 18, h - 8, 16, crumb, `filter="${s.puff({ r: 9, d: 5, dark: '#b07a3a', shade: 0.35, grain: 0.14, freq: 0.09, grainColour: '#d2aa68' })}"`);
}

function lettuce(s, w, y) {
  s.path(`${wave(-w / 2 - 22, w / 2 + 22, y, 22, 11)}L${w / 2 + 10} ${y + 32}${wave(w / 2 + 14, -w / 2 - 14, y + 34, 20, 9).replace('M', 'L')}Z`, s.lin([[0, '#a6cf5d'], [0.5, '#79b23f'], [1, '#558c2a']]), `filter="${s.puff({ r: 6, d: 5, dark: '#2b4d12', shade: 0.5, light: '#eaffc4', glow: 0.6, grain: 0 })}"`);
}

function ham(s, w, y) {
  for (let i = 0; i < 3; i += 1) s.path(`${wave(-w / 2 - 4, w / 2 + 4, y + i * 17, 9, 6)}L${w / 2} ${y + i * 17 + 20}${wave(w / 2, -w / 2, y + i * 17 + 20, 7, 6).replace('M', 'L')}Z`, s.lin([[0, '#f9b5ac'], [1, '#e58a84']]), `filter="${s.puff({ r: 4, d: 3, dark: '#9c4044', shade: 0.5, grain: 0 })}"`);
}

function cheese(s, w, y) {
  s.path(`M${-w / 2 - 8} ${y}L${w / 2 + 8} ${y}L${w / 2 + 4} ${y + 20}L${w * 0.3} ${y + 22}L${w * 0.16} ${y + 66}L${w * 0.02} ${y + 22}L${-w * 0.26} ${y + 22}L${-w * 0.36} ${y + 52}L${-w * 0.46} ${y + 20}Z`, s.lin([[0, '#ffd85e'], [1, '#f0ad28']]), `filter="${s.puff({ r: 5, d: 4, dark: '#a0640a', shade: 0.45, grain: 0 })}"`);
}

function tomato(s, w, y) {
  for (let i = 0; i < 3; i += 1) { s.rect(-w / 2 + 14 + (i * (w - 20)) / 3, y, (w - 50) / 3, 30, 15, s.lin([[0, '#f46a51'], [0.5, '#dd3f2e'], [1, '#b32a1e']]), `filter="${s.puff({ r: 5, d: 4, dark: '#5e0f0a', shade: 0.5, grain: 0 })}"`); for (let k = 0; k < 4; k += 1) s.ellipse(-w / 2 + 50 + (i * (w - 20)) / 3 + k * ((w - 150) / 12), y + 15, 5, 7, '#ffc07a'); }
}

// One half, wrapped at its foot; origin at the middle of its foot.
function stack(s, w, layers, wrap) {
  s.ground(14, 4, w * 0.56, 24, 0.5, 16);
  s.cast({ d: 16, blur: 14, opacity: 0.34 }, () => {
    s.rect(-w / 2 + 14, -380, w - 28, 340, 20, s.lin([[0, '#e9cf92'], [1, '#b98d4a']]));
    layers(w);
  });
  if (!wrap) return;
  const d = `M${-w / 2 - 18} -118L${-w / 4} -88L0 -120L${w / 4} -90L${w / 2 + 18} -120L${w / 2 + 8} 6L${-w / 2 - 8} 6Z`;
  s.path(d, s.lin([[0, '#fffdf8'], [0.5, wrap], [1, '#d8c7a8']], [0, 0, 1, 1]), `filter="${s.puff({ r: 6, d: 5, dark: '#8a6a48', shade: 0.35, grain: 0 })}"`);
  for (const k of [-0.3, 0, 0.3]) s.rect(k * w - 10, -84, 20, 88, 0, '#c8704f', 'opacity="0.22"');
}

function pair(s, layers, wrap, w = 400) {
  s.at(296, 765, () => stack(s, w, layers, wrap), { turn: -3, scale: 1.12 });
  s.at(718, 830, () => stack(s, w, layers, wrap), { turn: 4, scale: 1.12 });
}

export function hamSandwichPicture(s) {
  studio(s, 'sage', 600);
  board(s, 500, 850, 920, 150);
  pair(s, (w) => {
    bread(s, w, -110, 90);
    lettuce(s, w, -152);
    tomato(s, w, -186);
    ham(s, w, -250);
    cheese(s, w, -278);
    lettuce(s, w, -314);
    ham(s, w, -372);
    bread(s, w, -448, 92);
  }, '#f4e6cb');
}

export function eggSandwichPicture(s) {
  studio(s, 'butter', 600);
  cloth(s, 500, 880, 960, 200, 0, '#fffdf4', '#e0b04c');
  pair(s, (w) => {
    bread(s, w, -104, 84);
    s.path(`${wave(-w / 2 - 6, w / 2 + 6, -300, 24, 7)}L${w / 2 + 8} -110${wave(w / 2, -w / 2, -98, 14, 7).replace('M', 'L')}Z`, s.lin([[0, '#ffe9a0'], [1, '#f7d268']]), `filter="${s.puff({ r: 12, d: 8, dark: '#b07a18', shade: 0.45, grain: 0 })}"`);
    for (let i = 0; i < 26; i += 1) s.at(s.rnd(-w * 0.46, w * 0.46), s.rnd(-285, -120), () => s.path(blob(s, s.rnd(14, 30), s.rnd(11, 22), 0.2, 8), i % 2 ? '#fffdf6' : '#ffc93c', `filter="${s.puff({ r: 4, d: 3, dark: '#b07a18', shade: 0.4, grain: 0 })}"`));
    s.scatter(26, 0, -205, w * 0.45, 80, (x, y) => s.ellipse(x, y, 6, 3, '#6f9a3c', `transform="rotate(${s.rnd(0, 180)} ${x} ${y})"`));
    lettuce(s, w, -316);
    bread(s, w, -384, 86);
  }, '#fbf0d4');
}

export function basilChickenPicture(s) {
  studio(s, 'apricot', 540);
  board(s, 500, 800, 900, 190, 0, ['#a9764a', '#835230']);
  s.at(500, 790, () => {
    const w = 700;
    s.ground(14, 4, w * 0.54, 28, 0.5, 18);
    s.cast({ d: 18, blur: 16, opacity: 0.36 }, () => {
      s.path('M-350 -92L350 -92C366 -30 330 0 280 0L-280 0C-330 0 -366 -30 -350 -92Z', s.lin([[0, '#f3d69c'], [0.3, '#d99f4c'], [1, '#a9652a']]), `filter="${s.puff({ r: 14, d: 10, grain: 0.14 })}"`);
      lettuce(s, w, -136);
      for (let i = 0; i < 4; i += 1) s.at(-258 + i * 172, -172, () => { s.path(blob(s, 104, 42, 0.07, 10), s.lin([[0, '#f6dcae'], [1, '#d9a766']]), `filter="${s.puff({ r: 9, d: 7, grain: 0.14 })}"`); for (const k of [-46, -6, 34]) s.line(`M${k} -30l26 56`, '#8a4f1e', 8, 'opacity="0.6"'); });
      tomato(s, w, -238);
      for (let i = 0; i < 7; i += 1) s.at(-300 + i * 100, -246 + s.rnd(-6, 6), () => { s.path('M-56 8C-36 -36 30 -40 58 -4C34 30 -30 36 -56 8Z', s.lin([[0, '#5f9a45'], [1, '#2f6628']]), `filter="${s.puff({ r: 5, d: 4, dark: '#12330f', shade: 0.5, light: '#d6f5b4', grain: 0 })}"`); s.line('M-46 6Q4 -6 50 -3', '#a6cf7d', 3); }, { turn: s.rnd(-14, 14) });
      s.path('M-352 -262C-372 -350 -300 -410 -200 -414C-60 -426 80 -426 210 -412C306 -404 372 -344 352 -262C250 -246 -250 -246 -352 -262Z', s.lin([[0, '#b9702c'], [0.4, '#e0a552'], [1, '#d2913f']]), `filter="${s.puff({ r: 30, d: 20, grain: 0.12 })}"`);
      for (let i = 0; i < 6; i += 1) s.at(s.rnd(-260, 240), s.rnd(-395, -320), () => s.path(blob(s, s.rnd(30, 80), s.rnd(8, 20), 0.3), '#fff9ee', `opacity="0.55" filter="${s.blur(5)}"`));
    });
  }, { scale: 1.12 });
  crumbs(s, 26, 480, 850, 360, 20);
}
