// One trace.

import { fetchTrace, listTraces, RefusedError } from './api.js';
import { el } from './dom.js';
import { Details } from './details.js';
import { decode } from './otlp.js';
import { poll } from './poll.js';
import { head } from './head.js';
import { Overview } from './overview.js';
import { arrange } from './tree.js';
import { finder } from './finder.js';
import { Waterfall } from './waterfall.js';

// A trace may still grow for a while after its first spans; later nobody waits for more.
const GROWS_FOR_MILLIS = 60_000;

export function showTrace(id, view, tools) {
  document.title = `Trace ${id.slice(0, 8)}`;
  document.getElementById('status').store = null;
  return new TraceView(id, view, tools);
}

class TraceView {
  constructor(id, view, tools) {
    this.id = id;
    this.view = view;
    this.tools = tools;
    this.since = Date.now();
    this.spans = -1;
    tools.append(el('a', { href: '/' }, '← All traces'));
    this.polling = poll((signal) => this.refresh(signal));
  }

  stop() {
    this.polling.stop();
    this.finder?.close();
    this.overview?.close();
  }

  async refresh(signal) {
    let news;
    try {
      news = await this.hasNews(signal) ? await fetchTrace(this.id, signal) : null;
    } catch (error) {
      return this.fail(error);
    }
    if (news) this.update(decode(news));
    return Date.now() - this.since < GROWS_FOR_MILLIS;
  }

  /** @returns {boolean} whether asking again may help */
  fail(error) {
    if (error instanceof RefusedError) this.say('This is no trace id', error.message);
    else if (this.spans < 0 && error.name !== 'AbortError') this.say('The store does not answer', 'Trying again.');
    return !(error instanceof RefusedError);
  }

  update({ start, spans }) {
    if (spans.length !== this.spans) this.show(start, spans);
    this.spans = spans.length;
  }

  // A large trace is not fetched again and again: the listing knows how many spans it has by now.
  async hasNews(signal) {
    if (this.spans < 0) return true;
    const { listing } = await listTraces(new URLSearchParams({ words: this.id.padStart(32, '0'), limit: '1' }), signal);
    return listing.traces.length > 0 && listing.traces[0].spanCount !== this.spans;
  }

  show(start, spans) {
    if (spans.length === 0) {
      this.say('The store does not have this trace', 'It has not arrived yet, or it was evicted because the store was full.');
      return;
    }
    const rows = arrange(spans);
    document.title = `${rows[0].span.name} · ${rows[0].span.service || 'trace'}`;
    const length = lastEnd(rows);
    if (this.waterfall) this.grow(start, rows, length);
    else this.build(start, rows, length);
  }

  build(start, rows, length) {
    this.details = new Details(() => this.waterfall.focus());
    this.waterfall = new Waterfall({ select: (row, all) => this.select(row, all), zoom: (range) => this.overview.mark(range) });
    this.overview = new Overview((range) => this.waterfall.zoomTo(range));
    this.finder = finder(this.waterfall);
    this.tools.append(this.finder.element);
    this.heading = el('div', {}, head(this.id, start, rows, length));
    const split = el('div.split', {}, this.waterfall.element, this.details.element);
    this.view.replaceChildren(this.heading, this.overview.element, split);
    this.overview.show(rows, length);
    this.waterfall.show(rows, length);
    this.waterfall.focus();
    const linked = rows.find((row) => row.span.id === location.hash.slice(1));
    if (linked) this.waterfall.select(linked);
  }

  // The address names the span too, so that it can be sent to somebody.
  select(row, rows) {
    history.replaceState(null, '', `#${row.span.id}`);
    this.details.show(row, rows);
  }

  grow(start, rows, length) {
    this.heading.replaceChildren(head(this.id, start, rows, length));
    this.overview.show(rows, length);
    this.waterfall.show(rows, length);
  }

  say(title, text) {
    this.view.replaceChildren(el('div.message', { role: 'alert' }, el('h1', {}, title), text, el('p.mono', {}, this.id)));
  }
}

// Not Math.max(...all of them): a call takes a limited number of arguments.
function lastEnd(rows) {
  return rows.reduce((latest, { span }) => Math.max(latest, span.end), 1);
}
