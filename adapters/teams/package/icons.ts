/** The icon: a lead line below the surface, with its marks and its weight. */
import { type Pixel, png } from './png.ts';

/** Behind the symbol, and Teams' accent for the app. */
export const ACCENT = '#1F3A5F';
const SEA: Pixel = [0x1f, 0x3a, 0x5f, 255];
const WHITE: Pixel = [255, 255, 255, 255];

/** Samples a pixel and side: enough for smooth edges. */
const SAMPLES = 6;

/** 192 pixels: the symbol in the middle half, as Microsoft asks for. */
export function colorIcon(): Uint8Array {
  return png(192, (x, y) => {
    const covered = coverage(x, y, (px, py) => isSymbol((px - 40) / 112, (py - 40) / 112));
    return SEA.map((part, i) => mix(part, WHITE[i] ?? 0, covered)) as unknown as Pixel;
  });
}

/** 32 pixels, white on transparent. */
export function outlineIcon(): Uint8Array {
  return png(32, (x, y) => {
    const covered = coverage(x, y, (px, py) => isSymbol((px - 1) / 30, (py - 1) / 30));
    return [255, 255, 255, Math.round(255 * covered)];
  });
}

function mix(from: number, to: number, share: number): number {
  return Math.round(from + (to - from) * share);
}

/** How much of a pixel is inside the shape. */
function coverage(x: number, y: number, inside: (x: number, y: number) => boolean): number {
  let hits = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const dx = ((i % SAMPLES) + 0.5) / SAMPLES;
    const dy = (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    if (inside(x + dx, y + dy)) hits++;
  }
  return hits / SAMPLES ** 2;
}

/** In a square of one by one, `y` going down. */
function isSymbol(x: number, y: number): boolean {
  return isSurface(x, y) || isLine(x, y) || isMark(x, y) || isLead(x, y);
}

const THICK = 0.07;

/** Three waves from edge to edge. */
function isSurface(x: number, y: number): boolean {
  const wave = 0.14 - 0.05 * Math.cos(6 * Math.PI * x);
  return x >= 0 && x <= 1 && Math.abs(y - wave) < THICK / 2;
}

function isLine(x: number, y: number): boolean {
  return Math.abs(x - 0.5) < THICK / 2 && y > 0.16 && y < 0.75;
}

/** Marks of depth, as on a gauge. */
function isMark(x: number, y: number): boolean {
  const marks = [
    { depth: 0.37, reach: 0.2 },
    { depth: 0.515, reach: 0.3 },
    { depth: 0.66, reach: 0.2 },
  ];
  return marks.some(
    ({ depth, reach }) => Math.abs(y - depth) < THICK / 2 && x > 0.5 && x - 0.5 < reach,
  );
}

/** The weight, a drop: its tip on the line, round below. */
function isLead(x: number, y: number): boolean {
  const [radius, middle, tip] = [0.12, 0.88, 0.66];
  if (Math.hypot(x - 0.5, y - middle) < radius) return true;
  const down = (y - tip) / (middle - tip);
  return down > 0 && down < 1 && Math.abs(x - 0.5) < radius * 0.98 * down;
}
