// What the service map says of a service or of calls, in words and as a search.

import { duration, perMinute } from '../base/format.js';
import { quoted } from '../base/traceql.js';

export function nameOf(node) {
  return node.name || 'no service name';
}

/** How many of the calls failed. */
export function share({ errors, calls }) {
  const percent = (100 * errors) / calls;
  return `${percent > 0 && percent < 1 ? '<1' : Math.round(percent)} %`;
}

/** The same after the map has been read anew. */
export function nodeKey({ kind, name }) {
  return JSON.stringify([kind, name]);
}

export function edgeKey({ from, to, kind }, { nodes }) {
  return JSON.stringify([kind, nodeKey(nodes[from]), nodeKey(nodes[to])]);
}

export function sentence(edge, { nodes }) {
  const verb = { call: 'calls', message: 'sends to', link: 'is linked from' }[edge.kind];
  return `${nameOf(nodes[edge.from])} ${verb} ${nameOf(nodes[edge.to])}: ${perMinute(edge.callsPerMinute)}, ${share(edge)} errors, half within ${duration(Number(edge.p50Nanos))}, 95 % within ${duration(Number(edge.p95Nanos))}`;
}

/** @returns {string|null} TraceQL for the traces that went through it; null if spans do not tell */
export function nodeQuery({ kind, name }) {
  return kind === 'service' ? serviceIs(name) : null;
}

// Whoever records no spans is found by what its callers say.
export function edgeQuery({ from, to, kind }, { nodes }) {
  if (kind === 'link') return serviceIs(nodes[to].name);
  if (nodes[to].kind === 'service') return `${serviceIs(nodes[from].name)} > ${serviceIs(nodes[to].name)}`;
  return `{ resource.service.name = ${quoted(nodes[from].name)} && kind = ${kind === 'message' ? 'producer' : 'client'} }`;
}

function serviceIs(name) {
  return `{ resource.service.name = ${quoted(name)} }`;
}
