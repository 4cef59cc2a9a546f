// Files with traces, chosen or dropped anywhere on the page, go to the store as any exporter's spans do.

import { html, nothing } from 'lit';
import { go } from '../base/address.js';
import { sendTrace } from '../base/api.js';
import { PageElement } from '../base/element.js';
import { firstTraceId, resourceSpansOf, toOtlp } from './otlpfile.js';

export class TraceImport extends PageElement {
  static properties = { problem: { state: true }, dragging: { state: true }, busy: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener('dragover', (event) => this.over(event), { signal });
    document.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) this.dragging = false; }, { signal });
    document.addEventListener('drop', (event) => this.drop(event), { signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.listening.abort();
  }

  render() {
    return html`<input type="file" accept=".json,application/json" multiple hidden aria-label="Files of OTLP JSON" @change=${this.chosen}>
      <button type="button" class="quiet" title="Show a trace from a file of OTLP JSON; it can be dropped anywhere, too" ?disabled=${this.busy} @click=${() => this.querySelector('input').click()}>Import</button>
      ${this.dragging ? html`<div class="dropping" aria-hidden="true">Drop OTLP JSON to see its trace</div>` : nothing}
      ${this.problem ? this.alert() : nothing}`;
  }

  alert() {
    return html`<div class="toast" role="alert"><b>Not imported.</b> ${this.problem}
      <button type="button" class="quiet" aria-label="Close this message" @click=${() => { this.problem = null; }}>✕</button></div>`;
  }

  over(event) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    this.dragging = true;
  }

  drop(event) {
    this.dragging = false;
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    this.take([...event.dataTransfer.files]);
  }

  chosen({ target }) {
    const files = [...target.files];
    // The same file may be chosen again.
    target.value = '';
    this.take(files);
  }

  async take(files) {
    this.problem = null;
    this.busy = true;
    try {
      const traces = [];
      for (const file of files) traces.push(await send(file));
      if (traces.length > 0) go(`/trace/${traces[0]}`);
    } catch (error) {
      this.problem = error.message;
    } finally {
      this.busy = false;
    }
  }
}

/** @returns {string} the id of the first trace in it */
async function send(file) {
  const request = read(file.name, await file.text());
  const id = firstTraceId(request);
  if (id === null) throw new Error(`There are no spans in ${file.name}.`);
  await sendTrace(request);
  return id;
}

function read(name, text) {
  try {
    return toOtlp(resourceSpansOf(JSON.parse(text)));
  } catch (error) {
    throw new Error(`${name} is no OTLP JSON, nor what Tempo gives for a trace.`, { cause: error });
  }
}

customElements.define('trace-import', TraceImport);
