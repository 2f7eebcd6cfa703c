// Owns the wide picture over each shop: goods to the right, calm room for a headline to the left. 1600 × 600.

import { board, studio, wheatEar } from './backdrop.mjs';
import { CRUSTS, baguette, boule, panLoaf, roll, slice } from './breads.mjs';
import { croissant } from './pastries.mjs';
import { heap, sack } from './sacks.mjs';

const WHITE_BAG = { bag: '#fbf6ea', shade: '#d8ccb2', label: '#fffaf0', ink: '#b5503f', emblem: 'wheat' };
const KRAFT_BAG = { bag: '#d3a873', shade: '#a97d49', label: '#fffaf0', ink: '#5d6b35', emblem: 'rye' };
const BLUE_BAG = { bag: '#eef3f5', shade: '#b9ccd4', label: '#fffaf0', ink: '#3f7fae', emblem: 'sun' };

function hanbit(s) {
  studio(s, 'apricot', 400);
  board(s, 1090, 500, 920, 90, 0);
  s.at(830, 300, () => baguette(s, 520, 88), { turn: -62 });
  s.at(905, 310, () => baguette(s, 540, 92), { turn: -72 });
  s.at(1150, 490, () => panLoaf(s, 440, 270, CRUSTS.milk));
  s.at(1400, 390, () => boule(s, 150, 136));
  s.at(1300, 512, () => slice(s, 150, 176, CRUSTS.milk), { turn: 4 });
  s.at(960, 455, () => croissant(s), { scale: 0.42, turn: -4 });
  for (const [x, y] of [[1120, 512], [1200, 520]]) s.at(x, y, () => { s.ground(4, 40, 48, 9, 0.4, 8); roll(s, 50); });
  wheatEar(s, 1500, 540, { scale: 0.5, turn: 64, stalk: 220 });
}

function saebyeok(s) {
  s.rect(0, 0, 1600, 600, 0, s.lin([[0, '#bcd3e6'], [0.35, '#f7dfc8'], [0.6, '#fbc58a'], [1, '#f3a765']]));
  s.ellipse(900, 360, 420, 300, '#fff3c4', `opacity="0.75" filter="${s.blur(60)}"`);
  s.ellipse(890, 340, 104, 104, s.rad([[0, '#fffbe6'], [1, '#ffd674']], [0.5, 0.5, 0.5]));
  for (const [x, y, w] of [[300, 120, 190], [620, 190, 150], [1330, 110, 170]]) { s.ellipse(x, y, w, 17, '#ffffff', `opacity="0.6" filter="${s.blur(8)}"`); s.ellipse(x + 60, y - 16, w * 0.5, 14, '#ffffff', `opacity="0.6" filter="${s.blur(8)}"`); }
  s.path('M0 380C220 320 420 360 640 372S1100 330 1300 360 1520 372 1600 350L1600 600L0 600Z', '#a8b184', 'opacity="0.85"');
  s.path('M0 430C260 380 520 420 800 410S1300 390 1600 420L1600 600L0 600Z', s.lin([[0, '#dcb45c'], [1, '#b98a34']]));
  for (let row = 0; row < 3; row += 1) for (let i = 0; i < 46; i += 1) wheatEar(s, i * 36 + s.rnd(-14, 14), 500 + row * 42 + s.rnd(-16, 16), { scale: 0.19 + row * 0.08, turn: s.rnd(-12, 14), beard: row > 0, colour: ['#d9ab4e', '#e5b95a', '#efc96c'][row], dark: ['#a87a2a', '#b5852f', '#bd8b30'][row], stalk: 300 });
  s.path('M860 600C980 540 1420 536 1600 572L1600 600Z', '#8e6428', `opacity="0.5" filter="${s.blur(12)}"`);
  s.at(1130, 575, () => sack(s, 230, 320, { ...WHITE_BAG, band: true }));
  s.at(1370, 580, () => sack(s, 260, 370, { ...KRAFT_BAG, band: true }));
  s.at(1250, 592, () => heap(s, 210, 70, '#fffaf0', '#d6c3a0'));
}

function dure(s) {
  s.rect(0, 0, 1600, 600, 0, s.rad([[0, '#f3f6e6'], [1, '#cfdcb4']], [0.36, 0.4, 0.85]));
  s.rect(0, 500, 1600, 100, 0, s.lin([[0, '#b58a58'], [1, '#d0a874']]));
  const crate = (x, y, w, draw) => s.at(x, y, () => {
    s.ground(10, 4, w * 0.54, 16, 0.45, 12);
    s.rect(-w / 2 + 10, -130, w - 20, 40, 4, '#6b4522');
    draw();
    for (let i = 0; i < 3; i += 1) s.rect(-w / 2, -96 + i * 33, w, 29, 4, s.lin([[0, '#dcb27c'], [1, '#b8844c']]), `filter="${s.puff({ r: 5, d: 4, grain: 0.08 })}"`);
    for (const q of [-1, 1]) s.rect(q * (w / 2 - 22) - 11, -100, 22, 102, 3, '#a97842');
    s.path('M-40 -72L30 -72L52 -46L30 -20L-40 -20Z', '#fffaf0'); s.ellipse(32, -46, 6, 6, '#a97842'); s.rect(-28, -58, 44, 8, 4, '#4f8a4b'); s.rect(-28, -40, 30, 8, 4, '#d9a13a');
  });
  s.at(1460, 510, () => sack(s, 200, 290, { ...BLUE_BAG, band: true }));
  s.at(1330, 515, () => sack(s, 150, 210, { ...WHITE_BAG, band: true }));
  crate(790, 540, 300, () => { for (const [x, t] of [[-96, -80], [-40, -94], [22, -86], [84, -98]]) s.at(x, -190, () => baguette(s, 300, 60, 4), { turn: t }); });
  crate(1130, 550, 330, () => { for (const x of [-100, 0, 100]) s.at(x, -172, () => roll(s, 58)); for (const x of [-118, -42, 38, 116]) s.at(x, -122, () => roll(s, 54)); });
  for (let i = 0; i < 20; i += 1) s.path(`M${i * 80} 0L${i * 80 + 80} 0L${i * 80 + 80} 92A40 40 0 0 1 ${i * 80} 92Z`, i % 2 ? s.lin([[0, '#e9eee0'], [1, '#ffffff']]) : s.lin([[0, '#35703a'], [1, '#5b9a55']]), `filter="${s.puff({ r: 8, d: 6, dark: '#23431f', shade: 0.35, grain: 0 })}"`);
  s.rect(0, 128, 1600, 40, 0, '#23431f', `opacity="0.14" filter="${s.blur(16)}"`);
}

export const BANNERS = { hanbit, saebyeok, dure };
