// The TraceQL that finds spans with the same attribute.

const PLAIN_NAME = /^[A-Za-z_][\w.-]*$/;
const UNQUOTED = new Set(['intValue', 'doubleValue', 'boolValue']);

/** @returns {?string} null for values that TraceQL does not compare, such as lists */
export function attributeQuery(scope, key, text, type) {
  if (type !== 'stringValue' && !UNQUOTED.has(type)) return null;
  return `{${scope}.${PLAIN_NAME.test(key) ? key : quoted(key)} = ${UNQUOTED.has(type) ? text : quoted(text)}}`;
}

function quoted(text) {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
