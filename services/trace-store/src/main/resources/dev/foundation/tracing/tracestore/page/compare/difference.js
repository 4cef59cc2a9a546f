// What differs between two spans that are each other's counterpart.

import { badges } from '../spans/meaning.js';

// Less than this is what two runs of the same code differ by.
const NOTABLE_RATIO = 1.5;
const NOTABLE_SHARE = 0.01;

/** @returns {{left: ?object, right: ?object, only: ?string, ratio: number, timing: boolean, notable: boolean, failure: ?string, meaning: ?string, attributes: object[]}} */
export function difference({ left, right }, length) {
  if (!left || !right) return { only: left ? 'left' : 'right', ratio: NaN, timing: false, notable: true, failure: null, meaning: null, attributes: [] };
  const [before, after] = [took(left), took(right)];
  const timing = Math.abs(after - before) > length * NOTABLE_SHARE && Math.max(before, after) >= NOTABLE_RATIO * Math.min(before, after);
  const failure = failureOf(left.span, right.span);
  const attributes = attributesThatDiffer(left.span, right.span);
  const meaning = meaningOf(left, right);
  return { only: null, ratio: before > 0 ? after / before : NaN, timing, notable: timing || failure !== null || meaning !== null, failure, meaning, attributes };
}

function took({ span }) {
  return span.end - span.start;
}

function failureOf(left, right) {
  if (left.failed === right.failed) return null;
  return right.failed ? 'right' : 'left';
}

// A miss that became a hit, one attempt that became three.
function meaningOf(left, right) {
  const [before, after] = [left, right].map((row) => badges(row).map(({ word }) => word));
  if (before.join() === after.join()) return null;
  const [gone, come] = [before.filter((word) => !after.includes(word)), after.filter((word) => !before.includes(word))];
  return [...(gone.length > 0 ? [gone.join(', ')] : []), `→ ${come.join(', ')}`].join(' ');
}

/** @returns {{key: string, left: ?string, right: ?string}[]} what only one has is null in the other */
export function attributesThatDiffer(left, right) {
  const [before, after] = [new Map(left.attributes), new Map(right.attributes)];
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.map((key) => ({ key, left: before.get(key) ?? null, right: after.get(key) ?? null })).filter((each) => each.left !== each.right);
}

/** @returns {{left: number, right: number, timing: number, failures: number}} how many spans only one has, and how many differ */
export function summary(pairs, differences) {
  const count = (wanted) => pairs.reduce((sum, pair) => sum + (wanted(differences.get(pair)) ? 1 : 0), 0);
  return { left: count(({ only }) => only === 'left'), right: count(({ only }) => only === 'right'), timing: count(({ timing }) => timing), failures: count(({ failure }) => failure) };
}
