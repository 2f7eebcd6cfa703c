// Owns what lies behind and under the goods: walls, tables, boards, plates, cloths, paper.

export const MOODS = {
  cream: ['#fbf1de', '#f0dcb8', '#e3c294', '#cfa66f'],
  apricot: ['#fde9d3', '#f6cfa6', '#dca876', '#c48a57'],
  blush: ['#fce8e4', '#f3c9c2', '#e2ab9f', '#cd8f83'],
  sage: ['#eef1e2', '#d3dcbf', '#b9a27c', '#a0855d'],
  sky: ['#e8f0f3', '#c7dbe3', '#c9ae88', '#b2946b'],
  butter: ['#fff5d2', '#f9e09a', '#dcb466', '#c49a4c'],
  cocoa: ['#f0e0d2', '#d9bca4', '#8f6248', '#704832'],
  lilac: ['#f1ebf3', '#d9cbe0', '#c4a58f', '#ab8a74'],
  mint: ['#e6f3ec', '#bfdfcf', '#c8b08a', '#b0966d'],
};

// A wall with a warm lamp on it and a table seen from the front.
export function studio(s, mood, horizon = 640) {
  const [a, b, c, d] = MOODS[mood];
  const { width: w, height: h } = s;
  s.rect(0, 0, w, h, 0, s.rad([[0, a], [0.55, a], [1, b]], [0.36, 0.3, 0.85]));
  s.rect(0, horizon, w, h - horizon, 0, s.lin([[0, d], [0.12, c], [1, d]]));
  s.rect(0, horizon - 6, w, 12, 0, d, `opacity="0.45" filter="${s.blur(5)}"`);
  s.ellipse(w * 0.42, horizon + 70, w * 0.5, 90, '#fff6e0', `opacity="0.28" filter="${s.blur(40)}"`);
}

// A table seen from above.
export function tabletop(s, mood) {
  const [a, b] = MOODS[mood];
  s.rect(0, 0, s.width, s.height, 0, s.rad([[0, '#fffaf0'], [0.35, a], [1, b]], [0.34, 0.28, 0.95]));
}

export function plate(s, cx, cy, r, rim = '#fffdf8', shadow = '#d9cbb6') {
  s.cast({ d: 22, blur: 22, opacity: 0.3 }, () => s.ellipse(cx, cy, r, r, rim));
  s.ellipse(cx, cy, r, r, s.lin([[0, '#ffffff'], [1, shadow]], [0, 0, 1, 1]), 'opacity="0.75"');
  s.ellipse(cx, cy, r * 0.96, r * 0.96, rim);
  s.ellipse(cx, cy, r * 0.74, r * 0.74, s.lin([[0, shadow], [0.5, rim], [1, '#ffffff']], [0, 0, 1, 1]));
  s.ellipse(cx, cy, r * 0.71, r * 0.71, s.rad([[0, rim], [0.8, rim], [1, shadow]], [0.5, 0.5, 0.62]));
}

export function board(s, x, y, w, h, turn = 0, colours = ['#d9a569', '#b97d42']) {
  s.at(x, y, () => {
    s.cast({ d: 20, blur: 18, opacity: 0.34 }, () => s.rect(-w / 2, -h / 2, w, h, 46, colours[1]));
    s.rect(-w / 2, -h / 2 - 5, w, h, 46, s.lin([[0, colours[0]], [1, colours[1]]], [0, 0, 1, 1]));
    s.clipped(`<rect x="${-w / 2}" y="${-h / 2 - 5}" width="${w}" height="${h}" rx="46"/>`, () => {
      for (let i = 1; i < 9; i += 1) {
        const gy = -h / 2 + (h * i) / 9 + s.rnd(-12, 12);
        s.line(`M${-w / 2} ${gy}C${-w / 4} ${gy + s.rnd(-22, 22)} ${w / 4} ${gy + s.rnd(-22, 22)} ${w / 2} ${gy + s.rnd(-9, 9)}`, '#8a5526', s.rnd(1.5, 4), 'opacity="0.22"');
      }
    });
  }, { turn });
}

// Striped linen, lying a little askew.
export function cloth(s, x, y, w, h, turn, base = '#fffaf0', stripe = '#d98f6a') {
  s.at(x, y, () => {
    s.cast({ d: 10, blur: 12, opacity: 0.22 }, () => s.rect(-w / 2, -h / 2, w, h, 10, base));
    for (const gx of [-0.4, -0.36, 0.36, 0.4]) s.rect(gx * w - 6, -h / 2, 11, h, 0, stripe, 'opacity="0.75"');
    for (const gx of [-0.15, 0.18]) s.rect(gx * w, -h / 2, 46, h, 0, s.lin([[0, '#8a6a48', 0], [0.5, '#8a6a48', 0.16], [1, '#8a6a48', 0]], [0, 0, 1, 0]));
  }, { turn });
}

// Baking paper with a crumpled edge.
export function paper(s, x, y, w, h, turn = 0, tone = '#f7ead2') {
  s.at(x, y, () => {
    const edge = [];
    for (let i = 0; i <= 10; i += 1) edge.push(`${-w / 2 + (w * i) / 10} ${-h / 2 + s.rnd(-7, 7)}`);
    for (let i = 10; i >= 0; i -= 1) edge.push(`${-w / 2 + (w * i) / 10} ${h / 2 + s.rnd(-7, 7)}`);
    const d = `M${edge.join('L')}Z`;
    s.cast({ d: 9, blur: 9, opacity: 0.25 }, () => s.path(d, tone));
    s.path(d, s.lin([[0, '#ffffff', 0.7], [0.45, '#ffffff', 0], [0.55, '#a97f4c', 0.14], [1, '#ffffff', 0.2]], [0, 0, 1, 1]));
  }, { turn });
}

export function crumbs(s, count, cx, cy, rx, ry, colour = '#b9793a') {
  s.scatter(count, cx, cy, rx, ry, (x, y) => {
    const r = s.rnd(2.5, 7);
    s.ellipse(x + 2, y + 3, r, r * 0.8, '#4a2a12', 'opacity="0.25"');
    s.ellipse(x, y, r, r * 0.8, colour);
  });
}

// A few ears of wheat: stalk, grains in pairs, beards.
export function wheatEar(s, x, y, { scale = 1, turn = 0, colour = '#d2a04a', dark = '#9c6d24', beard = true, stalk = 260 } = {}) {
  s.at(x, y, () => {
    s.line(`M0 0C-6 ${stalk * 0.4} 8 ${stalk * 0.7} 0 ${stalk}`, dark, 6);
    for (let i = 6; i >= 0; i -= 1) {
      const gy = -i * 30;
      for (const side of [-1, 1]) {
        if (beard) s.line(`M${side * 14} ${gy - 26}L${side * 62} ${gy - 118}`, colour, 2.2, 'opacity="0.75"');
        s.path(`M0 ${gy}C${side * 36} ${gy - 2} ${side * 38} ${gy - 34} ${side * 15} ${gy - 50}C${side * 2} ${gy - 38} ${side * 1} ${gy - 18} 0 ${gy}Z`, s.lin([[0, colour], [1, dark]], side > 0 ? [0, 0, 1, 1] : [1, 0, 0, 1]));
      }
    }
    s.path('M0 -196C16 -214 14 -240 0 -262C-14 -240 -16 -214 0 -196Z', colour);
  }, { scale, turn });
}
