// Owns laminated and filled pastries: croissants, salt rolls, chocolate pastries, cinnamon rolls, tarts, pies.

import { blob } from './sketch.mjs';
import { board, cloth, crumbs, paper, plate, tabletop } from './backdrop.mjs';

const FLAKY = { r: 16, d: 13, shade: 0.6, glow: 0.5, grain: 0.1, freq: 0.05 };

// One rolled segment: a wide band with thin layer lines that follow its curve.
function segment(s, w, h) {
  const d = `M${-w / 2} ${h * 0.3}C${-w * 0.52} ${-h * 0.3} ${-w * 0.3} ${-h / 2} 0 ${-h / 2}C${w * 0.3} ${-h / 2} ${w * 0.52} ${-h * 0.3} ${w / 2} ${h * 0.3}C${w * 0.4} ${h * 0.52} ${-w * 0.4} ${h * 0.52} ${-w / 2} ${h * 0.3}Z`;
  s.path(d, s.lin([[0, '#d08a36'], [0.35, '#e7ad57'], [0.7, '#c47d2d'], [1, '#8f4f17']], [0, 0, 1, 0.35]), `filter="${s.puff(FLAKY)}"`);
  s.clipped(`<path d="${d}"/>`, () => {
    for (let i = 1; i <= 4; i += 1) {
      const x = -w / 2 + (w * i) / 5;
      s.line(`M${x} ${-h * 0.5}C${x + w * 0.05} ${-h * 0.2} ${x + w * 0.03} ${h * 0.2} ${x - w * 0.02} ${h * 0.5}`, '#7d4212', 3, 'opacity="0.34"');
    }
  });
}

export function croissant(s) {
  s.cast({ d: 22, blur: 17, opacity: 0.45 }, () => {
    const order = [0, 6, 1, 5, 2, 4, 3];
    for (const i of order) {
      const a = ((i - 3) / 3) * 62;
      const t = (a * Math.PI) / 180;
      const k = [0.34, 0.62, 0.88, 1][3 - Math.abs(i - 3)];
      s.at(Math.sin(t) * 300, 250 - Math.cos(t) * 250, () => segment(s, 190 - Math.abs(i - 3) * 10, 250 * k), { turn: a });
    }
  });
}

export function croissantPicture(s) {
  tabletop(s, 'blush');
  cloth(s, 500, 510, 820, 780, -7, '#fffaf3', '#d98f86');
  s.at(440, 330, () => croissant(s), { turn: -14, scale: 1.04 });
  s.at(560, 640, () => croissant(s), { turn: 10, scale: 1.1 });
  crumbs(s, 36, 500, 560, 380, 300, '#cf8d3f');
}

export function saltRoll(s) {
  s.cast({ d: 18, blur: 15, opacity: 0.45 }, () => {
    for (const i of [0, 6, 1, 5, 2, 4, 3]) {
      const k = [0.36, 0.66, 0.9, 1][3 - Math.abs(i - 3)];
      s.at((i - 3) * 74, (1 - k) * 16, () => segment(s, 128, 190 * k), { turn: (i - 3) * 4 });
    }
  });
  s.scatter(26, 0, -30, 105, 50, (x, y) => { s.rect(x + 2, y + 3, 10, 9, 2, '#6b3410', 'opacity="0.35"'); s.rect(x, y, s.rnd(7, 12), s.rnd(7, 11), 2, '#ffffff', `transform="rotate(${s.rnd(0, 60)} ${x} ${y})"`); });
}

export function saltRollPicture(s) {
  tabletop(s, 'mint');
  board(s, 500, 510, 840, 800, 5);
  paper(s, 500, 505, 720, 700, -3);
  for (const [x, y, t] of [[390, 280, -16], [610, 500, -10], [400, 720, -18]]) s.at(x, y, () => saltRoll(s), { turn: t });
}

export function chocolatPicture(s) {
  tabletop(s, 'cocoa');
  paper(s, 500, 510, 780, 780, -5, '#f8efe0');
  for (const [x, y, t] of [[390, 310, -12], [610, 510, -6], [400, 715, -14]]) s.at(x, y, () => {
    const d = 'M-210 -70C-215 -98 -180 -104 -150 -104L150 -104C190 -104 214 -96 212 -66L212 60C214 96 186 104 150 104L-150 104C-190 104 -214 94 -212 62Z';
    s.cast({ d: 20, blur: 15, opacity: 0.48 }, () => s.path(d, '#8f4f17'));
    s.path(d, s.lin([[0, '#b86f27'], [0.3, '#e4a751'], [0.62, '#cb8733'], [1, '#93511a']], [0, 0, 0.25, 1]), `filter="${s.puff({ ...FLAKY, r: 26, d: 20 })}"`);
    s.clipped(`<path d="${d}"/>`, () => {
      for (let i = -4; i <= 4; i += 1) s.line(`M-220 ${i * 22}C-80 ${i * 22 - 14} 80 ${i * 22 + 12} 220 ${i * 22 - 4}`, '#7d4212', s.rnd(2, 4.5), 'opacity="0.3"');
    });
    for (const side of [-1, 1]) {
      s.ellipse(side * 200, -2, 26, 82, '#f1cf90', `filter="${s.puff({ r: 8, d: 6 })}"`);
      for (let i = 0; i < 4; i += 1) s.line(`M${side * (188 + i * 6)} ${-64 + i * 6}Q${side * (206 + i * 4)} 0 ${side * (188 + i * 6)} ${60 - i * 6}`, '#a8682a', 2.4, 'opacity="0.6"');
      for (const y of [-34, 26]) { s.ellipse(side * 203, y, 17, 21, '#33190d'); s.ellipse(side * 203 - 4, y - 6, 6, 6, '#8a5a3c', 'opacity="0.7"'); }
    }
    s.ellipse(-60, -66, 110, 16, '#fff4cf', `opacity="0.5" filter="${s.blur(9)}"`);
  }, { turn: t });
  crumbs(s, 30, 520, 560, 360, 320, '#c98a3d');
}

export function cinnamonPicture(s) {
  tabletop(s, 'apricot');
  plate(s, 500, 505, 440);
  for (const [x, y, r, t] of [[365, 370, 185, 0], [665, 400, 172, 120], [480, 680, 190, 220]]) s.at(x, y, () => {
    s.cast({ d: 18, blur: 15, opacity: 0.42 }, () => s.ellipse(0, 0, r, r * 0.97, '#b06c26'));
    s.ellipse(0, 0, r, r * 0.97, s.rad([[0, '#efbf74'], [0.7, '#dd9d4b'], [1, '#a9641f']]), `filter="${s.puff({ r: 26, d: 18, grain: 0.1 })}"`);
    let d = `M${r * 0.98} 0`;
    for (let a = 10; a <= 1130; a += 10) { const q = r * 0.95 * (1 - a / 1240); d += `L${(Math.cos((a * Math.PI) / 180) * q).toFixed(1)} ${(Math.sin((a * Math.PI) / 180) * q).toFixed(1)}`; }
    s.line(d, '#6b3413', r * 0.085);
    s.line(d, '#9a5421', r * 0.035, 'opacity="0.8"');
    s.add(`<g filter="${s.puff({ r: 8, d: 6, dark: '#a97f4c', shade: 0.4, light: '#ffffff', glow: 0.8, grain: 0 })}" opacity="0.94">`);
    for (let i = -3; i <= 3; i += 1) { const half = Math.sqrt(1 - (i / 4.1) ** 2) * r * 0.86; s.line(`M${-half} ${i * r * 0.25}C${-half * 0.4} ${i * r * 0.25 - 26} ${half * 0.4} ${i * r * 0.25 + 26} ${half} ${i * r * 0.25 - 8}`, '#fffaf0', s.rnd(15, 23)); }
    s.add('</g>');
  }, { turn: t });
}

function tart(s, r) {
  const flutes = Array.from({ length: 22 }, (_, i) => { const a = (i / 22) * Math.PI * 2; return [Math.cos(a) * r, Math.sin(a) * r]; });
  s.cast({ d: 16, blur: 13, opacity: 0.42 }, () => {
    s.ellipse(0, 0, r, r, '#c98c3e');
    for (const [x, y] of flutes) s.ellipse(x, y, r * 0.15, r * 0.15, '#d89d4c');
  });
  s.add(`<g filter="${s.puff({ r: 9, d: 7, grain: 0.1 })}">`);
  s.ellipse(0, 0, r, r, '#e2ad5e');
  for (const [x, y] of flutes) s.ellipse(x, y, r * 0.145, r * 0.145, s.rad([[0, '#f3cb86'], [1, '#cf9140']]));
  s.add('</g>');
  s.ellipse(0, 0, r * 0.86, r * 0.86, '#a9681f');
  s.ellipse(2, 3, r * 0.82, r * 0.82, s.rad([[0, '#ffe680'], [0.6, '#fbc93d'], [1, '#e79f1e']]), `filter="${s.puff({ r: 12, d: 8, dark: '#9c5208', shade: 0.4, light: '#fffbe0', glow: 0.6, grain: 0 })}"`);
  s.clipped(`<circle r="${r * 0.8}"/>`, () => {
    s.scatter(8, 0, 0, r * 0.62, r * 0.62, (x, y) => s.at(x, y, () => s.path(blob(s, s.rnd(12, 34), s.rnd(9, 22), 0.3), '#6d2f08', `opacity="0.68" filter="${s.blur(5)}"`)));
    s.ellipse(-r * 0.3, -r * 0.36, r * 0.26, r * 0.1, '#ffffff', `opacity="0.7" transform="rotate(-35 ${-r * 0.3} ${-r * 0.36})" filter="${s.blur(5)}"`);
  });
}

export function tartPicture(s) {
  tabletop(s, 'sky');
  board(s, 500, 510, 840, 820, -3, ['#c48f58', '#9a6836']);
  for (const [x, y] of [[315, 320], [685, 320], [315, 695], [685, 695]]) s.at(x, y, () => tart(s, 145));
}

export function applePiePicture(s) {
  tabletop(s, 'sage');
  cloth(s, 500, 520, 860, 700, 5, '#fffaf1', '#c86b55');
  s.at(500, 500, () => {
    const R = 350;
    s.cast({ d: 26, blur: 20, opacity: 0.45 }, () => s.ellipse(0, 0, R + 24, R + 24, '#e9e4da'));
    s.ellipse(0, 0, R + 24, R + 24, s.lin([[0, '#ffffff'], [1, '#c9c1b3']], [0, 0, 1, 1]));
    s.ellipse(0, 0, R - 10, R - 10, '#b4641c');
    s.scatter(60, 0, 0, R - 50, R - 50, (x, y) => s.at(x, y, () => s.path(blob(s, 42, 28, 0.2), s.rad([[0, '#f8d27a'], [1, '#cf852c']]), `opacity="0.95" transform="rotate(${s.rnd(0, 180)})"`)));
    s.clipped(`<circle r="${R - 20}"/>`, () => {
      for (const turn of [45, -45]) s.at(0, 0, () => {
        for (let i = -3; i <= 3; i += 1) {
          s.rect(-R, i * 100 - 24, R * 2, 58, 8, '#5b2a0b', `opacity="0.4" filter="${s.blur(7)}"`);
          s.rect(-R, i * 100 - 29, R * 2, 56, 10, s.lin([[0, '#f0c079'], [0.5, '#e0a04c'], [1, '#b87029']]));
          for (let k = -6; k <= 6; k += 1) s.ellipse(k * 52 + s.rnd(-16, 16), i * 100 + s.rnd(-14, 10), s.rnd(10, 28), s.rnd(4, 9), '#8f4f17', `opacity="0.3" filter="${s.blur(4)}"`);
        }
      }, { turn });
    });
    s.add(`<g filter="${s.puff({ r: 10, d: 8, grain: 0.12 })}">`);
    for (let i = 0; i < 40; i += 1) { const a = (i / 40) * 360; s.at(Math.cos((a * Math.PI) / 180) * (R - 6), Math.sin((a * Math.PI) / 180) * (R - 6), () => s.ellipse(0, 0, 36, 24, s.rad([[0, '#f0c079'], [1, '#c07a2c']])), { turn: a + 35 }); }
    s.add('</g>');
    s.scatter(120, 0, 0, R - 20, R - 20, (x, y) => s.rect(x, y, 4, 4, 1, '#fff', 'opacity="0.75"'));
  });
}
