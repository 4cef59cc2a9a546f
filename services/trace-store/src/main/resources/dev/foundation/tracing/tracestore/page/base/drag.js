// Dragging over a strip of time chooses a part of it.

const LEAST_PIXELS = 4;

/**
 * @param {PointerEvent} down with which it begins
 * @param {{from: number, to: number}} range that the element's width stands for
 * @param {(part: ?{from: number, to: number}) => void} moving is told of the part so far, and of null when the pointer is let go
 * @param {(part: {from: number, to: number}) => void} chosen is told of the part at the end
 */
export function drag(down, range, moving, chosen) {
  const element = down.currentTarget;
  const { left, width } = element.getBoundingClientRect();
  const time = (event) => range.from + Math.min(1, Math.max(0, (event.clientX - left) / width)) * (range.to - range.from);
  const dragging = new AbortController();
  const { signal } = dragging;
  const part = (event) => (Math.abs(event.clientX - down.clientX) < LEAST_PIXELS ? null : { from: Math.min(time(down), time(event)), to: Math.max(time(down), time(event)) });
  const end = (result) => {
    dragging.abort();
    moving(null);
    if (result) chosen(result);
  };
  element.setPointerCapture(down.pointerId);
  element.addEventListener('pointermove', (move) => moving(part(move)), { signal });
  element.addEventListener('pointerup', (up) => end(part(up)), { signal });
  element.addEventListener('pointercancel', () => end(null), { signal });
}
