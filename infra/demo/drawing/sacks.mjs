// Owns what the mill packs in paper: flour bags with a drawn label, the heap before them, and premix pouches.

import { blob } from './sketch.mjs';
import { board, studio, wheatEar } from './backdrop.mjs';
import { chocolateChip } from './cookies.mjs';

// Label emblems, each within a circle of radius 100.
export const EMBLEMS = {
  wheat: (s, ink) => wheatEar(s, 0, 40, { scale: 0.5, colour: ink, dark: ink, stalk: 100 }),
  wheatPair: (s, ink) => { for (const turn of [-24, 24]) wheatEar(s, turn * 0.7, 40, { scale: 0.44, turn, colour: ink, dark: ink, beard: false, stalk: 100 }); },
  rye: (s, ink) => { for (const turn of [-30, 0, 30]) wheatEar(s, turn * 0.5, 40, { scale: 0.4, turn, colour: ink, dark: ink, stalk: 90 }); },
  rice: (s, ink) => { s.line('M-10 90C-16 20 0 -50 62 -74', ink, 6); for (let i = 0; i < 7; i += 1) for (const side of [-1, 1]) s.ellipse(-10 + i * 9 + side * 13, 40 - i * 19, 8, 17, ink, `transform="rotate(${30 + side * 26} ${-10 + i * 9 + side * 13} ${40 - i * 19})"`); },
  buckwheat: (s, ink) => { for (const [x, y, t] of [[-36, 20, -12], [38, 14, 14], [0, -46, 0], [0, 64, 180]]) s.path('M0 -42C22 -16 34 14 30 28L-30 28C-34 14 -22 -16 0 -42Z', ink, `transform="translate(${x} ${y}) rotate(${t}) scale(0.92)"`); },
  corn: (s, ink) => { s.path('M0 -92C40 -70 46 10 26 72L-26 72C-46 10 -40 -70 0 -92Z', ink); for (let r = 0; r < 7; r += 1) for (let c = -1; c <= 1; c += 1) s.ellipse(c * 19, -54 + r * 19, 7.5, 7.5, '#fffaf0', 'opacity="0.75"'); s.path('M-26 90C-74 60 -72 6 -54 -24C-34 20 -24 50 0 90C24 50 34 20 54 -24C72 6 74 60 26 90Z', ink, 'opacity="0.8"'); },
  sun: (s, ink) => { s.ellipse(0, 0, 42, 42, ink); for (let i = 0; i < 12; i += 1) s.rect(-6, -92, 12, 36, 6, ink, `transform="rotate(${i * 30})"`); },
  grain: (s, ink) => { for (const [x, y, t] of [[-42, -30, -30], [34, -44, 24], [0, 8, -6], [-40, 54, 20], [46, 46, -24]]) { s.path('M0 -40C26 -22 26 22 0 40C-26 22 -26 -22 0 -40Z', ink, `transform="translate(${x} ${y}) rotate(${t})"`); s.line('M0 -28L0 28', '#fffaf0', 4, `transform="translate(${x} ${y}) rotate(${t})" opacity="0.7"`); } },
  bubble: (s, ink) => { for (const [x, y, r] of [[-30, 22, 46], [40, 34, 32], [22, -36, 40], [-46, -52, 22]]) s.ellipse(x, y, r, r, ink); for (const [x, y, r] of [[-40, 10, 12], [14, -48, 10]]) s.ellipse(x, y, r, r, '#fffaf0', 'opacity="0.7"'); },
};

// A block-bottom paper bag with a folded, stitched mouth; origin at the middle of its foot.
export function sack(s, w, h, { bag, shade, label, ink, emblem, band }) {
  s.ground(22, 2, w * 0.6, 30, 0.5, 18);
  const d = `M${-w / 2} -14C${-w / 2 - 16} ${-h * 0.4} ${-w / 2 + 12} ${-h * 0.7} ${-w / 2 + 14} ${-h + 60}L${-w / 2 + 24} ${-h}L${w / 2 - 24} ${-h}L${w / 2 - 14} ${-h + 60}C${w / 2 - 12} ${-h * 0.7} ${w / 2 + 16} ${-h * 0.4} ${w / 2} -14Q0 12 ${-w / 2} -14Z`;
  s.path(d, s.lin([[0, shade], [0.18, bag], [0.6, bag], [0.86, shade], [1, shade]], [0, 0, 1, 0]), `filter="${s.puff({ r: 26, d: 16, dark: '#5a4026', shade: 0.42, light: '#ffffff', glow: 0.55, grain: 0.03, freq: 0.02 })}"`);
  s.clipped(`<path d="${d}"/>`, () => {
    for (let i = 0; i < 6; i += 1) { const x = s.rnd(-w * 0.42, w * 0.42); s.path(`M${x} ${-h + 70}L${x + s.rnd(-40, 40)} ${-h * s.rnd(0.5, 0.75)}L${x + s.rnd(8, 22)} ${-h + 78}Z`, i % 2 ? '#ffffff' : '#5a4026', `opacity="0.16" filter="${s.blur(4)}"`); }
    if (band) { s.rect(-w, -h * 0.2, w * 2, h * 0.075, 0, ink, 'opacity="0.88"'); s.rect(-w, -h * 0.112, w * 2, h * 0.02, 0, ink, 'opacity="0.6"'); }
  });
  s.rect(-w / 2 + 14, -h - 8, w - 28, 58, 8, s.lin([[0, bag], [1, shade]]), `filter="${s.puff({ r: 6, d: 5, dark: '#5a4026', shade: 0.35, grain: 0 })}"`);
  s.line(`M${-w / 2 + 26} ${-h + 30}L${w / 2 - 26} ${-h + 30}`, ink, 5, 'stroke-dasharray="16 12"');
  s.at(0, -h * 0.51, () => {
    const k = w * 0.3;
    s.ellipse(3, 5, k + 4, k + 4, '#4a2a12', `opacity="0.22" filter="${s.blur(6)}"`);
    s.ellipse(0, 0, k, k, label);
    s.add(`<circle r="${k - 12}" fill="none" stroke="${ink}" stroke-width="4"/>`);
    s.at(0, 0, () => EMBLEMS[emblem](s, ink), { scale: k / 138 });
  });
}

// A soft heap of powder on the table; origin at the middle of its foot.
export function heap(s, w, h, colour, dark, speck) {
  const d = `M${-w / 2} 0C${-w * 0.36} ${-h * 0.1} ${-w * 0.26} ${-h * 0.86} ${-w * 0.06} ${-h}C${w * 0.1} ${-h * 1.04} ${w * 0.24} ${-h * 0.4} ${w / 2} 0Q0 ${h * 0.34} ${-w / 2} 0Z`;
  s.ground(14, 6, w * 0.56, 18, 0.36, 14);
  s.path(d, s.lin([[0, '#ffffff'], [0.3, colour], [1, dark]], [0.2, 0, 0.8, 1]), `filter="${s.puff({ r: 12, d: 9, dark, shade: 0.6, light: '#ffffff', glow: 0.6, grain: 0.06, freq: 0.08, grainColour: dark })}"`);
  s.scatter(60, 0, 4, w * 0.62, 16, (x, y) => s.ellipse(x, y, s.rnd(2, 7), s.rnd(1.5, 4), colour));
  if (speck) s.clipped(`<path d="${d}"/>`, () => s.scatter(130, 0, -h * 0.35, w * 0.45, h * 0.6, (x, y) => s.ellipse(x, y, s.rnd(1.5, 4), s.rnd(1, 3), speck, 'opacity="0.75"')));
}

function scoop(s, x, y, powder, turn) {
  s.at(x, y, () => {
    s.ground(0, 42, 120, 12, 0.35, 9);
    s.rect(90, -6, 150, 24, 12, s.lin([[0, '#c98f54'], [1, '#8e5c31']]));
    s.path('M-110 -32C-116 44 96 62 104 4L100 -26Z', s.lin([[0, '#d9a569'], [1, '#9a6836']]), `filter="${s.puff({ r: 8, d: 6 })}"`);
    s.path('M-108 -30C-60 -84 60 -84 98 -24C60 -10 -70 -12 -108 -30Z', powder, `filter="${s.puff({ r: 7, d: 5, dark: '#a98a5c', shade: 0.4, glow: 0.6, grain: 0 })}"`);
  }, { turn });
}

export function flourPicture(s, { mood, bag, shade, label = '#fffaf0', ink, emblem, powder = '#fffaf0', dark = '#d6c3a0', speck = null, prop = 'ear', big = true }) {
  studio(s, mood, 600);
  const look = { bag, shade, label, ink, emblem };
  if (big) s.at(640, 760, () => sack(s, 450, 620, { ...look, band: true }));
  s.at(big ? 340 : 430, 830, () => sack(s, big ? 330 : 430, big ? 450 : 590, { ...look, band: !big }));
  s.at(690, 880, () => heap(s, 400, 150, powder, dark, speck));
  if (prop === 'scoop') scoop(s, 330, 912, powder, -4);
  if (prop === 'ear') { wheatEar(s, 205, 905, { scale: 0.62, turn: 68, stalk: 200 }); wheatEar(s, 260, 930, { scale: 0.56, turn: 78, stalk: 200 }); }
}

const PANCAKE = (s) => {
  for (let i = 0; i < 4; i += 1) { s.ellipse(s.rnd(-5, 5), 66 - i * 36 + 9, 150, 42, '#f3cd86'); s.ellipse(0, 66 - i * 36, 150, 42, s.rad([[0, '#dd9a45'], [0.8, '#bd7428'], [1, '#f0c67c']], [0.5, 0.5, 0.5])); }
  s.path('M-70 -46C-90 -6 -60 26 -64 58C-50 66 -42 40 -38 -2C-10 6 20 4 40 0C44 30 56 40 62 24C58 -6 74 -26 66 -46Z', '#c8761c', 'opacity="0.82"');
  s.path('M-26 -66L24 -74L44 -52L-6 -42Z', '#ffe58a'); s.path('M-26 -66L-6 -42L-6 -28L-26 -50Z', '#e9bd4a'); s.path('M-6 -42L44 -52L44 -38L-6 -28Z', '#f6d066');
};
const BROWNIE = (s) => { for (const [x, y] of [[-70, 40], [70, 46], [0, -40]]) { s.path(`M${x - 74} ${y - 10}L${x + 4} ${y - 44}L${x + 78} ${y - 12}L${x} ${y + 26}Z`, '#5a2f1b'); s.path(`M${x - 74} ${y - 10}L${x} ${y + 26}L${x} ${y + 74}L${x - 74} ${y + 36}Z`, '#43200f'); s.path(`M${x + 78} ${y - 12}L${x} ${y + 26}L${x} ${y + 74}L${x + 78} ${y + 34}Z`, '#351709'); s.line(`M${x - 40} ${y - 8}l36 -14m10 26l34 -16`, '#9a6a4c', 4, 'opacity="0.7"'); } };
const TOAST = (s) => { s.path('M-120 110L-120 -20C-170 -60 -130 -120 -70 -112Q0 -130 70 -112C130 -120 170 -60 120 -20L120 110Z', '#c98338'); s.path('M-100 92L-100 -20C-140 -60 -110 -100 -64 -94Q0 -108 64 -94C110 -100 140 -60 100 -20L100 92Z', '#fff1d3'); s.scatter(30, 0, 0, 90, 80, (x, y) => s.ellipse(x, y, 5, 4, '#e6c78f')); };
const HOTTEOK = (s) => { for (const [x, y] of [[-64, 46], [66, 40], [0, -36]]) { s.ellipse(x + 6, y + 10, 92, 76, '#4a2a12', 'opacity="0.3"'); s.ellipse(x, y, 92, 76, s.rad([[0, '#d98e35'], [0.6, '#c87a28'], [1, '#f3d08c']], [0.5, 0.5, 0.52])); s.path(blob(s, 46, 30, 0.25), '#8f4a12', `transform="translate(${x} ${y})" opacity="0.5"`); } };
const PANCAKE_SAVOURY = (s) => { s.ellipse(0, 10, 150, 118, s.rad([[0, '#f3d27c'], [0.75, '#e2a844'], [1, '#a9651c']], [0.5, 0.5, 0.52])); for (let i = 0; i < 12; i += 1) s.line(`M${s.rnd(-100, 60)} ${s.rnd(-60, 70)}l${s.rnd(30, 70)} ${s.rnd(-30, 30)}`, i % 3 ? '#6f9a3c' : '#e2602e', 10); };
const FRY = (s) => { for (const [x, y, t] of [[-70, 20, -30], [0, 10, 4], [72, 20, 34]]) s.at(x, y, () => { s.path('M-12 -90L12 -90C34 -140 70 -120 50 -90L18 -80Z', '#e2602e'); s.path(blob(s, 46, 100, 0.13, 16), s.lin([[0, '#f6cf74'], [1, '#cf8a2c']]), `filter="${s.puff({ r: 8, d: 6 })}"`); }, { turn: t }); };
const COOKIE = (s) => { for (const [x, y, r] of [[-60, -20, 78], [72, 4, 74], [-6, 70, 76]]) s.at(x, y, () => chocolateChip(s, r)); };
const SHOWN = { pancake: PANCAKE, brownie: BROWNIE, toast: TOAST, hotteok: HOTTEOK, savoury: PANCAKE_SAVOURY, fry: FRY, cookie: COOKIE };

// A stand-up pouch whose round window shows what the mix becomes.
export function mixPicture(s, { mood, main, deep, pale, shows, powder = '#fff6e2', dark = '#d6c3a0' }) {
  studio(s, mood, 610);
  board(s, 500, 860, 880, 120);
  s.at(470, 860, () => {
    s.ground(24, 0, 300, 32, 0.5, 18);
    const d = 'M-262 -8L-246 -640Q-246 -668 -218 -668L218 -668Q246 -668 246 -640L262 -8Q0 26 -262 -8Z';
    s.path(d, s.lin([[0, deep], [0.16, main], [0.7, main], [1, deep]], [0, 0, 1, 0]), `filter="${s.puff({ r: 26, d: 16, dark: '#3a1d0b', shade: 0.42, light: '#ffffff', glow: 0.6, grain: 0 })}"`);
    s.clipped(`<path d="${d}"/>`, () => {
      s.path('M-300 -250C-140 -330 120 -170 300 -270L300 40L-300 40Z', pale);
      s.path('M-300 -226C-140 -306 120 -146 300 -246L300 40L-300 40Z', deep, 'opacity="0.16"');
      s.path('M-190 -700L-150 -700L-190 40L-240 40Z', '#ffffff', `opacity="0.34" filter="${s.blur(10)}"`);
    });
    s.rect(-246, -668, 492, 56, 14, deep, 'opacity="0.55"');
    s.rect(-60, -652, 120, 24, 12, pale);
    s.at(0, -560, () => wheatEar(s, 0, 26, { scale: 0.34, turn: 90, colour: pale, dark: pale, beard: false, stalk: 90 }));
    s.at(0, -300, () => {
      s.ellipse(4, 8, 196, 196, '#3a1d0b', `opacity="0.3" filter="${s.blur(8)}"`);
      s.ellipse(0, 0, 192, 192, pale);
      s.ellipse(0, 0, 174, 174, s.rad([[0, '#fffdf6'], [1, '#f3e2c2']]));
      s.at(0, 0, () => SHOWN[shows](s), { scale: 0.96 });
    });
  });
  s.at(815, 900, () => heap(s, 260, 96, powder, dark));
}
