// What a span is about, in words: cache lookups, guarded calls and their attempts, breakers, batches.

import { duration, plural } from '../base/format.js';

/**
 * @returns {{word: string, tone: string, title: string}[]} what is worth saying beside the span's name;
 *          tones are good, soft, warn and bad
 */
export function badges(row) {
  const span = new Facts(row.span);
  return [...cache(span), ...attempt(span, row), ...guarded(span), ...breaker(span), ...batch(span)];
}

/** @returns {{from: number, to: number}[]} when a guarded call did nothing but wait for its next attempt */
export function backoffs(span) {
  return span.events.filter((event) => event.name === 'retry.backoff')
    .map((event) => ({ from: event.at - 1e6 * Number(value(event.attributes, 'retry.delay_ms') ?? 0), to: event.at }))
    .filter(({ from, to }) => to > from);
}

/** @returns {string} for the mark of an event */
export function eventTone(event) {
  if (event.failure || BAD_EVENTS.has(event.name)) return 'bad';
  return WARNING_EVENTS.has(event.name) ? 'warn' : 'soft';
}

const BREAKER = {
  'circuit_breaker.prevented': ['breaker open: not called', 'bad', 'The circuit breaker was open and let no call through'],
  'circuit_breaker.opened': ['breaker opened', 'bad', 'Too many calls failed: the circuit breaker opened'],
  'circuit_breaker.half_opened': ['breaker half-open', 'warn', 'The circuit breaker let a trial call through'],
  'circuit_breaker.closed': ['breaker closed', 'good', 'The trial calls went well: the circuit breaker closed'],
};
const REJECTED = {
  'bulkhead.rejected': ['bulkhead full', 'bad', 'As many calls as allowed were running'],
  'rate_limit.rejected': ['rate limited', 'bad', 'As many calls as allowed had been made'],
};
const BAD_EVENTS = new Set([...Object.keys(REJECTED), 'circuit_breaker.prevented', 'circuit_breaker.opened', 'timeout']);
const WARNING_EVENTS = new Set(['retry.backoff', 'fallback', 'circuit_breaker.half_opened']);

class Facts {
  constructor(span) {
    this.span = span;
    this.attributes = new Map(span.attributes);
    this.events = new Set(span.events.map((event) => event.name));
  }

  get(key) {
    return this.attributes.get(key);
  }

  number(key) {
    const number = Number(this.attributes.get(key));
    return Number.isFinite(number) ? number : 0;
  }
}

function value(pairs, wanted) {
  return pairs.find(([key]) => key === wanted)?.[1];
}

function badge(word, tone, title) {
  return { word, tone, title };
}

function cache(span) {
  const name = span.get('cache.name') ? ` in the cache ${span.get('cache.name')}` : '';
  const found = [];
  if (span.get('cache.coalesced') === 'true') found.push(badge('shared load', 'soft', `It waited for another caller's load${name}`));
  if (span.get('cache.hit') === 'true') found.push(badge(span.get('cache.null') === 'true' ? 'hit: nothing there' : 'hit', 'good', `Found${name}`));
  if (span.get('cache.hit') === 'false') found.push(badge('miss', 'warn', `Not found${name}`));
  if (span.get('cache.lock_timeout') === 'true') found.push(badge('lock timeout', 'bad', `It waited too long for another caller's load${name}`));
  return found;
}

function attempt(span, row) {
  const number = span.get('retry.attempt');
  if (number === undefined) return [];
  const all = row.parent && value(row.parent.span.attributes, 'fault_tolerance.attempts');
  const of = Number(all) >= Number(number) ? ` of ${all}` : '';
  return [badge(`attempt ${number}${of}`, span.span.failed ? 'bad' : 'soft', 'One try of a guarded call')];
}

function guarded(span) {
  const attempts = span.number('fault_tolerance.attempts');
  const found = [];
  if (attempts > 1) found.push(badge(plural(attempts, 'attempt'), 'warn', `It was tried ${attempts} times${waited(span.span)}`));
  const rejected = Object.entries(REJECTED).filter(([name]) => span.events.has(name)).map(([, what]) => badge(...what));
  const outcome = OUTCOMES[span.get('fault_tolerance.outcome')];
  if (outcome && rejected.length === 0) found.push(badge(...outcome));
  return [...found, ...rejected];
}

// What succeeded or failed needs no word: a failed span is red.
const OUTCOMES = {
  fallback: ['fallback', 'warn', 'The call failed; its caller got the fallback'],
  timeout: ['timed out', 'bad', 'The call took longer than allowed'],
  rejected: ['rejected', 'bad', 'The call was not made: too many at once'],
  cancelled: ['cancelled', 'soft', 'Its caller wanted the result no longer'],
};

function waited(span) {
  const nanos = backoffs(span).reduce((sum, { from, to }) => sum + to - from, 0);
  return nanos > 0 ? `, with ${duration(nanos)} of waiting in between` : '';
}

function breaker(span) {
  return Object.entries(BREAKER).filter(([name]) => span.events.has(name)).map(([, what]) => badge(...what));
}

function batch(span) {
  const found = [];
  if (span.get('batch.size') !== undefined) found.push(whole(span));
  if (span.get('batch.item.index') !== undefined) found.push(badge(`item ${span.number('batch.item.index') + 1}`, span.get('batch.item.status') === 'error' ? 'bad' : 'soft', 'One item of a batch'));
  if (span.get('batch.summarised.count') !== undefined) found.push(badge(`${plural(span.number('batch.summarised.count'), 'item')} in one`, 'soft', 'So many items went well that they are summarised here'));
  return found;
}

function whole(span) {
  const failed = span.number('batch.failed');
  const notRun = span.number('batch.not_run');
  const words = [plural(span.number('batch.size'), 'item'), failed > 0 && `${failed} failed`, notRun > 0 && `${notRun} not run`].filter(Boolean);
  return badge(words.join(', '), failed > 0 ? 'bad' : notRun > 0 ? 'warn' : 'soft', `A batch: ${span.number('batch.succeeded')} went well`);
}
