/**
 * TraceQL: what is written down here is what is read, by hand-written parsers that descend from rule to rule.
 *
 * <pre>
 * query     = pipeline [ "|" metrics ] { hints }
 * pipeline  = stage { "|" ( stage | "coalesce" "(" ")" ) }
 * stage     = spansets | filter | "by" "(" expr ")" | "select" "(" fields ")"
 * spansets  = structure { ( "&amp;&amp;" | "||" ) structure }
 * structure = set { relation set }
 * relation  = "&gt;" | "&lt;" | "&gt;&gt;" | "&lt;&lt;" | "~" | "!&gt;" | "!&lt;" | "!&gt;&gt;" | "!&lt;&lt;" | "!~"
 *           | "&amp;&gt;" | "&amp;&lt;" | "&amp;&gt;&gt;" | "&amp;&lt;&lt;" | "&amp;~"
 * set       = "{" [ expr ] "}" | "(" pipeline ")"
 * filter    = aggregate compare constant
 * aggregate = "count" "(" ")" | ( "avg" | "min" | "max" | "sum" ) "(" expr ")"
 *
 * expr      = cmp { ( "&amp;&amp;" | "||" ) cmp }                 both bind alike, from the left
 * cmp       = sum { ( compare | "=~" | "!~" ) sum }
 * compare   = "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 * sum       = product { ( "+" | "-" ) product }
 * product   = power { ( "*" | "/" | "%" ) power }
 * power     = unary [ "^" power ]
 * unary     = ( "-" | "!" ) expr-that-binds-tighter | primary
 * primary   = "(" expr ")" | field | literal | "nil"        nil only beside = and !=
 * field     = [ scope ] "." name | intrinsic
 * scope     = "span" | "resource" | "event" | "link" | "instrumentation"
 * name      = characters other than white space and {}()=~!&lt;&gt;&amp;|^, or parts "in quotes"
 * intrinsic = "duration" | "name" | "status" | … | "span:id" | "trace:id" | …        as {@link dev.foundation.tracing.tracestore.traceql.field.Intrinsic} lists them
 * literal   = string | number | duration | "true" | "false" | "minInt" | "maxInt" | "ok" | "error" | "unset" | "server" | …
 * constant  = an expr of numbers and durations alone
 *
 * metrics   = function [ "by" "(" fields ")" ] { "|" ( "topk" | "bottomk" ) "(" integer ")" | compare constant }
 * function  = ( "rate" | "count_over_time" ) "(" ")"
 *           | ( "min_over_time" | "max_over_time" | "avg_over_time" | "sum_over_time" ) "(" field ")"
 *           | "quantile_over_time" "(" field "," number { "," number } ")"
 * hints     = "with" "(" word "=" literal { "," word "=" literal } ")"
 * </pre>
 *
 * What Tempo knows besides (comparing sets, histograms, arithmetic with whole queries, {@code parent}) is refused, with its
 * place.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/traceql/">TraceQL</a>
 */
@NullMarked
package dev.foundation.tracing.tracestore.traceql;

import org.jspecify.annotations.NullMarked;
