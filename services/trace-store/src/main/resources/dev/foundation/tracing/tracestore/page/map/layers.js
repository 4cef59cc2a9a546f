// Places services in columns, callers to the left of whom they call. The same services always lie in the same places, and
// nothing recurses, so that a ring of services or a long chain of them does no harm.

const SWEEPS = 6;

/**
 * @param {number} nodes how many
 * @param {{from: number, to: number}[]} edges between their indexes
 * @param {{width: number, height: number, across: number, down: number, thin: number}} size of a node, of the room between, and
 *   of the line of an edge that passes a column
 * @returns {{width: number, height: number, places: {x: number, y: number}[], lines: {points: {x: number, y: number}[], back: boolean}[]}}
 */
export function layOut(nodes, edges, size) {
  const back = backEdges(nodes, edges);
  const column = columns(nodes, edges, back);
  const items = Array.from({ length: nodes }, (_, index) => ({ column: column[index], height: size.height, near: [], far: [] }));
  const chains = edges.map((edge, index) => (back.has(index) ? [items[edge.from], items[edge.to]] : chain(edge, items, size)));
  const filled = arranged(items);
  const height = Math.max(size.height, ...filled.map((all) => room(all, size)));
  filled.forEach((all, index) => place(all, index * (size.width + size.across), height, size));
  return {
    width: filled.length * (size.width + size.across) - size.across,
    height: height + (back.size > 0 ? size.down : 0),
    places: items.slice(0, nodes).map(({ x, y }) => ({ x, y })),
    lines: chains.map((all, index) => ({ back: back.has(index), points: back.has(index) ? around(all, size) : through(all, size) })),
  };
}

/** Those that close a ring: found by going deep along the edges, in the order in which they are given. */
function backEdges(nodes, edges) {
  const leaving = Array.from({ length: nodes }, () => []);
  edges.forEach((edge, index) => leaving[edge.from].push(index));
  const state = new Array(nodes).fill(0);
  const found = new Set();
  for (const start of startingFirst(nodes, edges)) {
    const path = state[start] === 0 ? [{ node: start, next: 0 }] : [];
    if (path.length > 0) state[start] = 1;
    while (path.length > 0) {
      const at = path.at(-1);
      const edge = leaving[at.node][at.next++];
      if (edge === undefined) {
        state[at.node] = 2;
        path.pop();
      } else if (state[edges[edge].to] === 1) found.add(edge);
      else if (state[edges[edge].to] === 0) {
        state[edges[edge].to] = 1;
        path.push({ node: edges[edge].to, next: 0 });
      }
    }
  }
  return found;
}

function startingFirst(nodes, edges) {
  const called = new Set(edges.map((edge) => edge.to));
  const all = Array.from({ length: nodes }, (_, index) => index);
  return [...all.filter((node) => !called.has(node)), ...all.filter((node) => called.has(node))];
}

// Each one column further than the furthest of its callers.
function columns(nodes, edges, back) {
  const column = new Array(nodes).fill(0);
  const onward = edges.filter((_, index) => !back.has(index));
  for (let again = true, turn = 0; again && turn <= nodes; turn++) {
    again = false;
    for (const { from, to } of onward) {
      if (column[to] > column[from]) continue;
      column[to] = column[from] + 1;
      again = true;
    }
  }
  return column;
}

// An edge that passes columns holds a place in each, so that it does not run under what stands there.
function chain(edge, items, size) {
  const all = [items[edge.from]];
  for (let column = items[edge.from].column + 1; column < items[edge.to].column; column++) {
    const bend = { column, height: size.thin, near: [], far: [] };
    items.push(bend);
    all.push(bend);
  }
  all.push(items[edge.to]);
  for (let i = 1; i < all.length; i++) {
    all[i - 1].far.push(all[i]);
    all[i].near.push(all[i - 1]);
  }
  return all;
}

// Each column in the order of the middle of its neighbours, once from the left and once from the right.
function arranged(items) {
  const filled = [];
  for (const item of items) (filled[item.column] ??= []).push(item);
  filled.forEach((all) => all.forEach((item, index) => { item.order = index; }));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const side = sweep % 2 === 0 ? 'near' : 'far';
    for (const all of sweep % 2 === 0 ? filled : [...filled].reverse()) {
      const middle = new Map(all.map((item) => [item, item[side].length > 0 ? item[side].reduce((sum, other) => sum + other.order, 0) / item[side].length : item.order]));
      all.sort((a, b) => middle.get(a) - middle.get(b));
      all.forEach((item, index) => { item.order = index; });
    }
  }
  return filled;
}

function room(all, size) {
  return all.reduce((sum, item) => sum + item.height, 0) + (all.length - 1) * size.down;
}

function place(all, x, height, size) {
  let y = (height - room(all, size)) / 2;
  for (const item of all) {
    Object.assign(item, { x, y });
    y += item.height + size.down;
  }
}

function through(all, size) {
  const middle = ({ x, y, height }) => ({ x, y: y + height / 2 });
  const points = [];
  all.forEach((item, index) => {
    const { x, y } = middle(item);
    if (index > 0) points.push({ x, y });
    if (index < all.length - 1) points.push({ x: x + size.width, y });
  });
  return points;
}

function around([from, to], size) {
  const below = Math.max(from.y, to.y) + size.height + size.down / 2;
  return [{ x: from.x + size.width / 2, y: from.y + size.height }, { x: from.x + size.width / 2, y: below }, { x: to.x + size.width / 2, y: below }, { x: to.x + size.width / 2, y: to.y + size.height }];
}
