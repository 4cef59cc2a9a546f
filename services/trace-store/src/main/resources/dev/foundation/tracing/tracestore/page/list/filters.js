// Filters to click. They write the search for those who do not know TraceQL, who thereby see how it is written.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { fetchTags, fetchTagValues } from '../base/api.js';
import { PageElement } from '../base/element.js';
import { timeOfDay } from '../base/format.js';
import { attribute, conditions, isWords, quoted, replace, valueOf } from '../base/traceql.js';

const SERVICE = 'resource.service.name';
const DURATION = 'trace:duration';
const DURATIONS = ['10ms', '50ms', '100ms', '250ms', '500ms', '1s', '5s'];

export class TraceFilters extends PageElement {
  static properties = { text: { attribute: false }, services: { attribute: false }, range: { attribute: false }, names: { state: true }, attributes: { state: true } };

  constructor() {
    super();
    this.text = '';
    this.services = [];
    this.names = [];
    this.attributes = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.loadNames();
    this.loadAttributes();
  }

  render() {
    const failed = valueOf(this.text, 'status') === 'error';
    return html`<div class="filters" role="group" aria-label="Filters">
      ${this.select('Service', SERVICE, 'Any service', this.services.filter((name) => name))}
      ${this.select('Operation', 'name', 'Any operation', this.names, () => this.loadNames())}
      ${this.slow()}
      <button type="button" class="toggle" aria-pressed=${String(failed)} @click=${() => this.change(replace(this.text, 'status', ...(failed ? [] : [['=', 'error']])))}>Errors only</button>
      <select aria-label="Filter by an attribute" .value=${live('')} @focus=${this.loadAttributes} @change=${this.beginAttribute}>
        <option value="">Attribute …</option>${this.attributes.map((name) => html`<option value=${name}>${name}</option>`)}
      </select>
      ${this.range ? html`<button type="button" class="taken" title="Show all times again" @click=${() => this.send('range', null)}>${timeOfDay(this.range.from)} – ${timeOfDay(this.range.to)} <span aria-hidden="true">✕</span></button>` : nothing}
      ${this.text.trim() || this.range ? html`<button type="button" class="quiet" @click=${() => this.send('clear')}>Clear</button>` : nothing}
    </div>`;
  }

  select(label, field, any, values, load) {
    const chosen = valueOf(this.text, field);
    // The chosen one stays, even if its last trace has just gone.
    const all = chosen && !values.includes(chosen) ? [chosen, ...values] : values;
    return html`<select aria-label=${label} class=${chosen ? 'taken' : ''} @focus=${load} @change=${(event) => this.change(replace(this.text, field, ...equal(event.target.value)))}>
      <option value="" .selected=${live(!chosen)}>${any}</option>${all.map((value) => html`<option value=${value} .selected=${live(value === chosen)}>${value}</option>`)}</select>`;
  }

  slow() {
    const set = (conditions(this.text) ?? []).filter(({ field }) => field === DURATION);
    const chosen = set.length === 1 && set[0].comparison === '>' ? set[0].value : '';
    const shown = set.map(({ comparison, value }) => `${comparison} ${value}`).join(' and ');
    return html`<select aria-label="Duration of the trace" class=${shown ? 'taken' : ''} @change=${(event) => this.change(replace(this.text, DURATION, ...(event.target.value ? [['>', event.target.value]] : [])))}>
      <option value="" .selected=${live(!shown)}>Any duration</option>
      ${shown && !DURATIONS.includes(chosen) ? html`<option .selected=${live(true)}>${shown}</option>` : nothing}
      ${DURATIONS.map((value) => html`<option value=${value} .selected=${live(value === chosen)}>> ${value}</option>`)}</select>`;
  }

  async loadNames() {
    this.names = (await fetchTagValues('name')).map(({ value }) => String(value)).sort();
  }

  async loadAttributes() {
    const scopes = (await fetchTags()).filter(({ name }) => name === 'span' || name === 'resource');
    this.attributes = scopes.flatMap(({ name, tags }) => tags.map((tag) => attribute(name, tag))).sort();
  }

  // The value is chosen in the search box, where its completions are.
  beginAttribute(event) {
    const name = event.target.value;
    const others = isWords(this.text) ? [] : conditions(this.text) ?? [];
    const before = others.map(({ field, comparison, value }) => `${field} ${comparison} ${value} && `).join('');
    this.send('begin', `{ ${before}${name} = `);
    event.target.value = '';
  }

  change(text) {
    this.send('search', text);
  }

  send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function equal(value) {
  return value ? [['=', quoted(value)]] : [];
}

customElements.define('trace-filters', TraceFilters);
