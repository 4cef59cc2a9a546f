// Duration over time, one dot per trace, and beside it how many took how long: slow and failed ones stand out before a word
// is read. Drawing a rectangle keeps what lies in it.

import { html, nothing, svg } from 'lit';
import { go } from '../base/address.js';
import { PageElement } from '../base/element.js';
import { clock, duration, timeOfDay } from '../base/format.js';
import { durationScale, histogram, timeScale } from './scales.js';

const HEIGHT = 112;
const TOP = 10;
const BOTTOM = 20;
const LEFT = 58;
const BARS = 110;
// Less than this is a click.
const DRAWN = 6;

export class DurationPlot extends PageElement {
  static properties = { traces: { attribute: false }, width: { state: true }, drawn: { state: true } };

  constructor() {
    super();
    this.traces = [];
    this.width = 0;
    this.drawn = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watcher = new ResizeObserver(() => { this.width = this.clientWidth; });
    this.watcher.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  willUpdate() {
    const right = this.width - BARS - 24;
    this.dots = this.traces.map((trace) => ({ trace, at: Number(BigInt(trace.startTimeUnixNano) / 1000n) / 1000, nanos: Math.max(1000, Number(trace.durationNanos)) }));
    this.x = timeScale(this.dots.map((dot) => dot.at), LEFT + 8, right);
    this.y = durationScale(this.dots.map((dot) => dot.nanos), HEIGHT - BOTTOM, TOP);
  }

  render() {
    if (this.width === 0 || this.dots.length === 0) return nothing;
    const failedLast = [...this.dots].sort((a, b) => a.trace.errorCount - b.trace.errorCount);
    return html`<svg viewBox="0 0 ${this.width} ${HEIGHT}" role="img" aria-label=${`Durations of ${this.dots.length} traces over time; the table below has them all`}
      @pointerdown=${this.begin} @pointermove=${this.draw} @pointerup=${this.end} @pointercancel=${this.cancel}>
      <rect class="ground" width=${this.width} height=${HEIGHT}></rect>
      ${this.y.ticks.map((nanos) => this.durationTick(nanos))}
      ${this.x.ticks.map((millis) => svg`<text class="time" x=${this.x(millis)} y=${HEIGHT - 4}>${timeOfDay(millis)}</text>`)}
      ${failedLast.map((dot) => this.dot(dot))}
      ${this.bars()}
      ${this.drawn ? svg`<rect class="drawn" x=${this.drawn.x} y=${this.drawn.y} width=${this.drawn.width} height=${this.drawn.height}></rect>` : nothing}
    </svg>`;
  }

  durationTick(nanos) {
    const y = this.y(nanos);
    return svg`<line x1=${LEFT} x2=${this.width - 16} y1=${y} y2=${y}></line><text class="size" x=${LEFT - 6} y=${y + 4}>${duration(nanos)}</text>`;
  }

  dot({ trace, at, nanos }) {
    const name = `${trace.rootServiceName ?? ''} ${trace.rootTraceName ?? ''}\n${duration(nanos)}, ${clock(at)}`;
    return svg`<circle cx=${this.x(at)} cy=${this.y(nanos)} r=${3 + Math.min(4, Math.sqrt(trace.spanCount) / 4)} class=${trace.errorCount > 0 ? 'failed' : 'fine'} data-trace=${trace.traceID}><title>${name}</title></circle>`;
  }

  bars() {
    const bins = histogram(this.dots, this.y);
    const most = Math.max(...bins.map((bin) => bin.count));
    const left = this.width - BARS;
    return bins.map(({ count, failed, top, height }) => svg`
      <rect class="bin" x=${left} y=${top} height=${height} width=${((BARS - 16) * count) / most}><title>${count} traces</title></rect>
      <rect class="bin failed" x=${left} y=${top} height=${height} width=${((BARS - 16) * failed) / most}></rect>`);
  }

  point(event) {
    const box = this.querySelector('svg').getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  begin(event) {
    if (event.button !== 0) return;
    this.from = this.point(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    this.pressed = event.target.dataset.trace;
  }

  draw(event) {
    if (!this.from) return;
    const to = this.point(event);
    const [width, height] = [Math.abs(to.x - this.from.x), Math.abs(to.y - this.from.y)];
    if (Math.max(width, height) < DRAWN) return;
    // A stroke along one axis means that axis alone.
    const [wide, high] = [width >= DRAWN, height >= DRAWN];
    this.drawn = {
      wide, high, x: wide ? Math.min(to.x, this.from.x) : LEFT, width: wide ? width : this.width - LEFT,
      y: high ? Math.min(to.y, this.from.y) : 0, height: high ? height : HEIGHT - BOTTOM,
    };
  }

  end() {
    const { drawn, pressed } = this;
    this.cancel();
    if (!drawn) {
      if (pressed) go(`/trace/${pressed}`);
      return;
    }
    this.dispatchEvent(new CustomEvent('brush', { detail: {
      time: drawn.wide ? { from: Math.floor(this.x.invert(drawn.x)), to: Math.ceil(this.x.invert(drawn.x + drawn.width)) } : null,
      nanos: drawn.high ? { least: this.y.invert(drawn.y + drawn.height), most: this.y.invert(drawn.y) } : null,
    } }));
  }

  cancel() {
    this.from = null;
    this.drawn = null;
  }
}

customElements.define('duration-plot', DurationPlot);
