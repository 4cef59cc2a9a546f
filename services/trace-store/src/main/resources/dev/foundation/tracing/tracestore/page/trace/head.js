// What a trace is about, in a line or two, and its services.

import { html, nothing } from 'lit';
import { colour } from '../base/colours.js';
import '../base/copybutton.js';
import { PageElement } from '../base/element.js';
import { clock, count, duration, plural } from '../base/format.js';
import { vars } from '../base/vars.js';

/** Tells about `service-chosen` with the name of the service that was clicked. */
export class TraceHead extends PageElement {
  static properties = { trace: { attribute: false } };

  render() {
    const { id, root, rows, length, start, errors } = this.trace;
    const depth = rows.reduce((deepest, row) => Math.max(deepest, row.depth), 0) + 1;
    const services = this.trace.services();
    return html`<section class="trace-head" aria-label="Trace">
      <h1><span class="dot" ${vars({ '--service': colour(root.service) })}></span><span class="soft">${root.service}</span>${root.name}</h1>
      <p class="facts">
        ${fact(duration(length), 'in all')}${fact(count(rows.length), rows.length === 1 ? 'span' : 'spans')}
        ${fact(count(services.length), services.length === 1 ? 'service' : 'services')}${fact(count(depth), 'deep')}
        ${errors.length > 0 ? html`<span class="badge error">${plural(errors.length, 'error')}</span>` : nothing}
        <span>${clock(Number(start / 1000000n))}</span>
      </p>
      <span class="copy"><span class="mono">${id}</span><copy-button .text=${id} label="Copy the trace id"></copy-button></span>
      <div class="services" role="group" aria-label="Services; choose one to find its spans">${services.map((each) => this.service(each))}</div>
    </section>`;
  }

  service({ service, spans, share }) {
    const title = `${plural(spans, 'span')}; ${percent(share)} of the critical path`;
    return html`<button type="button" class="quiet" title=${title} ${vars({ '--service': colour(service) })} @click=${() => this.choose(service)}>
      <span class="dot"></span>${service || 'no service name'} <span class="soft">${percent(share)}</span></button>`;
  }

  choose(service) {
    this.dispatchEvent(new CustomEvent('service-chosen', { detail: service, bubbles: true }));
  }
}

function fact(number, what) {
  return html`<span><b>${number}</b> ${what}</span>`;
}

function percent(share) {
  return share > 0 && share < 0.01 ? '<1%' : `${Math.round(100 * share)}%`;
}

customElements.define('trace-head', TraceHead);
