// What all components of the page have in common.

import { LitElement } from 'lit';

/** A component without a shadow root: the style sheets of the page hold for it, and its text is text of the page. */
export class PageElement extends LitElement {
  createRenderRoot() {
    return this;
  }
}
