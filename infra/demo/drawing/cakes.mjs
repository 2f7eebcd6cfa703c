// Owns the cakes: layered rounds on a stand, a burnt cheesecake, a rolled sponge, a castella block.

import { blob } from './sketch.mjs';
import { board, crumbs, studio } from './backdrop.mjs';

// Opens a group that brings a cake on its stand closer; the caller closes it.
const NEARER = '<g transform="translate(-90 -108) scale(1.18)">';

function stand(s, cx, y, rx) {
  s.ground(cx + 10, y + 150, rx * 0.5, 24, 0.42, 16);
  s.path(`M${cx - 44} ${y}L${cx - 26} ${y + 110}Q${cx - 120} ${y + 120} ${cx - 130} ${y + 146}L${cx + 130} ${y + 146}Q${cx + 120} ${y + 120} ${cx + 26} ${y + 110}L${cx + 44} ${y}Z`, s.lin([[0, '#d8d0c4'], [0.35, '#ffffff'], [1, '#c2b8a8']], [0, 0, 1, 0]));
  s.path(`M${cx - rx} ${y - 14}C${cx - rx} ${y + 60} ${cx + rx} ${y + 60} ${cx + rx} ${y - 14}Z`, s.lin([[0, '#d8d0c4'], [0.3, '#ffffff'], [1, '#b8ad9c']], [0, 0, 1, 0]));
  s.ellipse(cx, y - 14, rx, rx * 0.19, s.lin([[0, '#f3eee6'], [1, '#ffffff']]));
}

// A round cake from its side: bands of sponge and cream, top face at the origin.
function drum(s, rx, ry, h, bands, top) {
  const body = `M${-rx} 0L${-rx} ${h}A${rx} ${ry} 0 0 0 ${rx} ${h}L${rx} 0Z`;
  s.ellipse(14, h + 10, rx * 1.04, ry * 1.05, '#4a2a12', `opacity="0.35" filter="${s.blur(14)}"`);
  s.clipped(`<path d="${body}"/>`, () => {
    s.rect(-rx, -ry, rx * 2, h + ry * 2, 0, bands.at(-1)[1]);
    let edge = 0;
    const edges = bands.map(([share, colour, grain]) => { const from = edge; edge += share; return [from, edge, colour, grain]; });
    for (const [from, to, colour, grain] of edges) {
      const y = h * from;
      const d = `M${-rx} ${y}A${rx} ${ry} 0 0 0 ${rx} ${y}L${rx} ${h * to}A${rx} ${ry} 0 0 1 ${-rx} ${h * to}Z`;
      s.path(d, colour);
      if (grain) s.path(d, colour, `filter="${s.puff({ r: 4, d: 3, shade: 0.25, glow: 0.2, grain: 0.2, freq: 0.09, grainColour: grain })}"`);
    }
  });
  s.path(body, s.lin([[0, '#5b2a0b', 0.3], [0.24, '#ffffff', 0.28], [0.5, '#ffffff', 0], [1, '#4a1f08', 0.5]], [0, 0, 1, 0]));
  s.ellipse(0, 0, rx, ry, top);
}

function strawberry(s, k, turn = 0) {
  s.at(0, 0, () => {
    const d = 'M0 52C-30 44 -50 4 -46 -22C-42 -46 -18 -50 0 -44C18 -50 42 -46 46 -22C50 4 30 44 0 52Z';
    s.cast({ d: 8, blur: 7, opacity: 0.35 }, () => s.path(d, '#c32030'));
    s.path(d, s.rad([[0, '#ff7a72'], [0.5, '#e63946'], [1, '#a81828']]), `filter="${s.puff({ r: 8, d: 7, dark: '#5e0a14', grain: 0, glow: 0.4 })}"`);
    for (const [x, y] of [[-22, -14], [0, -20], [22, -14], [-12, 6], [12, 6], [0, 26], [-28, 6], [28, 4]]) s.ellipse(x, y, 2.6, 4, '#ffe08a');
    s.path('M0 -38C-30 -40 -38 -62 -30 -66C-16 -60 -6 -58 0 -66C6 -58 16 -60 30 -66C38 -62 30 -40 0 -38Z', '#5f9a45');
  }, { scale: k, turn });
}

function dollop(s, k, colour = '#ffffff', dark = '#c9a98a') {
  s.at(0, 0, () => {
    s.add(`<g filter="${s.puff({ r: 6, d: 5, dark, shade: 0.55, light: '#ffffff', glow: 0.8, grain: 0 })}">`);
    s.ellipse(0, 0, 42, 25, colour);
    s.ellipse(0, -18, 31, 20, colour);
    s.path('M-20 -26C-16 -44 4 -50 2 -64C22 -52 24 -36 18 -24Z', colour);
    s.add('</g>');
    s.line('M-36 4Q0 22 36 2M-26 -16Q0 0 27 -18', dark, 3, 'opacity="0.5"');
  }, { scale: k });
}

function aroundTop(count, rx, ry, draw) {
  const spots = Array.from({ length: count }, (_, i) => { const a = (i / count) * Math.PI * 2; return [Math.cos(a) * rx, Math.sin(a) * ry]; });
  for (const [i, [x, y]] of spots.sort((a, b) => a[1] - b[1]).entries()) draw(x, y, i);
}

export function strawberryCake(s) {
  const cream = '#fffaf3';
  const sponge = ['#f3cf86', '#d2a050'];
  drum(s, 300, 74, 260, [[0.12, cream], [0.3, sponge[0], sponge[1]], [0.18, cream], [0.28, sponge[0], sponge[1]], [0.12, cream]], s.rad([[0, '#ffffff'], [1, '#f6e8da']], [0.4, 0.4, 0.7]));
  for (let i = -4; i <= 4; i += 1) { const x = i * 68; const y = 138 + 74 * Math.sqrt(1 - Math.min(0.98, (x / 300) ** 2)); s.at(x, y, () => { s.path('M0 24C-20 14 -22 -16 0 -24C22 -16 20 14 0 24Z', '#e2414c'); s.path('M0 16C-9 8 -9 -8 0 -14C9 -8 9 8 0 16Z', '#ffd3cf'); }); }
  aroundTop(12, 238, 52, (x, y) => s.at(x, y - 8, () => dollop(s, 0.94)));
  aroundTop(6, 128, 26, (x, y, i) => s.at(x, y - 44, () => strawberry(s, 1.02, (i % 2 ? 1 : -1) * 10)));
  s.at(0, -72, () => strawberry(s, 1.16, 4));
}

export function strawberryCakePicture(s) {
  studio(s, 'blush', 700);
  s.add(NEARER);
  stand(s, 500, 725, 380);
  s.at(500, 430, () => strawberryCake(s));
  s.add('</g>');
}

export function chocolateCakePicture(s) {
  studio(s, 'cocoa', 690);
  s.add(NEARER);
  stand(s, 500, 725, 380);
  s.at(500, 425, () => {
    const cake = ['#6b3d24', '#3c1e10'];
    drum(s, 300, 74, 265, [[0.3, cake[0], cake[1]], [0.1, '#c99a70'], [0.25, cake[0], cake[1]], [0.1, '#c99a70'], [0.25, cake[0], cake[1]]], '#3b1c10');
    let d = 'M-300 0A300 74 0 0 1 300 0';
    for (let i = 0; i < 9; i += 1) { const x = 300 - i * 66.6; const base = 74 * Math.sqrt(Math.max(0, 1 - ((x - 33) / 300) ** 2)); const drip = s.rnd(50, 125); d += `C${x} ${base + drip} ${x - 8} ${base + drip + 26} ${x - 28} ${base + drip + 22}S${x - 46} ${base + 30} ${x - 66.6} ${74 * Math.sqrt(Math.max(0, 1 - ((x - 66.6) / 300) ** 2)) + 8}`; }
    s.path(`${d}Z`, '#2f140b', `filter="${s.puff({ r: 12, d: 9, dark: '#120503', shade: 0.6, light: '#c08a68', glow: 0.75, grain: 0 })}"`);
    s.ellipse(-60, -16, 190, 30, '#b98263', `opacity="0.42" filter="${s.blur(14)}"`);
    aroundTop(9, 226, 48, (x, y, i) => s.at(x, y - 14, () => { if (i % 3) dollop(s, 1, '#8a5638', '#3c1e10'); else { s.ellipse(0, -14, 30, 30, s.rad([[0, '#ff6b6b'], [0.4, '#a3142b'], [1, '#53060f']])); s.line('M2 -40Q10 -84 40 -96', '#5a6b2f', 5); s.ellipse(-9, -24, 8, 5, '#fff', 'opacity="0.7"'); } }));
    s.scatter(40, 0, -6, 130, 28, (x, y) => s.rect(x, y, s.rnd(18, 44), 7, 3, s.pick(['#8a5638', '#5a2f1b', '#a97049']), `transform="rotate(${s.rnd(-50, 50)} ${x} ${y})"`));
  });
  s.add('</g>');
}

export function sweetPotatoCakePicture(s) {
  studio(s, 'butter', 700);
  s.add(NEARER);
  stand(s, 500, 725, 380);
  s.at(500, 435, () => {
    drum(s, 296, 74, 252, [[0.14, '#fff3d0'], [0.26, '#f0cf84', '#c99a45'], [0.2, '#f5c14a'], [0.26, '#f0cf84', '#c99a45'], [0.14, '#f5c14a']], '#f7cf66');
    s.add(`<g filter="${s.puff({ r: 4, d: 4, dark: '#8f5d10', shade: 0.5, grain: 0 })}">`);
    s.scatter(330, 0, -6, 285, 66, (x, y) => s.path(blob(s, s.rnd(8, 17), s.rnd(7, 13), 0.25, 7), s.pick(['#ffd966', '#f7c548', '#ffe596', '#eeb535']), `transform="translate(${x} ${y})"`));
    s.add('</g>');
    aroundTop(8, 206, 44, (x, y) => s.at(x, y - 14, () => dollop(s, 0.95, '#fffaf0', '#cfae74')));
    for (const [x, y, t] of [[-66, -36, -14], [62, -42, 10], [2, -14, 4]]) s.at(x, y, () => { s.path('M-56 6C-52 -30 -20 -42 8 -38C42 -34 62 -14 54 10C36 32 -36 32 -56 6Z', s.lin([[0, '#8f3b5c'], [1, '#5c1f3b']]), `filter="${s.puff({ r: 8, d: 6, grain: 0.1 })}"`); s.ellipse(22, 2, 34, 25, s.rad([[0, '#ffe79a'], [1, '#f3bd3c']])); }, { turn: t });
  });
  s.add('</g>');
}

export function cheesecakePicture(s) {
  studio(s, 'sky', 620);
  s.add('<g transform="translate(-80 -120) scale(1.16)">');
  board(s, 500, 800, 800, 170, 0, ['#b98552', '#8e5c31']);
  s.at(500, 470, () => {
    let d = 'M-350 -60';
    for (let i = 1; i <= 10; i += 1) d += `L${-350 + i * 70} ${(i % 2 ? -136 : -70) + s.rnd(-20, 20)}`;
    d += 'L322 318Q0 408 -322 318Z';
    s.cast({ d: 18, blur: 18, opacity: 0.42 }, () => s.path(d, '#d9b98c'));
    s.path(d, s.lin([[0, '#c79f6c'], [0.25, '#f1dfbf'], [0.5, '#dcbf92'], [0.75, '#f5e7cc'], [1, '#b88c58']], [0, 0, 1, 0]));
    for (let i = 0; i < 14; i += 1) { const x = -330 + i * 50; s.line(`M${x} ${s.rnd(-70, -20)}L${x * 0.94 + s.rnd(-10, 10)} 330`, '#8f6a3c', s.rnd(2, 5), 'opacity="0.24"'); }
    drum(s, 282, 76, 238, [[0.18, '#a85f22'], [0.82, '#f3cd7e', '#e3b458']], s.rad([[0, '#8a4818'], [0.65, '#5f2b0c'], [1, '#3f1a06']]));
    s.rect(-282, 30, 564, 70, 0, s.lin([[0, '#8a4716', 0.55], [1, '#8a4716', 0]]), `filter="${s.blur(10)}"`);
    s.ellipse(-50, -18, 170, 30, '#e0a35c', `opacity="0.5" filter="${s.blur(16)}"`);
    s.path('M282 0L60 20L150 -66A282 76 0 0 1 282 0Z', '#3f1a06', 'opacity="0.18"');
  });
  s.add('</g>');
}

export function rollCakePicture(s) {
  studio(s, 'mint', 600);
  s.ellipse(500, 800, 440, 76, '#ffffff', `filter="${s.puff({ r: 10, d: 8, dark: '#a9a08e', shade: 0.4, grain: 0 })}"`);
  s.ground(520, 790, 370, 36, 0.4, 18);
  s.path('M330 330L770 290C930 300 930 690 770 712L330 790Z', s.lin([[0, '#f0b861'], [0.3, '#d9923a'], [1, '#8f4f17']]), `filter="${s.puff({ r: 26, d: 18, grain: 0.1 })}"`);
  s.line('M400 350L760 316', '#fff0c8', 26, `opacity="0.5" filter="${s.blur(14)}"`);
  s.at(335, 560, () => {
    s.cast({ d: 12, blur: 14, opacity: 0.4 }, () => s.ellipse(0, 0, 222, 232, '#b46d25'));
    s.ellipse(0, 0, 214, 224, '#f7d98f', `filter="${s.puff({ r: 12, d: 8, shade: 0.35, grain: 0.16, freq: 0.09, grainColour: '#d2a14c' })}"`);
    s.ellipse(8, 10, 168, 178, '#fffaf1', `filter="${s.puff({ r: 12, d: 8, dark: '#c9a67c', shade: 0.5, grain: 0 })}"`);
    let d = 'M0 -200';
    for (let a = 0; a <= 470; a += 10) { const q = 196 - a * 0.3; d += `L${(Math.sin((a * Math.PI) / 180) * q * 0.96).toFixed(1)} ${(-Math.cos((a * Math.PI) / 180) * q).toFixed(1)}`; }
    s.line(d, '#e2a94e', 50);
    s.line(d, '#f7d98f', 42);
    for (const [x, y, t] of [[-30, 20, 20], [52, 40, -40]]) s.at(x, y, () => { s.path('M0 40C-32 24 -36 -26 0 -40C36 -26 32 24 0 40Z', '#e2414c'); s.path('M0 26C-15 14 -15 -12 0 -24C15 -12 15 14 0 26Z', '#ffd3cf'); }, { turn: t });
  });
  s.scatter(90, 600, 320, 170, 22, (x, y) => s.rect(x, y, 5, 4, 1, '#fff', 'opacity="0.85"'));
}

export function castellaPicture(s) {
  studio(s, 'lilac', 590);
  board(s, 500, 790, 850, 190, 0);
  const brick = (x, y, w, h, depth) => s.at(x, y, () => {
    s.ground(14, 6, w * 0.58, 24, 0.45, 14);
    s.rect(-w / 2, -h, w, h, 8, s.lin([[0, '#ffe08a'], [1, '#f2bd4d']]), `filter="${s.puff({ r: 12, d: 8, dark: '#a9650f', shade: 0.35, grain: 0.16, freq: 0.08, grainColour: '#d9982c' })}"`);
    s.path(`M${w / 2} ${-h + 6}L${w / 2 + depth} ${-h - depth * 0.62}L${w / 2 + depth} ${-depth * 0.62}L${w / 2} ${-4}Z`, s.lin([[0, '#e3ab41'], [1, '#c98a24']], [0, 0, 1, 0]));
    s.path(`M${-w / 2} ${-h + 6}L${-w / 2 + depth} ${-h - depth * 0.62}L${w / 2 + depth} ${-h - depth * 0.62}L${w / 2} ${-h + 6}Z`, s.lin([[0, '#a65a20'], [0.5, '#8a4315'], [1, '#6a2f0c']], [0, 0, 1, 1]), `filter="${s.puff({ r: 10, d: 7, grain: 0.12 })}"`);
    s.rect(-w / 2, -h, w, 20, 8, '#8a4315');
    s.rect(-w / 2, -h + 18, w, 16, 0, s.lin([[0, '#a85f1c', 0.7], [1, '#a85f1c', 0]]));
    s.rect(-w / 2, -16, w, 16, 6, '#b06a22', 'opacity="0.75"');
  });
  brick(400, 745, 500, 240, 150);
  brick(690, 832, 150, 238, 120);
  brick(835, 846, 70, 232, 96);
  crumbs(s, 20, 400, 835, 260, 20, '#e3ab41');
}
