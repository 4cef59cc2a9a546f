// One trace.

import { html, nothing } from 'lit';
import { fetchTrace, listTraces, RefusedError } from '../base/api.js';
import './comparepicker.js';
import './details.js';
import { PageElement } from '../base/element.js';
import { download } from '../files/exporting.js';
import './finder.js';
import './head.js';
import { LoadedTrace } from '../spans/loadedtrace.js';
import './overview.js';
import { poll } from '../base/poll.js';
import { isShortcut, isTyping } from '../spans/treekeys.js';
import './waterfall.js';

// A trace may still grow for a while after its first spans; later nobody waits for more.
const GROWS_FOR_MILLIS = 60_000;

export class TraceView extends PageElement {
  static properties = {
    traceId: {}, trace: { state: true }, problem: { state: true }, selected: { state: true }, event: { state: true },
    range: { state: true }, matches: { state: true }, path: { state: true },
  };

  constructor() {
    super();
    this.path = true;
    this.pressed = (event) => this.key(event);
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = `Trace ${this.traceId.slice(0, 8)}`;
    this.since = Date.now();
    this.polling = poll((signal) => this.refresh(signal));
    document.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.polling.stop();
    document.removeEventListener('keydown', this.pressed);
  }

  render() {
    if (this.problem) return this.message();
    if (!this.trace) return nothing;
    return html`<trace-head .trace=${this.trace} @service-chosen=${({ detail }) => this.finder.find(detail)}></trace-head>
      ${this.tools()}
      <trace-overview .trace=${this.trace} .range=${this.range} @zoom-wanted=${({ detail }) => this.waterfall.zoom.to(detail)}></trace-overview>
      <div class="split">
        <span-waterfall .trace=${this.trace} .matches=${this.matches} .path=${this.path} @span-selected=${({ detail }) => this.select(detail)}
          @zoomed=${({ detail }) => { this.range = detail; }} @details-wanted=${() => this.querySelector('span-details').focus()}></span-waterfall>
        <span-details .trace=${this.trace} .row=${this.selected} .event=${this.event} @closed=${this.close}></span-details>
      </div>`;
  }

  tools() {
    return html`<div class="trace-tools">
      <trace-finder .trace=${this.trace} .selected=${this.selected} @found=${({ detail }) => { this.matches = detail; }} @next-match=${({ detail }) => this.nextMatch(detail)}
        @next-error=${({ detail }) => this.nextError(detail.backwards)} @left=${() => this.waterfall.focus()}></trace-finder>
      <span class="actions"><compare-picker .trace=${this.trace}></compare-picker>
        <button type="button" title="Download as OTLP JSON, which any collector takes" @click=${() => download(this.trace)}>Export</button></span>
      <label title="What the caller waited for (c)"><input type="checkbox" .checked=${this.path} @change=${({ target }) => { this.path = target.checked; }}><span class="path-name">Critical path</span></label>
    </div>`;
  }

  message() {
    const { title, text } = this.problem;
    return html`<div class="message" role="alert"><h1>${title}</h1>${text}<p class="mono">${this.traceId}</p></div>`;
  }

  get waterfall() {
    return this.querySelector('span-waterfall');
  }

  get finder() {
    return this.querySelector('trace-finder');
  }

  async refresh(signal) {
    try {
      if (await this.hasNews(signal)) await this.take(await fetchTrace(this.traceId, signal));
    } catch (error) {
      return this.fail(error);
    }
    return Date.now() - this.since < GROWS_FOR_MILLIS;
  }

  // A large trace is not fetched again and again: the listing knows how many spans it has by now.
  async hasNews(signal) {
    if (!this.trace) return true;
    const { listing } = await listTraces(new URLSearchParams({ words: this.traceId.padStart(32, '0'), limit: '1' }), signal);
    return listing.traces.length > 0 && listing.traces[0].spanCount !== this.trace.rows.length;
  }

  /** @returns {boolean} whether asking again may help */
  fail(error) {
    if (error.name === 'AbortError') return false;
    if (error instanceof RefusedError) this.problem = { title: 'This is no trace id', text: error.message };
    else if (!this.trace) this.problem = { title: 'The store does not answer', text: 'Trying again.' };
    return !(error instanceof RefusedError);
  }

  async take(resourceSpans) {
    if (resourceSpans.length === 0) {
      this.problem = { title: 'The store does not have this trace', text: 'It has not arrived yet, or it was evicted because the store was full.' };
      return;
    }
    const first = !this.trace;
    this.problem = null;
    this.trace = new LoadedTrace(this.traceId, resourceSpans);
    this.selected = this.selected && this.trace.rows.find(({ span }) => span.id === this.selected.span.id);
    document.title = `${this.trace.root.name} · ${this.trace.root.service || 'trace'}`;
    await this.updateComplete;
    if (first) this.begin();
    else this.finder.refresh();
  }

  begin() {
    this.waterfall.focus();
    const linked = this.trace.rows.find(({ span }) => span.id === location.hash.slice(1));
    if (linked) this.waterfall.tree.select(linked);
  }

  // The address names the span too, so that it can be sent to somebody.
  select({ row, event }) {
    this.selected = row;
    this.event = event;
    history.replaceState(null, '', `#${row.span.id}`);
  }

  close() {
    this.selected = null;
    this.waterfall.focus();
  }

  nextMatch({ backwards }) {
    if (this.matches?.size > 0) this.waterfall.tree.next((row) => this.matches.has(row), backwards);
  }

  nextError(backwards) {
    this.waterfall.tree.next(({ span }) => span.failed, backwards);
  }

  key(event) {
    if (!this.trace || isShortcut(event) || isTyping(event)) return;
    const actions = {
      '/': () => this.finder.focus(), e: () => this.nextError(false), E: () => this.nextError(true),
      n: () => this.nextMatch({ backwards: false }), N: () => this.nextMatch({ backwards: true }), c: () => { this.path = !this.path; },
    };
    if (!(event.key in actions)) return;
    actions[event.key]();
    event.preventDefault();
  }
}

customElements.define('trace-view', TraceView);
