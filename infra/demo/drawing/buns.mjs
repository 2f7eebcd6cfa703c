// Owns the round and twisted sweet breads: filled buns, bagels, doughnuts, twists.

import { blob } from './sketch.mjs';
import { board, cloth, crumbs, paper, plate, tabletop } from './backdrop.mjs';
import { roll } from './breads.mjs';

const BAKED = { r: 28, d: 20, shade: 0.5, glow: 0.35, grain: 0.1 };

// Half of a bun seen on its cut face, filling in the middle.
function half(s, r, filling, shine, grain = 0.25) {
  const d = `M${-r} ${r * 0.36}C${-r * 1.08} ${-r * 0.42} ${-r * 0.5} ${-r * 0.8} 0 ${-r * 0.8}C${r * 0.5} ${-r * 0.8} ${r * 1.08} ${-r * 0.42} ${r} ${r * 0.36}C${r * 0.9} ${r * 0.56} ${-r * 0.9} ${r * 0.56} ${-r} ${r * 0.36}Z`;
  s.cast({ d: 16, blur: 14, opacity: 0.42 }, () => s.path(d, s.lin([[0, '#a9601f'], [1, '#d8963f']])));
  s.path(d, '#f8dfac', `transform="scale(0.92) translate(0 2)" filter="${s.puff({ r: 12, d: 6, dark: '#b07a3a', shade: 0.35, grain: 0.12, freq: 0.08, grainColour: '#c79a55' })}"`);
  s.at(0, -r * 0.06, () => {
    s.path(blob(s, r * 0.7, r * 0.36, 0.08), filling, `filter="${s.puff({ r: 14, d: 9, dark: '#2b0d06', shade: 0.45, light: shine, glow: 0.55, grain, freq: 0.07, grainColour: '#2f1008' })}"`);
  });
}

export function redBeanPicture(s) {
  tabletop(s, 'apricot');
  plate(s, 500, 510, 420);
  for (const [x, y] of [[345, 355], [668, 375]]) s.at(x, y, () => {
    s.cast({ d: 18, blur: 16 }, () => roll(s, 182));
    s.scatter(34, 0, -10, 44, 40, (px, py) => s.ellipse(px, py, 5, 3.4, s.pick(['#2a211b', '#443529']), `transform="rotate(${s.rnd(0, 180)} ${px} ${py})"`));
  });
  s.at(500, 665, () => half(s, 250, '#5b2419', '#a8644f'), { turn: -3 });
}

export function creamBunPicture(s) {
  tabletop(s, 'butter');
  cloth(s, 520, 500, 820, 760, 9, '#fffdf4', '#e0b04c');
  for (const [x, y] of [[360, 360], [650, 330]]) s.at(x, y, () => {
    s.cast({ d: 18, blur: 16 }, () => roll(s, 158));
    s.line('M-84 -12C-50 -52 -20 24 8 -22S70 -44 88 2', '#fbe3a0', 20);
    s.line('M-84 -16C-50 -56 -20 20 8 -26S70 -48 88 -2', '#fff6d5', 8, 'opacity="0.9"');
  });
  s.at(500, 665, () => half(s, 225, '#f7cf5a', '#fffbe0', 0), { turn: 3 });
}

export function soboroPicture(s) {
  tabletop(s, 'cream');
  board(s, 500, 510, 820, 780, -4);
  for (const [x, y, r] of [[335, 345, 175], [675, 385, 168], [470, 690, 190]]) s.at(x, y, () => {
    s.cast({ d: 18, blur: 16, opacity: 0.45 }, () => roll(s, r, false));
    s.add(`<g filter="${s.puff({ r: 6, d: 5, shade: 0.6, glow: 0.5, grain: 0.16, freq: 0.09 })}">`);
    s.scatter(120, 0, -4, r * 0.86, r * 0.84, (px, py) => s.at(px, py, () => {
      const k = s.rnd(11, 23);
      s.path(blob(s, k + 3, k, 0.28, 8), '#9c5c1e', 'opacity="0.5" transform="translate(4 6)"');
      s.path(blob(s, k, k * 0.85, 0.28, 8), s.pick(['#efc97f', '#e6b763', '#f6d998', '#dca850']));
    }));
    s.add('</g>');
  });
  crumbs(s, 50, 500, 540, 380, 370, '#dfaf62');
}

function ring(s, R, hole, fill, puff) {
  const d = `M${-R} 0A${R} ${R} 0 1 0 ${R} 0A${R} ${R} 0 1 0 ${-R} 0ZM${-hole} 0A${hole} ${hole} 0 1 1 ${hole} 0A${hole} ${hole} 0 1 1 ${-hole} 0Z`;
  s.path(d, fill, `fill-rule="evenodd" filter="${s.puff(puff)}"`);
}

export function bagelPicture(s) {
  tabletop(s, 'sky');
  board(s, 500, 510, 830, 800, 4, ['#e0b780', '#bd8a50']);
  const kinds = [['plain', 325, 330, '#d48f3c'], ['sesame', 680, 345, '#cf8a3b'], ['berry', 330, 690, '#8f6a74'], ['plain', 690, 690, '#dc9d4b']];
  for (const [kind, x, y, colour] of kinds) s.at(x, y, () => {
    s.cast({ d: 18, blur: 15, opacity: 0.44 }, () => ring(s, 168, 46, colour, BAKED));
    s.ellipse(-62, -86, 56, 24, '#fff6da', `opacity="0.65" transform="rotate(-35 -62 -86)" filter="${s.blur(9)}"`);
    if (kind === 'plain') return;
    for (let i = 0; i < (kind === 'sesame' ? 150 : 24); i += 1) {
      const a = s.rnd(0, Math.PI * 2);
      const q = s.rnd(66, 142);
      const [px, py] = [Math.cos(a) * q, Math.sin(a) * q];
      if (kind === 'sesame') s.ellipse(px, py, 6.5, 3.8, s.pick(['#fff0cf', '#f6dfae', '#3a2e24']), `transform="rotate(${s.rnd(0, 180)} ${px.toFixed(1)} ${py.toFixed(1)})"`);
      else { s.ellipse(px, py, 15, 13, '#3f2c52'); s.ellipse(px - 4, py - 4, 5, 4, '#a79ac4', 'opacity="0.7"'); }
    }
  });
}

export function doughnutPicture(s) {
  tabletop(s, 'blush');
  plate(s, 500, 505, 440, '#fffdfb', '#dcc9c4');
  const looks = [[340, 345, '#fdf6ea', '#f3b6c0'], [665, 370, '#5a2f1b', '#fff4dc'], [430, 665, '#f7a9bb', '#ffffff'], [725, 700, '#f6e6c6', '#c98a3a']];
  for (const [x, y, ice, dots] of looks) s.at(x, y, () => {
    s.cast({ d: 18, blur: 14, opacity: 0.4 }, () => ring(s, 158, 48, '#d3913f', BAKED));
    const wave = [];
    for (let i = 0; i < 14; i += 1) { const a = (i / 14) * Math.PI * 2; wave.push([Math.cos(a) * (i % 2 ? 146 : 128), Math.sin(a) * (i % 2 ? 146 : 128)]); }
    const mid = (p, q) => `${((p[0] + q[0]) / 2).toFixed(1)} ${((p[1] + q[1]) / 2).toFixed(1)}`;
    const outer = `M${mid(wave[13], wave[0])}${wave.map((p, i) => `Q${p[0].toFixed(1)} ${p[1].toFixed(1)} ${mid(p, wave[(i + 1) % 14])}`).join('')}Z`;
    s.path(`${outer}M-58 0A58 58 0 1 1 58 0A58 58 0 1 1 -58 0Z`, ice, `fill-rule="evenodd" filter="${s.puff({ r: 14, d: 10, dark: '#5b2a2a', shade: 0.35, light: '#ffffff', glow: 0.7, grain: 0 })}"`);
    for (let i = 0; i < 34; i += 1) {
      const a = s.rnd(0, Math.PI * 2);
      const q = s.rnd(72, 124);
      s.line(`M${(Math.cos(a) * q).toFixed(1)} ${(Math.sin(a) * q).toFixed(1)}l${s.rnd(-11, 11)} ${s.rnd(-11, 11)}`, i % 3 ? dots : '#f2c14e', 6.5);
    }
  });
}

export function twistPicture(s) {
  tabletop(s, 'cream');
  paper(s, 500, 500, 800, 780, 8, '#f4e6cb');
  for (const [x, y, t] of [[330, 470, -62], [520, 520, -66], [705, 560, -60]]) s.at(x, y, () => {
    s.cast({ d: 18, blur: 14, opacity: 0.42 }, () => {
      for (let i = 0; i < 7; i += 1) {
        const k = 1 - Math.abs(i - 3) * 0.09;
        s.at(-255 + i * 85, 0, () => s.path('M-70 44C-60 -20 -10 -78 52 -72C92 -66 88 -16 70 20C50 66 -10 92 -48 80C-70 72 -74 60 -70 44Z', s.rad([[0, '#e2a254'], [0.6, '#c27a2e'], [1, '#94521a']]), `filter="${s.puff({ r: 16, d: 13, shade: 0.55, glow: 0.4, grain: 0.1 })}"`), { scale: k });
      }
    });
    s.scatter(230, 0, -6, 300, 72, (px, py) => s.rect(px, py, s.rnd(3, 6), s.rnd(3, 6), 1, '#ffffff', `opacity="${s.rnd(0.5, 0.95)}"`));
  }, { turn: t });
  s.scatter(120, 500, 520, 400, 360, (x, y) => s.rect(x, y, 4, 4, 1, '#ffffff', 'opacity="0.9"'));
}
