// Dragging over a strip of time chooses a part of it.

const LEAST_PIXELS = 4;

/**
 * @param {PointerEvent} down with which it begins
 * @param {{from: number, to: number}} range that the element's width stands for
 * @param {(part: {from: number, to: number}) => void} chosen as the pointer moves, and at its end
 */
export function drag(down, range, chosen) {
  const element = down.currentTarget;
  const { left, width } = element.getBoundingClientRect();
  const time = (event) => range.from + Math.min(1, Math.max(0, (event.clientX - left) / width)) * (range.to - range.from);
  const dragging = new AbortController();
  const { signal } = dragging;
  element.setPointerCapture(down.pointerId);
  element.addEventListener('pointerup', (up) => {
    dragging.abort();
    if (Math.abs(up.clientX - down.clientX) >= LEAST_PIXELS) chosen({ from: Math.min(time(down), time(up)), to: Math.max(time(down), time(up)) });
  }, { signal });
  element.addEventListener('pointercancel', () => dragging.abort(), { signal });
}
