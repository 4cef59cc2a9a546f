// The whole trace in a strip: drag over it to look at a part of the time, double-click for all of it.

import { paint } from './colours.js';
import { el, style } from './dom.js';

const LEAST_DRAG = 4;

export class Overview {
  constructor(zoom) {
    this.zoom = zoom;
    this.canvas = el('canvas', { 'aria-hidden': 'true' });
    this.before = el('div.shade.before', { hidden: true });
    this.after = el('div.shade.after', { hidden: true });
    this.element = el('div.overview', { title: 'Drag to zoom into a part of the time, double-click to see all of it' }, this.canvas, this.before, this.after);
    this.element.addEventListener('pointerdown', (event) => this.begin(event));
    this.element.addEventListener('dblclick', () => this.zoom({ from: 0, to: this.length }));
    this.resizing = new ResizeObserver(() => this.draw());
    this.resizing.observe(this.element);
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.redraw = () => this.draw();
    this.scheme.addEventListener('change', this.redraw);
  }

  close() {
    this.resizing.disconnect();
    this.scheme.removeEventListener('change', this.redraw);
  }

  show(rows, length) {
    this.rows = rows;
    this.length = length;
    this.draw();
  }

  mark({ from, to }) {
    const whole = from <= 0 && to >= this.length;
    this.before.hidden = whole;
    this.after.hidden = whole;
    style(this.element, { '--from': `${(100 * from) / this.length}%`, '--rest': `${100 - (100 * to) / this.length}%` });
  }

  draw() {
    const { width, height } = this.element.getBoundingClientRect();
    if (!this.rows || width === 0) return;
    const sharp = devicePixelRatio;
    Object.assign(this.canvas, { width: width * sharp, height: height * sharp });
    const context = this.canvas.getContext('2d');
    context.scale(sharp, sharp);
    const step = (height - 6) / this.rows.length;
    const error = getComputedStyle(this.element).getPropertyValue('--error');
    const paints = new Map();
    this.rows.forEach(({ span }, index) => {
      if (!paints.has(span.service)) paints.set(span.service, paint(span.service));
      context.fillStyle = span.failed ? error : paints.get(span.service);
      context.fillRect((span.start / this.length) * width, 3 + index * step, Math.max(1.5, ((span.end - span.start) / this.length) * width), Math.max(1, Math.min(3, step * 0.7)));
    });
  }

  begin(down) {
    const { left, width } = this.element.getBoundingClientRect();
    const time = (event) => Math.min(1, Math.max(0, (event.clientX - left) / width)) * this.length;
    const dragging = new AbortController();
    this.element.setPointerCapture(down.pointerId);
    const move = (event) => {
      if (Math.abs(event.clientX - down.clientX) < LEAST_DRAG) return;
      this.zoom({ from: Math.min(time(down), time(event)), to: Math.max(time(down), time(event)) });
    };
    this.element.addEventListener('pointermove', move, { signal: dragging.signal });
    this.element.addEventListener('pointerup', () => dragging.abort(), { signal: dragging.signal });
    this.element.addEventListener('pointercancel', () => dragging.abort(), { signal: dragging.signal });
  }
}
