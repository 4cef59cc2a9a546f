// What can be typed next in a TraceQL query, and what is meant by it.

import { attribute, isComparison, isWords, literal, quoted, tokens } from '../base/traceql.js';

const INTRINSICS = [['name', 'the name of a span'], ['status', 'error, ok or unset'], ['duration', 'how long a span took'], ['kind', 'server, client, …'],
  ['statusMessage', 'why it failed'], ['trace:duration', 'how long the whole trace took'], ['trace:rootName', 'the name of the first span'], ['trace:rootService', 'where the trace began']];
const COMPARISONS = [['=', 'is'], ['!=', 'is not'], ['>', 'more than'], ['>=', 'at least'], ['<', 'less than'], ['<=', 'at most'], ['=~', 'matches the regular expression'], ['!~', 'does not match']];
const JOINS = [['&&', 'and'], ['||', 'or'], ['}', 'done']];
const KEYWORDS = {
  status: ['error', 'ok', 'unset'], kind: ['server', 'client', 'internal', 'producer', 'consumer'],
  duration: ['10ms', '50ms', '100ms', '500ms', '1s', '5s'], 'trace:duration': ['10ms', '50ms', '100ms', '500ms', '1s', '5s'],
};
const MOST = 40;

/** @returns {{kind: string, from: number, to: number, typed: string, field?: string}} what the caret is at */
export function placeAt(text, caret) {
  if (isWords(text)) return wordAt(text, caret);
  const before = tokens(text).filter((token) => token.from < caret);
  const last = before.at(-1);
  const typing = last && last.to >= caret && /^[\w."`:]/.test(last.text) ? before.pop() : null;
  const place = { from: typing?.from ?? caret, to: typing?.to ?? caret, typed: typing ? text.slice(typing.from, caret) : '' };
  const [field, comparison] = [before.at(-2)?.text, before.at(-1)?.text];
  if (comparison === undefined || comparison === '}') return { ...place, kind: 'none' };
  if (isComparison(comparison)) return { ...place, kind: 'value', field };
  if (['{', '(', '&&', '||', '!'].includes(comparison)) return { ...place, kind: 'field' };
  return { ...place, kind: isComparison(field ?? '') ? 'join' : 'comparison' };
}

function wordAt(text, caret) {
  const from = text.slice(0, caret).search(/\S*$/);
  return { kind: 'words', from, to: caret, typed: text.slice(from, caret) };
}

/**
 * @param {{tags: () => Promise<object[]>, values: (field: string) => Promise<object[]>}} store
 * @returns {Promise<{insert: string, label: string, about: string}[]>} the best first
 */
export async function suggestions(place, store) {
  switch (place.kind) {
    case 'field': return best(await fields(store), place.typed);
    case 'comparison': return plain(COMPARISONS);
    case 'value': return best(await values(place.field, store), place.typed);
    case 'join': return plain(JOINS);
    case 'words': return place.typed ? wordsFor(place.typed, store) : [];
    default: return [];
  }
}

function plain(pairs) {
  return pairs.map(([insert, about]) => ({ insert, label: insert, about }));
}

async function fields(store) {
  const scopes = (await store.tags()).filter(({ name }) => name !== 'intrinsic');
  const attributes = scopes.flatMap(({ name, tags }) => tags.map((tag) => ({ insert: attribute(name, tag), label: `${name}.${tag}`, about: `attribute of the ${name}` })));
  return [...plain(INTRINSICS), ...attributes.sort((a, b) => a.label.localeCompare(b.label))];
}

async function values(field, store) {
  const known = KEYWORDS[field];
  if (known) return known.map((value) => ({ insert: value, label: value, about: '' }));
  return (await store.values(field)).map((value) => ({ insert: literal(value), label: String(value.value), about: value.type === 'string' ? '' : value.type }));
}

// Somebody who types a word sees what it would be in TraceQL.
async function wordsFor(word, store) {
  const [services, names] = await Promise.all([store.values('resource.service.name'), store.values('name')]);
  const all = [...services.map(({ value }) => whole('resource.service.name', value, 'service')), ...names.map(({ value }) => whole('name', value, 'operation')),
    ...(await fields(store)).map(({ label, about }) => ({ insert: `{ ${label}`, label, about }))];
  return best(all, word).slice(0, 12);
}

function whole(field, value, about) {
  return { insert: `{ ${field} = ${quoted(String(value))} }`, label: String(value), about };
}

function best(all, typed) {
  const wanted = typed.replace(/^["`]|["`]$/g, '').toLowerCase();
  const rank = ({ label }) => {
    const at = label.toLowerCase().indexOf(wanted);
    if (at < 0) return -1;
    return at === 0 ? 2 : /[\W_]/.test(label[at - 1]) ? 1 : 0;
  };
  return all.map((suggestion) => ({ suggestion, rank: rank(suggestion) })).filter((entry) => entry.rank >= 0)
    .sort((a, b) => b.rank - a.rank).slice(0, MOST).map((entry) => entry.suggestion);
}
