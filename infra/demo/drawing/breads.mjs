// Owns the breads: pan loaves and their slices, hearth loaves, long loaves, flat loaves, rolls.

import { blob } from './sketch.mjs';
import { board, cloth, crumbs, paper, studio, tabletop, wheatEar } from './backdrop.mjs';

export const CRUSTS = {
  milk: { top: '#b5671f', mid: '#e2a24c', low: '#f3cd8b', crumb: '#fff1d3', hole: '#e6c78f' },
  wheat: { top: '#7d451a', mid: '#b0763a', low: '#cf9c60', crumb: '#e6c797', hole: '#b88c55' },
  chestnut: { top: '#8f4a17', mid: '#cf8a3a', low: '#e8bb72', crumb: '#fbe7bd', hole: '#dcb97a' },
  rye: { top: '#4b2a16', mid: '#7d4f2c', low: '#9c6b40', crumb: '#b98f62', hole: '#8a623a' },
  hearth: { top: '#6f3713', mid: '#b8702d', low: '#dca35a', crumb: '#f3ddb2', hole: '#cfa871' },
};

// One slice standing on its base at the origin.
export function slice(s, w, h, crust, { seeds = 0, chunks = null } = {}) {
  const d = `M${-w * 0.4} 0Q${-w * 0.46} 0 ${-w * 0.46} ${-h * 0.07}L${-w * 0.43} ${-h * 0.56}C${-w * 0.6} ${-h * 0.68} ${-w * 0.56} ${-h * 0.98} ${-w * 0.24} ${-h * 0.97}Q0 ${-h * 1.05} ${w * 0.24} ${-h * 0.97}C${w * 0.56} ${-h * 0.98} ${w * 0.6} ${-h * 0.68} ${w * 0.43} ${-h * 0.56}L${w * 0.46} ${-h * 0.07}Q${w * 0.46} 0 ${w * 0.4} 0Z`;
  s.cast({ d: 14, blur: 12, opacity: 0.4 }, () => {
    s.path(d, crust.mid, `transform="translate(${w * 0.07} ${-h * 0.012})"`);
    s.path(d, s.lin([[0, crust.top], [0.3, crust.mid], [1, crust.low]]));
  });
  const inner = `transform="translate(0 ${-h * 0.035}) scale(0.915)"`;
  s.path(d, crust.crumb, `${inner} filter="${s.puff({ r: 16, d: 8, dark: '#b07a3a', shade: 0.4, light: '#ffffff', glow: 0.6, grain: 0.1, freq: 0.06, grainColour: crust.hole })}"`);
  s.clipped(`<path d="${d}" ${inner}/>`, () => {
    for (let i = 0; i < 70; i += 1) s.ellipse(s.rnd(-w / 2, w / 2), s.rnd(-h, 0), s.rnd(2, 7), s.rnd(1.5, 5), crust.hole, `opacity="${s.rnd(0.35, 0.8)}"`);
    for (let i = 0; i < seeds; i += 1) s.ellipse(s.rnd(-w / 2, w / 2), s.rnd(-h, 0), 7, 4, '#6b431d', `transform="rotate(${s.rnd(-30, 30)})"`);
    if (chunks) for (const [x, y] of [[-0.2, -0.3], [0.14, -0.5], [0.22, -0.2], [-0.1, -0.68], [-0.26, -0.5], [0.02, -0.16], [0.2, -0.76]]) s.at(x * w, y * h, () => s.path(blob(s, 24, 19, 0.16), s.rad([[0, '#ffe08a'], [1, chunks]])));
  });
}

// The long side of a pan loaf with its domes; base centre at the origin.
export function panLoaf(s, w, h, crust, { domes = 3, square = false } = {}) {
  const step = w / domes;
  let d = `M${-w / 2 + 26} 0Q${-w / 2 + 4} 0 ${-w / 2 + 4} -24L${-w / 2} ${-h * 0.6}`;
  if (square) d += `C${-w / 2 - 4} ${-h * 0.95} ${-w / 2 + 30} ${-h} ${-w / 2 + 70} ${-h}L${w / 2 - 70} ${-h}C${w / 2 - 30} ${-h} ${w / 2 + 4} ${-h * 0.95} ${w / 2} ${-h * 0.6}`;
  else for (let i = 0; i < domes; i += 1) {
    const x = -w / 2 + i * step;
    const left = i === 0 ? -34 : 6;
    const right = i === domes - 1 ? 34 : -6;
    d += `C${x + left} ${-h * 1.06} ${x + step + right} ${-h * 1.06} ${x + step} ${-h * 0.6 - (i < domes - 1 ? h * 0.12 : 0)}`;
  }
  d += `L${w / 2 - 4} -24Q${w / 2 - 4} 0 ${w / 2 - 26} 0Z`;
  s.ground(8, 4, w * 0.53, 26, 0.5, 14);
  s.path(d, s.lin([[0, crust.top], [0.28, crust.mid], [0.52, crust.low], [0.85, crust.mid], [1, crust.top]]), `filter="${s.puff({ r: 30, d: 20, shade: 0.5, glow: 0.35, grain: 0.08, freq: 0.06 })}"`);
  s.clipped(`<path d="${d}"/>`, () => {
    for (let i = 0; i < domes && !square; i += 1) {
      const x = -w / 2 + (i + 0.5) * step;
      s.ellipse(x - step * 0.08, -h * 0.8, step * 0.3, h * 0.13, '#fff0c8', `opacity="0.5" filter="${s.blur(16)}"`);
      if (i > 0) s.line(`M${x - step / 2} ${-h * 0.9}Q${x - step / 2 + 5} ${-h * 0.4} ${x - step / 2} ${-h * 0.12}`, '#7a3d10', 16, `opacity="0.42" filter="${s.blur(7)}"`);
    }
    if (square) s.ellipse(-w * 0.1, -h * 0.86, w * 0.34, h * 0.06, '#fff0c8', `opacity="0.4" filter="${s.blur(12)}"`);
  });
}

export function loafPicture(s, { mood, crust: name, domes = 3, square = false, seeds = 0, chunks = null, topping = null }) {
  const crust = CRUSTS[name];
  studio(s, mood, 530);
  s.add('<g transform="translate(-27 -82) scale(1.05)">');
  board(s, 500, 800, 840, 150);
  s.at(440, 790, () => {
    panLoaf(s, 640, 350, crust, { domes, square });
    if (topping) s.scatter(60, 0, -300, 270, 36, (x, y) => s.path(blob(s, 16, 8, 0.2), s.pick(topping), `transform="translate(${x} ${y}) rotate(${s.rnd(-40, 40)})"`));
  });
  s.at(790, 838, () => slice(s, 250, 285, crust, { seeds, chunks }), { turn: 5 });
  s.at(655, 852, () => slice(s, 270, 300, crust, { seeds, chunks }), { turn: -4 });
  crumbs(s, 22, 420, 850, 300, 22, crust.mid);
  s.add('</g>');
}

// A score opened by the oven: pale inside, dark lip on the upper side.
function score(s, x, y, length, turn, open = 22) {
  s.at(x, y, () => {
    s.path(`M${-length / 2} 0Q0 ${-open} ${length / 2} 0Q0 ${open} ${-length / 2} 0Z`, s.lin([[0, '#c98338'], [0.5, '#f2cf92'], [1, '#e9b56c']]));
    s.line(`M${-length / 2} 0Q0 ${-open - 3} ${length / 2} 0`, '#5d2c0d', 7, 'opacity="0.6"');
  }, { turn });
}

export function boule(s, rx, ry, { leaf = true } = {}) {
  s.cast({ d: 30, blur: 24, opacity: 0.5 }, () => s.ellipse(0, 0, rx, ry, '#8f4e1c'));
  s.ellipse(0, 0, rx, ry, s.rad([[0, '#e7b26a'], [0.45, '#c47f38'], [0.85, '#8d4a1a'], [1, '#6a3210']]), `filter="${s.puff({ r: 46, d: 34, shade: 0.6, glow: 0.4, grain: 0.26, freq: 0.03 })}"`);
  s.clipped(`<ellipse rx="${rx}" ry="${ry}"/>`, () => {
    for (const k of [0.9, 0.74, 0.58, 0.42]) s.add(`<ellipse rx="${rx * k}" ry="${ry * k}" fill="none" stroke="#fff6e6" stroke-width="${rx * 0.045}" opacity="0.42" filter="${s.blur(6)}"/>`);
    s.scatter(260, 0, 0, rx * 0.95, ry * 0.95, (x, y) => s.ellipse(x, y, s.rnd(1, 4), s.rnd(1, 3), '#fff8ea', `opacity="${s.rnd(0.3, 0.8)}"`));
  });
  if (leaf) {
    score(s, 0, 0, ry * 1.5, -90, 34);
    for (const side of [-1, 1]) for (const k of [-0.45, -0.08, 0.3]) score(s, side * rx * 0.4, ry * k - 10, rx * 0.62, side * -42, 20);
  } else for (const k of [-0.55, -0.18, 0.18, 0.55]) score(s, rx * k, 0, ry * 1.35, -72, 24);
}

export function boulePicture(s) {
  tabletop(s, 'apricot');
  board(s, 500, 510, 800, 800, -8);
  s.scatter(220, 500, 520, 400, 400, (x, y) => s.ellipse(x, y, s.rnd(1.5, 5), s.rnd(1.5, 5), '#fffaf0', `opacity="${s.rnd(0.3, 0.8)}"`));
  s.at(490, 500, () => boule(s, 310, 300));
  wheatEar(s, 880, 330, { scale: 0.8, turn: 28 });
}

export function ryePicture(s) {
  tabletop(s, 'sage');
  board(s, 500, 520, 840, 640, 6, ['#a9764a', '#835230']);
  s.at(400, 450, () => boule(s, 300, 185, { leaf: false }), { turn: -16 });
  const cut = CRUSTS.rye;
  for (const [x, y, t] of [[610, 600, -14], [700, 680, -8]]) s.at(x, y, () => {
    const d = blob(s, 200, 120, 0.02, 16);
    s.cast({ d: 16, blur: 14, opacity: 0.45 }, () => s.path(d, cut.top));
    s.path(d, cut.crumb, `transform="scale(0.92)" filter="${s.puff({ r: 14, d: 8, dark: '#5a3a1c', shade: 0.5, glow: 0.4, grain: 0.2, freq: 0.08, grainColour: cut.hole })}"`);
    s.scatter(90, 0, 0, 165, 95, (hx, hy) => s.ellipse(hx, hy, s.rnd(2, 7), s.rnd(2, 5), cut.hole));
    s.scatter(26, 0, 0, 165, 95, (hx, hy) => s.ellipse(hx, hy, 6, 3.4, '#3f2a18'));
  }, { turn: t });
  crumbs(s, 30, 480, 790, 300, 50, '#7d5330');
}

export function baguette(s, length, width, scores = 5) {
  const d = `M${-length / 2} 0C${-length / 2 + 10} ${-width * 0.42} ${-length * 0.32} ${-width / 2} 0 ${-width / 2}C${length * 0.32} ${-width / 2} ${length / 2 - 10} ${-width * 0.42} ${length / 2} 0C${length / 2 - 10} ${width * 0.42} ${length * 0.32} ${width / 2} 0 ${width / 2}C${-length * 0.32} ${width / 2} ${-length / 2 + 10} ${width * 0.42} ${-length / 2} 0Z`;
  s.cast({ d: 22, blur: 16, opacity: 0.45 }, () => s.path(d, '#9a5720'));
  s.path(d, s.lin([[0, '#d38f41'], [0.4, '#cf8637'], [1, '#8a4817']]), `filter="${s.puff({ r: 22, d: 17, shade: 0.6, glow: 0.45, grain: 0.24, freq: 0.03 })}"`);
  s.clipped(`<path d="${d}"/>`, () => {
    s.scatter(120, 0, 0, length * 0.46, width * 0.4, (x, y) => s.ellipse(x, y, s.rnd(1, 3.4), s.rnd(1, 2.6), '#fff8ea', `opacity="${s.rnd(0.2, 0.6)}"`));
    for (let i = 0; i < scores; i += 1) score(s, (-0.5 + (i + 0.5) / scores) * length * 0.86, 0, length / scores + width * 0.25, 24, width * 0.2);
  });
}

export function baguettePicture(s) {
  tabletop(s, 'sky');
  cloth(s, 500, 520, 760, 820, -24, '#fffaf2', '#6d8fa3');
  s.at(400, 430, () => baguette(s, 840, 150), { turn: -46 });
  s.at(520, 545, () => baguette(s, 860, 156), { turn: -40 });
  s.at(645, 655, () => baguette(s, 800, 148), { turn: -50 });
  crumbs(s, 24, 760, 850, 130, 60);
}

export function ciabatta(s, w, h, olives) {
  const d = `M${-w / 2 + 40} ${-h / 2}Q0 ${-h / 2 - 14} ${w / 2 - 50} ${-h / 2 + 4}Q${w / 2 + 6} ${-h / 2 + 10} ${w / 2} 0Q${w / 2 + 4} ${h / 2} ${w / 2 - 60} ${h / 2}Q0 ${h / 2 + 12} ${-w / 2 + 50} ${h / 2 - 4}Q${-w / 2 - 8} ${h / 2 - 12} ${-w / 2} 0Q${-w / 2 - 2} ${-h / 2 + 4} ${-w / 2 + 40} ${-h / 2}Z`;
  s.cast({ d: 22, blur: 16, opacity: 0.42 }, () => s.path(d, '#b9803e'));
  s.path(d, s.lin([[0, '#ecc583'], [0.5, '#dda658'], [1, '#b97a36']], [0, 0, 1, 1]), `filter="${s.puff({ r: 26, d: 18, shade: 0.5, glow: 0.5, grain: 0.1, freq: 0.045 })}"`);
  s.clipped(`<path d="${d}"/>`, () => {
    for (let i = 0; i < 9; i += 1) s.at(s.rnd(-w * 0.4, w * 0.4), s.rnd(-h * 0.3, h * 0.3), () => s.path(blob(s, s.rnd(36, 90), s.rnd(10, 26), 0.3), '#fff9ee', `opacity="0.62" filter="${s.blur(5)}"`));
    if (olives) s.scatter(11, 0, 0, w * 0.4, h * 0.32, (x, y) => { s.ellipse(x, y, 19, 16, '#3b3326'); s.ellipse(x - 5, y - 5, 7, 5, '#8d8468', 'opacity="0.8"'); s.ellipse(x + 2, y + 2, 7, 6, '#caa46a'); });
  });
}

export function ciabattaPicture(s) {
  tabletop(s, 'sage');
  paper(s, 500, 510, 780, 760, -6);
  s.at(480, 290, () => ciabatta(s, 600, 210, false), { turn: -12 });
  s.at(520, 515, () => ciabatta(s, 610, 215, true), { turn: -5 });
  s.at(490, 745, () => ciabatta(s, 590, 205, false), { turn: -10 });
}

export function focacciaPicture(s) {
  tabletop(s, 'cream');
  board(s, 500, 510, 800, 800, 0, ['#b98552', '#8e5c31']);
  s.at(495, 495, () => {
    const d = blob(s, 335, 335, 0.03, 8);
    const square = 'M-300 -320Q0 -340 305 -315Q335 0 312 305Q0 335 -308 312Q-338 0 -300 -320Z';
    s.cast({ d: 24, blur: 18, opacity: 0.45 }, () => s.path(square, '#a9692b', `data-edge="${d.length}"`));
    s.path(square, s.rad([[0, '#f6d68c'], [0.6, '#e8b257'], [1, '#b97430']]), `filter="${s.puff({ r: 34, d: 20, grain: 0.13, freq: 0.03 })}"`);
    for (let i = -2; i <= 2; i += 1) for (let j = -2; j <= 2; j += 1) {
      const x = i * 116 + s.rnd(-18, 18);
      const y = j * 116 + s.rnd(-18, 18);
      s.ellipse(x, y, 36, 30, s.rad([[0, '#9a5c1d', 0.75], [0.6, '#b97a30', 0.5], [1, '#b97a30', 0]], [0.45, 0.4, 0.6]));
      if ((i + j) % 2 === 0) {
        s.ellipse(x + 3, y + 5, 37, 34, '#7b2415', 'opacity="0.45"');
        s.ellipse(x, y, 36, 33, s.rad([[0, '#ff8d5e'], [0.5, '#e2492e'], [1, '#a92a1a']]));
        s.ellipse(x - 11, y - 12, 10, 6, '#fff', 'opacity="0.6"');
      } else s.at(x, y, () => {
        s.line('M-44 6Q0 -8 46 4', '#4e5b2c', 5);
        for (let k = -4; k <= 4; k += 1) { s.line(`M${k * 10} 0l10 -20`, '#67793a', 6); s.line(`M${k * 10} 0l12 18`, '#7d9148', 6); }
      }, { turn: s.rnd(0, 180) });
    }
    s.scatter(70, 0, 0, 290, 290, (x, y) => s.rect(x, y, s.rnd(5, 10), s.rnd(5, 9), 2, '#ffffff', 'opacity="0.85"'));
  }, { turn: -5 });
}

export function roll(s, r, glaze = true) {
  s.ellipse(0, 0, r, r * 0.98, s.rad([[0, '#e9a94f'], [0.5, '#cf8130'], [0.85, '#a75a1c'], [1, '#8a4513']]), `filter="${s.puff({ r: 24, d: 18, shade: 0.5, glow: 0.3, grain: 0.12 })}"`);
  if (glaze) s.ellipse(-r * 0.32, -r * 0.4, r * 0.34, r * 0.18, '#fff6da', `opacity="0.75" transform="rotate(-32 ${-r * 0.32} ${-r * 0.4})" filter="${s.blur(8)}"`);
}

export function rollsPicture(s) {
  tabletop(s, 'butter');
  paper(s, 500, 510, 760, 760, 5, '#fbf3e2');
  s.cast({ d: 22, blur: 20, opacity: 0.4 }, () => {
    for (let j = 0; j < 3; j += 1) for (let i = 0; i < 3; i += 1) s.at(300 + i * 200, 310 + j * 198, () => roll(s, 112));
  });
}
