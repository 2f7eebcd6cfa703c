// Owns the SVG under construction: seeded chance, gradients, filters that give shapes volume, and placing.
// Refuses fonts, bitmaps and unseeded chance, so that the same source draws the same picture on every machine.

const fixed = (n) => Number(n.toFixed(2));

// Small seeded generator (mulberry32): one picture's chance never depends on another picture.
function seeded(text) {
  let state = 2166136261;
  for (const ch of text) state = Math.imul(state ^ ch.codePointAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class Sketch {
  #chance;
  #defs = [];
  #known = new Map();
  #parts = [];
  #turn = 0;

  constructor(seed, width = 1000, height = 1000) {
    this.#chance = seeded(seed);
    this.width = width;
    this.height = height;
  }

  rnd(from = 0, to = 1) {
    return fixed(from + (to - from) * this.#chance());
  }

  pick(list) {
    return list[Math.floor(this.#chance() * list.length)];
  }

  add(markup) {
    this.#parts.push(markup);
  }

  // A definition is written once and named by its content; `make` receives the id.
  define(make) {
    const key = make('@');
    if (!this.#known.has(key)) {
      const id = `d${this.#known.size}`;
      this.#known.set(key, id);
      this.#defs.push(make(id));
    }
    return `url(#${this.#known.get(key)})`;
  }

  // Linear gradient across the shape's box; stops are [offset, colour, opacity?].
  lin(stops, [x1, y1, x2, y2] = [0, 0, 0, 1]) {
    return this.define((id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopList(stops)}</linearGradient>`);
  }

  rad(stops, [cx, cy, r] = [0.4, 0.34, 0.72]) {
    return this.define((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopList(stops)}</radialGradient>`);
  }

  blur(deviation) {
    return this.define((id) => `<filter id="${id}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`);
  }

  clip(shapes) {
    return this.define((id) => `<clipPath id="${id}">${shapes}</clipPath>`);
  }

  // Gives a flat shape volume: light on the upper left rim, shade on the lower right one, and a baked grain.
  puff({ r = 26, d = 18, dark = '#5b2a0b', shade = 0.55, light = '#fff3d6', glow = 0.5, grain = 0.12, freq = 0.04, grainColour = '#6b3410' } = {}) {
    const { dx, dy } = this.#towardsLight(d);
    const [gr, gg, gb] = rgb(grainColour);
    return this.define((id) => `<filter id="${id}" x="-15%" y="-15%" width="130%" height="130%" color-interpolation-filters="sRGB">
<feGaussianBlur in="SourceAlpha" stdDeviation="${r}" result="h"/>
<feOffset in="h" dx="${dx}" dy="${dy}" result="a"/><feComposite in="SourceAlpha" in2="a" operator="out" result="s"/>
<feFlood flood-color="${dark}" flood-opacity="${shade}"/><feComposite in2="s" operator="in" result="shade"/>
<feOffset in="h" dx="${-dx}" dy="${-dy}" result="b"/><feComposite in="SourceAlpha" in2="b" operator="out" result="l"/>
<feFlood flood-color="${light}" flood-opacity="${glow}"/><feComposite in2="l" operator="in" result="glow"/>
<feTurbulence type="fractalNoise" baseFrequency="${freq}" numOctaves="3" seed="7"/>
<feColorMatrix values="0 0 0 0 ${gr} 0 0 0 0 ${gg} 0 0 0 0 ${gb} 0 0 0 ${fixed(grain * 6)} ${fixed(-grain * 2.6)}"/>
<feComposite in2="SourceAlpha" operator="in" result="grain"/>
<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="grain"/><feMergeNode in="glow"/><feMergeNode in="shade"/></feMerge></filter>`);
  }

  // Everything drawn by `draw` throws one soft shadow away from the light.
  cast({ d = 16, blur = 16, colour = '#4a2a12', opacity = 0.38 }, draw) {
    const { dx, dy } = this.#towardsLight(-d);
    const f = this.define((id) => `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%" color-interpolation-filters="sRGB"><feGaussianBlur in="SourceAlpha" stdDeviation="${blur}"/><feOffset dx="${dx}" dy="${dy}" result="o"/><feFlood flood-color="${colour}" flood-opacity="${opacity}"/><feComposite in2="o" operator="in"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>`);
    this.add(`<g filter="${f}">`);
    draw();
    this.add('</g>');
  }

  at(x, y, draw, { scale = 1, turn = 0, flip = false, attrs = '' } = {}) {
    const before = this.#turn;
    this.#turn += turn;
    this.add(`<g ${attrs} transform="translate(${fixed(x)} ${fixed(y)}) rotate(${fixed(turn)}) scale(${flip ? -scale : scale} ${scale})">`);
    draw();
    this.add('</g>');
    this.#turn = before;
  }

  clipped(shapes, draw) {
    this.add(`<g clip-path="${this.clip(shapes)}">`);
    draw();
    this.add('</g>');
  }

  path(d, fill, attrs = '') {
    this.add(`<path d="${d}" fill="${fill}" ${attrs}/>`);
  }

  ellipse(cx, cy, rx, ry, fill, attrs = '') {
    this.add(`<ellipse cx="${fixed(cx)}" cy="${fixed(cy)}" rx="${fixed(rx)}" ry="${fixed(ry)}" fill="${fill}" ${attrs}/>`);
  }

  rect(x, y, w, h, radius, fill, attrs = '') {
    this.add(`<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(w)}" height="${fixed(h)}" rx="${radius}" fill="${fill}" ${attrs}/>`);
  }

  line(d, colour, width, attrs = '') {
    this.add(`<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${attrs}/>`);
  }

  // Contact shadow under a thing that stands on the table.
  ground(cx, cy, rx, ry, opacity = 0.45, blur = 18) {
    this.ellipse(cx, cy, rx, ry, '#4a2a12', `opacity="${opacity}" filter="${this.blur(blur)}"`);
  }

  // Scatters `count` points evenly by chance over an ellipse.
  scatter(count, cx, cy, rx, ry, draw) {
    for (let i = 0; i < count; i += 1) {
      const a = this.rnd(0, Math.PI * 2);
      const q = Math.sqrt(this.rnd());
      draw(fixed(cx + Math.cos(a) * q * rx), fixed(cy + Math.sin(a) * q * ry), i);
    }
  }

  toString() {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"><defs>${this.#defs.join('')}</defs>${this.#parts.join('')}</svg>`;
  }

  // The light stands at the upper left of the picture, however far the drawing has been turned.
  #towardsLight(d) {
    const a = ((225 - this.#turn) * Math.PI) / 180;
    return { dx: fixed(Math.cos(a) * d), dy: fixed(Math.sin(a) * d) };
  }
}

function stopList(stops) {
  return stops.map(([o, c, a = 1]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`).join('');
}

function rgb(hex) {
  return [1, 3, 5].map((i) => fixed(parseInt(hex.slice(i, i + 2), 16) / 255));
}

// A closed curve through random radii: crumbs, dough edges, spilled flour.
export function blob(s, rx, ry, wobble = 0.1, points = 12) {
  const p = Array.from({ length: points }, (_, i) => {
    const a = (i / points) * Math.PI * 2;
    const k = 1 + s.rnd(-wobble, wobble);
    return [fixed(Math.cos(a) * rx * k), fixed(Math.sin(a) * ry * k)];
  });
  const mid = (a, b) => `${fixed((a[0] + b[0]) / 2)} ${fixed((a[1] + b[1]) / 2)}`;
  const curves = p.map((q, i) => `Q${q[0]} ${q[1]} ${mid(q, p[(i + 1) % points])}`);
  return `M${mid(p[points - 1], p[0])}${curves.join('')}Z`;
}
