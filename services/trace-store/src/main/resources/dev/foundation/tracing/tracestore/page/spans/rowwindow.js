// The rows of a long list that are in sight. Only they exist as elements, so 5,000 rows are as quick as five.

export const ROW_HEIGHT = 26;
// So many on either side that scrolling fast, or finding in the page by the browser's own means, meets no gap.
const SPARE_ROWS = 20;

export class RowWindow {
  /**
   * @param {string} selector of the element within the host that scrolls
   * @param {() => void} resized so that the host keeps in sight what shall be
   */
  constructor(host, selector, resized) {
    this.host = host;
    this.selector = selector;
    this.scroller = null;
    this.resizing = new ResizeObserver(() => {
      resized();
      this.host.requestUpdate();
    });
    this.scrolled = () => this.host.requestUpdate();
    host.addController(this);
  }

  hostUpdated() {
    const scroller = this.host.querySelector(this.selector);
    if (scroller === this.scroller) return;
    this.release();
    this.scroller = scroller;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.scrolled, { passive: true });
    this.resizing.observe(scroller);
  }

  hostDisconnected() {
    this.release();
    this.scroller = null;
  }

  release() {
    this.resizing.disconnect();
    this.scroller?.removeEventListener('scroll', this.scrolled);
  }

  /** @returns {{row: object, index: number}[]} */
  inSight(rows) {
    const { scrollTop = 0, clientHeight = innerHeight } = this.scroller ?? {};
    const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - SPARE_ROWS);
    const last = Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT) + SPARE_ROWS;
    return rows.slice(first, last).map((row, place) => ({ row, index: first + place }));
  }

  /** @returns {number} */
  get page() {
    return Math.max(1, Math.floor((this.scroller?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
  }

  reveal(index) {
    if (!this.scroller) return;
    const top = index * ROW_HEIGHT;
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + ROW_HEIGHT > scrollTop + clientHeight) this.scroller.scrollTop = top + ROW_HEIGHT - clientHeight;
  }

  /** @returns {number} the width of the scroll bar, by which a heading above is narrower */
  get bar() {
    return this.scroller ? this.scroller.offsetWidth - this.scroller.clientWidth : 0;
  }
}
