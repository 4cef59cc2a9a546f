// The newest traces, live.

import { listTraces, RefusedError } from './api.js';
import { el } from './dom.js';
import { fromAddress, parameters, toAddress } from './filter.js';
import { filterForm } from './filterform.js';
import { plot } from './plot.js';
import { poll } from './poll.js';
import { showStatus } from './status.js';
import { TraceTable } from './table.js';

export function showList(view, tools) {
  document.title = 'Traces';
  const list = new TraceList(view);
  const form = filterForm(fromAddress(), { changed: (filter) => list.filterBy(filter), live: (on) => list.setLive(on) });
  tools.append(form.element);
  list.form = form;
  list.filterBy(fromAddress());
  return list;
}

class TraceList {
  constructor(view) {
    this.plot = el('div.plot');
    this.table = new TraceTable();
    this.scroll = el('div.scroll', {}, this.table.element);
    this.live = true;
    view.append(this.plot, this.scroll);
  }

  stop() {
    this.polling?.stop();
    this.form.close();
  }

  filterBy(filter) {
    this.filter = filter;
    this.tag = null;
    history.replaceState(null, '', toAddress(filter));
    this.polling?.stop();
    this.polling = poll((signal) => this.refresh(signal));
  }

  setLive(on) {
    this.live = on;
    if (on) this.polling.now();
  }

  async refresh(signal) {
    const answer = await this.ask(signal);
    if (answer) this.update(answer);
    return this.live;
  }

  // Only this is the store's to fail; what goes wrong in showing it is the page's.
  async ask(signal) {
    try {
      return await listTraces(parameters(this.filter), signal);
    } catch (error) {
      this.fail(error);
      return null;
    }
  }

  update({ tag, listing }) {
    this.form.connected(true);
    if (tag !== this.tag) this.show(listing);
    else this.table.updateAges();
    this.tag = tag;
  }

  show({ traces, services, store }) {
    this.form.setServices(services);
    showStatus(store, traces.length);
    this.plot.replaceChildren(plot(traces, this.plot.clientWidth));
    this.plot.hidden = traces.length === 0;
    this.table.show(traces);
    this.scroll.replaceChildren(traces.length > 0 ? this.table.element : nothing(store));
  }

  fail(error) {
    if (error.name === 'AbortError') return;
    this.tag = null;
    if (error instanceof RefusedError) {
      this.plot.hidden = true;
      this.scroll.replaceChildren(el('div.message', { role: 'alert' }, el('h1', {}, 'This filter is not understood'), error.message));
    } else {
      this.form.connected(false);
    }
  }
}

function nothing(store) {
  if (store.traces > 0) {
    return el('div.message', {}, el('h1', {}, 'No trace matches the filter'), 'Take a word away, or look at all traces.');
  }
  return el('div.message', {}, el('h1', {}, 'No traces yet'),
    'Point an OpenTelemetry exporter at this store, gRPC on port 4317 or HTTP on port 4318 unless you chose others:',
    el('code', {}, 'OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317'), 'This page shows them as they come in.');
}
