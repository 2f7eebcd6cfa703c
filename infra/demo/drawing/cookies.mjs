// Owns small bakes and the boxes and tins that they are given away in.

import { blob } from './sketch.mjs';
import { board, cloth, crumbs, paper, plate, tabletop } from './backdrop.mjs';

export function chocolateChip(s, r) {
  const d = blob(s, r, r * 0.98, 0.035, 14);
  s.cast({ d: 14, blur: 12, opacity: 0.44 }, () => s.path(d, '#b97a35'));
  s.path(d, s.rad([[0, '#eec07c'], [0.6, '#d69a4c'], [1, '#a9692a']]), `filter="${s.puff({ r: 18, d: 12, grain: 0.2, freq: 0.05 })}"`);
  for (let i = 0; i < 6; i += 1) s.line(`M${s.rnd(-r * 0.6, r * 0.6)} ${s.rnd(-r * 0.6, r * 0.6)}q${s.rnd(-30, 30)} ${s.rnd(-20, 20)} ${s.rnd(-50, 50)} ${s.rnd(-30, 30)}`, '#8a5220', 3, 'opacity="0.45"');
  s.scatter(13, 0, 0, r * 0.78, r * 0.78, (x, y) => s.at(x, y, () => {
    const k = s.rnd(0.1, 0.17) * r;
    s.path(blob(s, k, k * 0.85, 0.15, 7), '#7a4a1e', 'opacity="0.6" transform="translate(3 4)"');
    s.path(blob(s, k, k * 0.85, 0.15, 7), s.rad([[0, '#6a3a22'], [1, '#2b140b']]));
    s.ellipse(-k * 0.3, -k * 0.35, k * 0.28, k * 0.18, '#b98a6c', 'opacity="0.8"');
  }));
}

export function chocolateChipPicture(s) {
  tabletop(s, 'sky');
  paper(s, 500, 510, 800, 800, 6);
  for (const [x, y, r] of [[310, 300, 158], [665, 290, 150], [300, 655, 150], [690, 690, 162], [490, 490, 172]]) s.at(x, y, () => chocolateChip(s, r));
  crumbs(s, 40, 500, 520, 400, 400, '#c08a45');
}

// The mould is a scallop shell: a fan of lobes above, a narrow hinge below.
export function madeleine(s, k = 1) {
  const lobes = Array.from({ length: 9 }, (_, i) => ((185 + i * 21.25) * Math.PI) / 180);
  const on = (a, q) => `${(Math.cos(a) * 112 * q).toFixed(1)} ${(Math.sin(a) * 116 * q).toFixed(1)}`;
  const top = lobes.slice(1).map((a, i) => `Q${on((a + lobes[i]) / 2, 1.17)} ${on(a, 1)}`).join('');
  const d = `M${on(lobes[0], 1)}${top}C108 52 58 84 40 112Q0 132 -40 112C-58 84 -108 52 ${on(lobes[0], 1)}Z`;
  s.at(0, 0, () => {
    s.cast({ d: 14, blur: 11, opacity: 0.42 }, () => s.path(d, '#b9742b'));
    s.path(d, s.rad([[0, '#fbdc98'], [0.5, '#e9b258'], [0.85, '#c98434'], [1, '#a05a18']], [0.45, 0.42, 0.66]), `filter="${s.puff({ r: 18, d: 12, grain: 0.06 })}"`);
    s.clipped(`<path d="${d}"/>`, () => {
      for (const [i, a] of lobes.entries()) {
        s.line(`M${(i - 4) * 6} 112Q${(i - 4) * 17} 20 ${on(a, 1.02)}`, '#93531a', 6, 'opacity="0.42"');
        s.line(`M${(i - 4) * 6 + 5} 112Q${(i - 4) * 17 + 9} 20 ${on(a + 0.1, 1.02)}`, '#fff0c4', 5, 'opacity="0.5"');
      }
      s.ellipse(0, 118, 46, 16, '#8a4a15', `opacity="0.4" filter="${s.blur(6)}"`);
    });
  }, { scale: k });
}

export function madeleinePicture(s) {
  tabletop(s, 'butter');
  plate(s, 500, 510, 430, '#fffefa', '#d8cdb4');
  for (const [x, y, t] of [[310, 360, -28], [520, 290, 6], [720, 390, 30], [330, 640, -50], [530, 560, 12], [690, 690, 48]]) s.at(x, y, () => madeleine(s, 1.08), { turn: t });
}

export function macaron(s, colour, dark, cream) {
  s.ground(6, 84, 118, 18, 0.4, 10);
  const shell = (y, flip) => s.at(0, y, () => {
    s.path('M-122 0C-124 -76 -62 -100 0 -100C62 -100 124 -76 122 0Z', s.lin([[0, colour], [1, dark]], flip ? [0, 1, 0, 0] : [0, 0, 0, 1]), `filter="${s.puff({ r: 16, d: 11, dark, shade: 0.7, light: '#ffffff', glow: 0.7, grain: 0 })}"`);
    s.add(`<g filter="${s.puff({ r: 3, d: 3, dark, shade: 0.6, light: '#ffffff', glow: 0.5, grain: 0 })}">`);
    for (let i = -9; i <= 9; i += 1) s.ellipse(i * 12.6, 2 + (i % 2) * 2, 10, 10, colour);
    s.add('</g>');
  });
  s.add('<g transform="translate(0 20) scale(1 -0.62)">'); shell(-8, true); s.add('</g>');
  s.path('M-112 -8C-116 26 116 26 112 -8C110 -26 -110 -26 -112 -8Z', cream, `filter="${s.puff({ r: 6, d: 5, dark: '#8a6a48', shade: 0.4, glow: 0.5, grain: 0 })}"`);
  shell(-16, false);
}

export function macaronPicture(s) {
  s.rect(0, 0, 1000, 1000, 0, s.rad([[0, '#fffafc'], [1, '#ecd9e6']], [0.4, 0.3, 0.9]));
  s.rect(0, 690, 1000, 310, 0, s.lin([[0, '#e3c6d3'], [1, '#f0dbe4']]));
  s.add('<g transform="translate(-55 -105) scale(1.11)">');
  s.ellipse(500, 850, 430, 62, '#ffffff');
  s.ellipse(500, 842, 430, 60, s.lin([[0, '#f5edf1'], [1, '#ffffff']]));
  const rows = [[[250, 770, 0], [500, 785, 1], [750, 770, 2]], [[372, 600, 3], [628, 600, 4]], [[500, 430, 5]]];
  const looks = [['#f6a8b8', '#cf6f86', '#fff1ee'], ['#bfdc9c', '#86ad5f', '#fdf8e0'], ['#f9dc84', '#d9aa3f', '#fffaf0'], ['#c9b4e4', '#9479bd', '#fff7fb'], ['#a5704d', '#6d4126', '#f3dcc0'], ['#ffd0b0', '#e0936a', '#fffaf2']];
  for (const row of rows) for (const [x, y, i] of row) s.at(x, y, () => macaron(s, ...looks[i]), { scale: 1.06 });
  s.add('</g>');
}

export function financier(s, w = 210, h = 92, nuts = true) {
  s.cast({ d: 12, blur: 10, opacity: 0.42 }, () => s.rect(-w / 2, -h / 2, w, h, 20, '#9c5b1e'));
  s.rect(-w / 2, -h / 2, w, h, 20, s.lin([[0, '#e9b562'], [0.5, '#d19540'], [1, '#9c5b1e']], [0, 0, 0.6, 1]), `filter="${s.puff({ r: 13, d: 9, grain: 0.14, freq: 0.06 })}"`);
  if (nuts) for (let i = -2; i <= 2; i += 1) s.path('M-17 0C-12 -13 12 -13 19 0C12 11 -12 11 -17 0Z', s.pick(['#fbe8c4', '#f3d6a2']), `transform="translate(${(i * w) / 6.4} ${s.rnd(-14, 14)}) rotate(${s.rnd(-50, 50)})" stroke="#b07a3a" stroke-width="2"`);
}

export function financierPicture(s) {
  tabletop(s, 'lilac');
  board(s, 500, 510, 820, 760, -6, ['#caa070', '#9f7245']);
  for (const [x, y, t] of [[330, 320, -10], [650, 300, -4], [320, 500, -7], [665, 490, -12], [340, 690, -4], [660, 685, -9]]) s.at(x, y, () => financier(s, 290, 128), { turn: t });
}

export function swirl(s, r, centre = '#c8402f') {
  s.cast({ d: 9, blur: 8, opacity: 0.4 }, () => s.ellipse(0, 0, r, r, '#cf953f'));
  s.add(`<g filter="${s.puff({ r: 5, d: 5, shade: 0.55, glow: 0.5, grain: 0.05 })}">`);
  for (let i = 0; i < 9; i += 1) { const a = (i / 9) * Math.PI * 2; s.at(Math.cos(a) * r * 0.62, Math.sin(a) * r * 0.62, () => s.ellipse(0, 0, r * 0.4, r * 0.26, s.rad([[0, '#f9dc9a'], [1, '#dca650']])), { turn: (a * 180) / Math.PI + 58 }); }
  s.add('</g>');
  s.ellipse(0, 0, r * 0.3, r * 0.3, s.rad([[0, '#ffffff', 0.9], [0.35, centre], [1, centre]], [0.36, 0.32, 0.7]));
}

export function cookieTinPicture(s) {
  tabletop(s, 'blush');
  s.at(805, 215, () => { s.cast({ d: 20, blur: 18 }, () => s.ellipse(0, 0, 300, 300, '#a23b3b')); s.ellipse(0, 0, 286, 286, s.rad([[0, '#d96a62'], [1, '#a5403d']])); for (let i = 0; i < 12; i += 1) s.at(0, 0, () => s.path('M0 -230C26 -196 26 -160 0 -132C-26 -160 -26 -196 0 -230Z', '#f4d9a8', 'opacity="0.85"'), { turn: i * 30 }); });
  s.at(455, 560, () => {
    s.cast({ d: 26, blur: 22, opacity: 0.48 }, () => s.ellipse(0, 0, 384, 384, '#8f3434'));
    s.ellipse(0, 0, 384, 384, s.lin([[0, '#e08a80'], [0.5, '#b84b47'], [1, '#7c2b2b']], [0, 0, 1, 1]));
    s.ellipse(0, 0, 356, 356, s.lin([[0, '#7c2b2b'], [1, '#f1d3b8']], [0, 0, 1, 1]));
    s.ellipse(0, 0, 350, 350, '#fbf3e6');
    const looks = ['#c8402f', '#5a2f1b', '#f0a830'];
    for (let i = 0; i < 6; i += 1) s.at(Math.cos((i * Math.PI) / 3) * 222, Math.sin((i * Math.PI) / 3) * 222, () => { s.ellipse(0, 4, 112, 112, '#ffffff'); s.ellipse(0, 4, 112, 112, s.rad([[0.7, '#ffffff', 0], [1, '#c9ab86', 0.6]], [0.5, 0.5, 0.5])); swirl(s, 96, looks[i % 3]); });
    s.ellipse(0, 4, 112, 112, '#ffffff');
    s.at(0, 0, () => chocolateChip(s, 94));
  });
}

function ribbon(s, colour, dark) {
  for (const side of [-1, 1]) s.at(0, 0, () => {
    s.path('M0 0C60 -90 170 -96 176 -28C178 30 80 34 0 0Z', s.lin([[0, dark], [0.4, colour], [1, colour]], [0, 0, 1, 0]), `filter="${s.puff({ r: 10, d: 8, dark, shade: 0.6, grain: 0 })}"`);
    s.path('M0 0C46 40 70 90 128 128L98 140L96 168C52 120 20 70 0 0Z', s.lin([[0, dark], [1, colour]]));
  }, { flip: side < 0 });
  s.rect(-28, -26, 56, 52, 16, colour, `filter="${s.puff({ r: 8, d: 6, dark, shade: 0.5, grain: 0 })}"`);
}

export function bakeBoxPicture(s) {
  tabletop(s, 'sage');
  cloth(s, 520, 540, 900, 760, -6, '#fffdf6', '#9db07f');
  s.at(500, 540, () => {
    s.cast({ d: 28, blur: 24, opacity: 0.5 }, () => s.rect(-385, -300, 770, 620, 18, '#a97842'));
    s.rect(-385, -300, 770, 620, 18, s.lin([[0, '#dcb27c'], [1, '#b8844c']], [0, 0, 1, 1]));
    s.rect(-358, -273, 716, 566, 8, '#6d4420');
    s.rect(-354, -269, 708, 558, 8, s.lin([[0, '#f3e3c8'], [1, '#fffaf0']]));
    for (const x of [-118, 118]) s.rect(x - 5, -269, 10, 558, 0, s.lin([[0, '#c99c66'], [1, '#e5c496']], [0, 0, 1, 0]));
    for (const y of [-166, 10, 186]) for (const x of [-295, -178]) s.at(x + 0, y, () => madeleine(s, 0.54), { turn: 8 });
    for (const y of [-196, -66, 70, 204]) s.at(0, y, () => financier(s, 186, 96), { turn: -3 });
    for (const [i, y] of [-166, 10, 186].entries()) s.at(236, y, () => (i === 1 ? swirl(s, 84, '#5a2f1b') : chocolateChip(s, 84)));
  });
  s.at(500, 222, () => ribbon(s, '#b5503f', '#7f2f26'), { scale: 0.86 });
}

export function holidayBoxPicture(s) {
  s.rect(0, 0, 1000, 1000, 0, s.rad([[0, '#fff4df'], [1, '#efcf9e']], [0.4, 0.3, 0.9]));
  s.rect(0, 690, 1000, 310, 0, s.lin([[0, '#b98552'], [1, '#d3a672']]));
  s.ground(520, 830, 390, 40, 0.5, 24);
  s.rect(160, 420, 680, 400, 14, s.lin([[0, '#c9503f'], [1, '#8f2f28']]), `filter="${s.puff({ r: 26, d: 16, dark: '#4a120d', grain: 0.05 })}"`);
  s.rect(130, 360, 740, 120, 14, s.lin([[0, '#d8604c'], [1, '#a83a30']]), `filter="${s.puff({ r: 12, d: 9, dark: '#4a120d', grain: 0.05 })}"`);
  s.rect(130, 476, 740, 20, 0, '#3f0f0b', `opacity="0.3" filter="${s.blur(7)}"`);
  s.rect(455, 360, 90, 460, 0, s.lin([[0, '#e8c277'], [0.5, '#fbe4ae'], [1, '#cf9d48']], [0, 0, 1, 0]));
  for (const x of [230, 330, 670, 770]) s.at(x, 660, () => { s.path('M0 -54C34 -18 34 18 0 54C-34 18 -34 -18 0 -54Z', '#e8c277', 'opacity="0.9"'); s.path('M0 -30C18 -10 18 10 0 30C-18 10 -18 -10 0 -30Z', '#a83a30'); });
  s.at(500, 362, () => ribbon(s, '#f3d490', '#b98535'), { scale: 1.25 });
  s.at(265, 856, () => madeleine(s, 0.7), { turn: 80 });
  s.at(760, 872, () => chocolateChip(s, 74));
}
