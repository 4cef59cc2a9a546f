// Two traces side by side: which span of one is which span of the other.
// Spans are the same if service and name are, below parents that are. Loops only, no recursion.

/**
 * @param {object[]} left rows of a tree, as {@link arrange} gives them
 * @param {object[]} right likewise
 * @returns {{left: ?object, right: ?object, depth: number, index: number, end: number, parent: ?object}[]} in reading order; `end` as in a tree's rows
 */
export function align(left, right) {
  const pairs = [];
  const stack = paired(roots(left), roots(right)).map((pair) => ({ ...pair, depth: 0, parent: null })).reverse();
  while (stack.length > 0) {
    const pair = stack.pop();
    pair.index = pairs.length;
    pairs.push(pair);
    const below = merged(children(pair.left, left), children(pair.right, right));
    for (let i = below.length - 1; i >= 0; i--) stack.push({ ...below[i], depth: pair.depth + 1, parent: pair });
  }
  markEnds(pairs);
  return pairs;
}

function roots(rows) {
  return siblings(rows, 0, rows.length);
}

function children(row, rows) {
  return row ? siblings(rows, row.index + 1, row.end) : [];
}

function siblings(rows, from, to) {
  const found = [];
  for (let i = from; i < to; i = rows[i].end) found.push(rows[i]);
  return found;
}

// Whoever compares two traces wants to see their roots beside each other, whatever they are called.
function paired(left, right) {
  const pairs = merged(left, right);
  if (left.length === 0 || right.length === 0 || pairs.some((pair) => pair.left && pair.right)) return pairs;
  return [{ left: left[0], right: right[0] }, ...merged(left.slice(1), right.slice(1))];
}

// The order is the left one's; what only the right one has comes behind what it followed there.
function merged(left, right) {
  const waiting = new Map();
  const places = left.map((row) => ({ left: row, right: null, after: [] }));
  // Backwards, so that the first of one name is taken first, from the end.
  for (let i = places.length - 1; i >= 0; i--) add(waiting, nameOf(places[i].left), places[i]);
  const first = { after: [] };
  let last = first;
  for (const row of right) {
    const place = waiting.get(nameOf(row))?.pop();
    if (place) {
      place.right = row;
      last = place;
    } else {
      last.after.push({ left: null, right: row });
    }
  }
  return [...first.after, ...places.flatMap((place) => [{ left: place.left, right: place.right }, ...place.after])];
}

function add(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

function nameOf({ span }) {
  return JSON.stringify([span.service, span.name, span.kind]);
}

function markEnds(pairs) {
  const open = [];
  for (const pair of pairs) {
    while (open.length > 0 && open[open.length - 1].depth >= pair.depth) open.pop().end = pair.index;
    open.push(pair);
  }
  for (const pair of open) pair.end = pairs.length;
}
