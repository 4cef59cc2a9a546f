// What the caller waited for: walking back from the end of a trace, at each moment the child that ended last.
// Loops only, no recursion: a trace may be 10,000 deep.

/**
 * @param {object[]} rows of the tree, as {@link arrange} gives them
 * @returns {Map<object, {from: number, to: number}[]>} for each row on the path, the times during which it alone held the trace up, the last one first
 */
export function criticalPath(rows) {
  const path = new Map();
  const root = longest(rows);
  if (!root) return path;
  const stack = [visit(root, rows, root.span.end)];
  while (stack.length > 0) {
    const here = stack[stack.length - 1];
    const child = lastToEnd(here);
    const reached = child ? Math.min(child.span.end, here.until) : here.row.span.start;
    add(path, here.row, reached, here.until);
    here.until = reached;
    if (child) stack.push(visit(child, rows, reached));
    else leave(stack);
  }
  return path;
}

// Work that went on after the answer belongs to other roots, or to none: the longest tree is what somebody waited for.
function longest(rows) {
  let found = null;
  for (let i = 0; i < rows.length; i = rows[i].end) {
    if (!found || length(rows[i].span) > length(found.span)) found = rows[i];
  }
  return found;
}

function length(span) {
  return span.end - span.start;
}

function visit(row, rows, until) {
  const children = [];
  for (let i = row.index + 1; i < row.end; i = rows[i].end) children.push(rows[i]);
  return { row, until, children: children.sort((a, b) => a.span.end - b.span.end) };
}

// A child that began after the time reached, or before its parent, held nobody up.
function lastToEnd({ row, until, children }) {
  while (children.length > 0) {
    const child = children.pop();
    if (child.span.start < until && child.span.end > row.span.start) return child;
  }
  return null;
}

function leave(stack) {
  const { row } = stack.pop();
  const above = stack[stack.length - 1];
  if (above) above.until = Math.min(above.until, Math.max(row.span.start, above.row.span.start));
}

function add(path, row, from, to) {
  const start = Math.max(from, row.span.start);
  if (!path.has(row)) path.set(row, []);
  if (to > start) path.get(row).push({ from: start, to });
}
