// Which traces are compared, and what differs on the whole.

import { html, nothing } from 'lit';
import { colour } from '../base/colours.js';
import { summary } from './difference.js';
import { PageElement } from '../base/element.js';
import { clock, duration, offset, plural, times } from '../base/format.js';
import { vars } from '../base/vars.js';

export class CompareHead extends PageElement {
  static properties = { traces: { attribute: false }, pairs: { attribute: false }, differences: { attribute: false } };

  render() {
    const [left, right] = this.traces;
    return html`<section class="compare-head" aria-label="The traces">
      ${card(left, 'A')}
      <a class="swap" href="/compare/${right.id}/${left.id}" title="Exchange the two" aria-label="Exchange the two">⇄</a>
      ${card(right, 'B')}
      <p class="summary">${this.inAll()}${this.parts()}</p>
    </section>`;
  }

  inAll() {
    const [left, right] = this.traces;
    return html`B took <b>${times(right.length / left.length)}</b> as long as A (${offset(right.length - left.length)}).`;
  }

  parts() {
    const found = summary(this.pairs, this.differences);
    const words = [
      found.left > 0 && `${plural(found.left, 'span')} only in A`, found.right > 0 && `${plural(found.right, 'span')} only in B`,
      found.timing > 0 && `${plural(found.timing, 'span')} with another duration`, found.failures > 0 && `${plural(found.failures, 'span')} failed in one alone`,
    ].filter(Boolean);
    return words.length > 0 ? html` ${words.join(' · ')}.` : ' Both have the same spans, and took about as long in each.';
  }
}

function card({ id, root, rows, length, start, errors }, letter) {
  return html`<div class="card"><span class="letter">${letter}</span>
    <a href="/trace/${id}"><span class="dot" ${vars({ '--service': colour(root.service) })}></span> <span class="soft">${root.service}</span> ${root.name}</a>
    <p class="facts"><b>${duration(length)}</b><span>${plural(rows.length, 'span')}</span>
      ${errors.length > 0 ? html`<span class="badge error">${plural(errors.length, 'error')}</span>` : nothing}
      <span>${clock(Number(start / 1000000n))}</span><span class="mono">${id}</span></p></div>`;
}

customElements.define('compare-head', CompareHead);
