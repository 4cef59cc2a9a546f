// TraceQL as far as the page writes it itself: conditions on one span, joined by &&. What goes beyond is only passed on.

const TOKEN = /"(?:[^"\\]|\\.)*"?|`[^`]*`?|&&|\|\||[=!<>]=|[=!]~|>>|<<|[{}()=<>!~|]|[^\s"`{}()=<>!~&|]+|[&|]/g;
const COMPARISONS = new Set(['=', '!=', '>', '>=', '<', '<=', '=~', '!~']);
const PLAIN_NAME = /^[\w.\-/]+$/;

/** @returns {{text: string, from: number, to: number}[]} */
export function tokens(text) {
  return [...text.matchAll(TOKEN)].map((found) => ({ text: found[0], from: found.index, to: found.index + found[0].length }));
}

export function isComparison(text) {
  return COMPARISONS.has(text);
}

/** @returns {boolean} whether somebody typed words to look for, and no TraceQL */
export function isWords(text) {
  return !/^\s*[{(]/.test(text);
}

/** @returns {boolean} false as long as brackets or quotes are open: somebody is still typing */
export function isWhole(text) {
  let depth = 0;
  for (const token of tokens(text)) {
    if ('{('.includes(token.text)) depth++;
    if ('})'.includes(token.text)) depth--;
    if (/^["`]/.test(token.text) && !/^(["`])(?:[^\\]|\\.)*\1$/s.test(token.text)) return false;
  }
  return depth <= 0;
}

/** @returns {{field: string, comparison: string, value: string}[]|null} null if it is more than plain conditions */
export function conditions(text) {
  const all = tokens(text).map((token) => token.text);
  if (all.length === 0) return [];
  if (all.shift() !== '{' || all.pop() !== '}') return null;
  if (all.length === 0) return [];
  const found = [];
  for (let i = 0; i < all.length; i += 4) {
    const [field, comparison, value, join] = all.slice(i, i + 4);
    if (!isField(field) || !isComparison(comparison) || !isValue(value) || (join !== undefined && (join !== '&&' || i + 4 >= all.length))) return null;
    found.push({ field, comparison, value });
  }
  return found;
}

function isField(text) {
  return text !== undefined && /^[\w.:]/.test(text);
}

function isValue(text) {
  return text !== undefined && /^["`\w.-]/.test(text);
}

function write(all) {
  return all.length === 0 ? '' : `{ ${all.map(({ field, comparison, value }) => `${field} ${comparison} ${value}`).join(' && ')} }`;
}

/** The value that a field must have in that text; empty if it may have any. */
export function valueOf(text, field, comparison = '=') {
  const found = conditions(text)?.find((condition) => condition.field === field && condition.comparison === comparison);
  return found ? unquoted(found.value) : '';
}

/** The text with all conditions on the field replaced by those given; what is no plain TraceQL is kept beside them. */
export function replace(text, field, ...wanted) {
  const added = wanted.map(([comparison, value]) => ({ field, comparison, value }));
  if (isWords(text)) return write([...words(text), ...added]);
  const before = conditions(text);
  if (before) return write([...before.filter((condition) => condition.field !== field), ...added]);
  return added.length > 0 ? `${write(added)} && ${text.trim()}` : text;
}

/** The text with one condition more. */
export function narrow(text, field, comparison, value) {
  const added = [{ field, comparison, value }];
  if (isWords(text)) return write([...words(text), ...added]);
  const before = conditions(text);
  return before ? write([...before.filter((condition) => condition.field !== field || condition.comparison !== comparison), ...added]) : `${write(added)} && ${text.trim()}`;
}

function words(text) {
  return text.split(/\s+/).filter((word) => word).map((word) => ({ field: 'name', comparison: '=~', value: quoted(`(?i).*${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.*`) }));
}

export function quoted(text) {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

function unquoted(text) {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\n/g, '\n').replace(/\\(.)/g, '$1') : text.replace(/^`|`$/g, '');
}

/** The name of an attribute in TraceQL; scope is span, resource, event, link or instrumentation. */
export function attribute(scope, key) {
  return `${scope}.${PLAIN_NAME.test(key) ? key : quoted(key)}`;
}

/** A value as TraceQL writes it, by the type that the store names. */
export function literal({ type, value }) {
  return ['int', 'float', 'bool', 'boolean', 'keyword', 'duration'].includes(type) ? String(value) : quoted(String(value));
}
