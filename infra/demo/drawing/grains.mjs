// Owns loose goods: grains in bowls and jars, yeast, gluten.

import { cloth, studio, tabletop } from './backdrop.mjs';
import { EMBLEMS, heap } from './sacks.mjs';

// One kernel with its crease; most kernels in a bowl differ only in tone and turn.
function kernel(s, x, y, k, tone, dark, long, crease) {
  const w = (k * long).toFixed(1);
  const q = (k * long * 0.55).toFixed(1);
  const d = `M-${w} 0C-${q} -${k * 1.25} ${q} -${k * 1.25} ${w} 0C${q} ${k * 1.25} -${q} ${k * 1.25} -${w} 0Z`;
  const mark = crease ? `<path d="M-${q} 1L${q} 1" stroke="${dark}" stroke-width="2.4" stroke-linecap="round" opacity="0.55"/>` : `<path d="M-${q} -${(k * 0.4).toFixed(1)}Q0 -${(k * 0.85).toFixed(1)} ${q} -${(k * 0.4).toFixed(1)}" fill="none" stroke="#ffffff" stroke-width="3" stroke-linecap="round" opacity="0.6"/>`;
  s.add(`<g transform="translate(${x} ${y}) rotate(${Math.round(s.rnd(0, 180))})"><path d="${d}" fill="${tone}" stroke="${dark}" stroke-width="1.6" stroke-opacity="0.75"/>${mark}</g>`);
}

export function grainPicture(s, { mood, tones, dark, long, bowl = ['#c98f54', '#8e5c31'], stripe, size = 19, crease = false }) {
  tabletop(s, mood);
  cloth(s, 560, 560, 820, 760, 12, '#fffaf1', stripe);
  s.scatter(26, 500, 530, 450, 430, (x, y) => kernel(s, x, y, size, s.pick(tones), dark, long, crease));
  s.at(480, 490, () => {
    s.cast({ d: 30, blur: 24, opacity: 0.48 }, () => s.ellipse(0, 0, 352, 352, bowl[1]));
    s.ellipse(0, 0, 352, 352, s.lin([[0, bowl[0]], [1, bowl[1]]], [0, 0, 1, 1]), `filter="${s.puff({ r: 14, d: 10, grain: 0.08 })}"`);
    s.ellipse(0, 0, 312, 312, s.lin([[0, '#4f3016'], [1, bowl[0]]], [0, 0, 1, 1]));
    s.ellipse(6, 8, 300, 300, tones[1]);
    s.ellipse(6, 8, 300, 300, dark, 'opacity="0.35"');
    s.clipped('<circle cx="4" cy="6" r="298"/>', () => {
      s.scatter(520, 4, 6, 290, 290, (x, y) => kernel(s, x, y, size, s.pick(tones), dark, long, crease));
      s.add(`<circle cx="4" cy="6" r="298" fill="${s.rad([[0.3, '#fffaf0', 0.2], [0.74, '#4f3016', 0], [1, '#3a2008', 0.5]], [0.56, 0.58, 0.56])}"/>`);
    });
  });
}

// A round jar with a cork; what it holds lies before it.
export function yeastPicture(s) {
  studio(s, 'sky', 600);
  s.at(420, 850, () => {
    s.ground(20, 0, 240, 28, 0.5, 18);
    s.path('M-220 -10L-206 -560L206 -560L220 -10Q0 22 -220 -10Z', s.lin([[0, '#8aa7b5'], [0.16, '#e9f1f4'], [0.6, '#cfdfe6'], [1, '#7f9cab']], [0, 0, 1, 0]), `filter="${s.puff({ r: 22, d: 14, dark: '#22323a', shade: 0.4, light: '#ffffff', glow: 0.7, grain: 0 })}"`);
    for (const y of [-560, -44]) s.rect(-212, y, 424, 40, 4, s.lin([[0, '#6d8b9b'], [0.3, '#f4f9fb'], [1, '#6d8b9b']], [0, 0, 1, 0]), 'opacity="0.85"');
    s.rect(-214, -440, 428, 330, 0, s.lin([[0, '#1f5d73'], [0.3, '#3f8ba5'], [1, '#1b5064']], [0, 0, 1, 0]));
    s.at(0, -276, () => { s.ellipse(0, 0, 132, 132, '#fffaf0'); s.at(0, 0, () => EMBLEMS.bubble(s, '#c98a3a'), { scale: 1.02 }); });
  });
  s.at(730, 890, () => {
    heap(s, 320, 110, '#cfa670', '#8a6234', '#7a5226');
    s.scatter(200, 0, -24, 120, 34, (x, y) => s.rect(x, y, s.rnd(4, 9), 3.4, 1.7, s.pick(['#e2c190', '#b98a50', '#f0d8ac']), `transform="rotate(${s.rnd(0, 180)} ${x} ${y})"`));
    s.scatter(70, 0, 10, 210, 24, (x, y) => s.rect(x, y, s.rnd(4, 9), 3.4, 1.7, '#b98a50', `transform="rotate(${s.rnd(0, 180)} ${x} ${y})"`));
  });
}
