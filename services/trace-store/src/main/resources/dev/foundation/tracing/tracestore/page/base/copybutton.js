// Copies an identifier.

import { html } from 'lit';
import { PageElement } from './element.js';

const SAYS_SO_FOR_MILLIS = 1500;

export class CopyButton extends PageElement {
  static properties = { text: {}, label: {}, says: { state: true } };

  constructor() {
    super();
    this.says = 'Copy';
  }

  render() {
    return html`<button class="quiet" type="button" aria-label=${this.label} @click=${this.copy}>${this.says}</button>`;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.says = 'Copied';
    } catch {
      this.says = 'Select it to copy';
    }
    setTimeout(() => { this.says = 'Copy'; }, SAYS_SO_FOR_MILLIS);
  }
}

customElements.define('copy-button', CopyButton);
