// Light, dark, or as the system is.

import { html } from 'lit';
import { PageElement } from './element.js';

const KEY = 'trace-store.theme';
const NEXT = { system: 'light', light: 'dark', dark: 'system' };
const SIGNS = { system: '◐', light: '☀', dark: '☾' };

export class ThemeToggle extends PageElement {
  static properties = { theme: { state: true } };

  constructor() {
    super();
    this.theme = document.documentElement.dataset.theme ?? 'system';
  }

  render() {
    return html`<button type="button" class="icon" title=${`Theme: ${this.theme}`} aria-label=${`Theme: ${this.theme}. Change to ${NEXT[this.theme]}`} @click=${this.change}>${SIGNS[this.theme]}</button>`;
  }

  change() {
    this.theme = NEXT[this.theme];
    if (this.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.theme;
    try {
      localStorage.setItem(KEY, this.theme);
    } catch {
      // No storage, no memory: it holds until the next reload.
    }
    // What is painted on a canvas has to be painted again.
    dispatchEvent(new Event('themechange'));
  }
}

customElements.define('theme-toggle', ThemeToggle);
