// Spans in the order in which a reader goes through them. Loops only, no recursion: a trace may be 10,000 deep.

/**
 * Each row knows its span, its depth, its parent's row, and `end`: the index of the first row
 * that is not below it.
 * Spans whose parent is missing begin a tree of their own, as do spans that are each other's ancestors.
 */
export function arrange(spans) {
  const byId = new Map();
  // Of two spans with one id, the first gets the children.
  for (const span of spans) if (!byId.has(span.id)) byId.set(span.id, span);
  const children = new Map();
  const roots = [];
  for (const span of spans) {
    const parent = span.parent === null ? undefined : byId.get(span.parent);
    if (parent === undefined || parent === span) roots.push(span);
    else if (children.has(parent)) children.get(parent).push(span);
    else children.set(parent, [span]);
  }
  const rows = [];
  const seen = new Set();
  for (const root of roots.sort(byStart)) descend(root, children, seen, rows);
  // What is left hangs on a cycle: it is cut at its earliest span.
  for (const span of spans.filter((each) => !seen.has(each)).sort(byStart)) if (!seen.has(span)) descend(span, children, seen, rows);
  markEnds(rows);
  for (const row of rows) {
    const cut = row.depth === 0 && row.span.parent !== null;
    row.orphan = cut && !byId.has(row.span.parent);
    row.cycle = cut && !row.orphan;
  }
  return rows;
}

function byStart(a, b) {
  return a.start - b.start || b.end - a.end;
}

function descend(root, children, seen, rows) {
  const stack = [{ span: root, depth: 0, parent: null }];
  while (stack.length > 0) {
    const row = stack.pop();
    if (seen.has(row.span)) continue;
    seen.add(row.span);
    rows.push(row);
    const below = (children.get(row.span) ?? []).sort(byStart);
    for (let i = below.length - 1; i >= 0; i--) stack.push({ span: below[i], depth: row.depth + 1, parent: row });
  }
}

function markEnds(rows) {
  const open = [];
  rows.forEach((row, index) => {
    row.index = index;
    while (open.length > 0 && open[open.length - 1].depth >= row.depth) open.pop().end = index;
    open.push(row);
  });
  for (const row of open) row.end = rows.length;
}

/** The rows that are not hidden below a folded one. */
export function visible(rows, folded) {
  const shown = [];
  for (let i = 0; i < rows.length; i = folded.has(rows[i]) ? rows[i].end : i + 1) shown.push(rows[i]);
  return shown;
}

/** How long a span did something itself, that is, while none of its children ran. */
export function selfTime(rows, row) {
  let covered = 0;
  let reached = row.span.start;
  for (let i = row.index + 1; i < row.end; i = rows[i].end) {
    const from = Math.max(rows[i].span.start, reached);
    const to = Math.min(rows[i].span.end, row.span.end);
    if (to > from) covered += to - from;
    reached = Math.max(reached, to);
  }
  return row.span.end - row.span.start - covered;
}
