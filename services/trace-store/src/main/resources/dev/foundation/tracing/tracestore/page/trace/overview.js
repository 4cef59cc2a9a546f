// The whole trace in a strip: drag over it to look at a part of the time, double-click for all of it.

import { html } from 'lit';
import { paint, resolved } from '../base/colours.js';
import { drag } from '../base/drag.js';
import { PageElement } from '../base/element.js';
import { vars } from '../base/vars.js';

const MARGIN = 3;

/** Tells about `zoom-wanted` with a range. */
export class TraceOverview extends PageElement {
  static properties = { trace: { attribute: false }, range: { attribute: false } };

  constructor() {
    super();
    // What has changed is drawn once, with the next frame.
    this.redraw = () => { this.pending ??= requestAnimationFrame(() => { this.pending = null; this.draw(); }); };
    this.resizing = new ResizeObserver(this.redraw);
    // The colours follow the browser's setting, or the page's own.
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.theme = new MutationObserver(this.redraw);
  }

  connectedCallback() {
    super.connectedCallback();
    this.resizing.observe(this);
    this.scheme.addEventListener('change', this.redraw);
    this.theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.scheme.removeEventListener('change', this.redraw);
    this.theme.disconnect();
  }

  render() {
    const { length } = this.trace;
    const { from, to } = this.range ?? { from: 0, to: length };
    const whole = from <= 0 && to >= length;
    return html`<div class="overview" title="Drag to zoom into a part of the time, double-click to see all of it"
      ${vars({ '--from': `${(100 * from) / length}%`, '--rest': `${100 - (100 * to) / length}%` })} @pointerdown=${this.begin} @dblclick=${() => this.ask({ from: 0, to: length })}>
      <canvas aria-hidden="true"></canvas><div class="shade before" ?hidden=${whole}></div><div class="shade after" ?hidden=${whole}></div>
    </div>`;
  }

  updated(changed) {
    if (changed.has('trace')) this.redraw();
  }

  begin(down) {
    const ask = (part) => { if (part) this.ask(part); };
    drag(down, { from: 0, to: this.trace.length }, ask, ask);
  }

  ask(range) {
    this.dispatchEvent(new CustomEvent('zoom-wanted', { detail: range, bubbles: true }));
  }

  draw() {
    const canvas = this.querySelector('canvas');
    const { width, height } = canvas?.getBoundingClientRect() ?? { width: 0 };
    if (width === 0) return;
    Object.assign(canvas, { width: width * devicePixelRatio, height: height * devicePixelRatio });
    const context = canvas.getContext('2d');
    context.scale(devicePixelRatio, devicePixelRatio);
    this.bars(context, width, (height - 2 * MARGIN) / this.trace.rows.length);
  }

  bars(context, width, step) {
    const { rows, length } = this.trace;
    const error = resolved('var(--error)', context.canvas);
    const paints = new Map();
    for (const { span, index } of rows) {
      if (!paints.has(span.service)) paints.set(span.service, paint(span.service, context.canvas));
      context.fillStyle = span.failed ? error : paints.get(span.service);
      context.fillRect((span.start / length) * width, MARGIN + index * step, Math.max(1.5, ((span.end - span.start) / length) * width), Math.max(1, Math.min(3, step * 0.7)));
    }
  }
}

customElements.define('trace-overview', TraceOverview);
