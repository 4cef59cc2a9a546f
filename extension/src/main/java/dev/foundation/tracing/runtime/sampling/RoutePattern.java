package dev.foundation.tracing.runtime.sampling;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Requests by method and path, as <code>GET /products/{sku}</code>. It looks at a path where it lies and makes nothing: paths
 * come from the network.
 */
final class RoutePattern {

    private static final Pattern METHOD_AND_PATH = Pattern.compile("(?:([A-Z]+) +)?((?!\\S*//)/\\S*)");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}/]+}");

    /** Most segments are one word or one parameter, of which there is little to look at. */
    private record Segment(Kind kind, String pattern) {

        enum Kind {
            WORD,
            ANYTHING,
            PATTERN,
            ANY_DEPTH
        }

        static Segment of(String pattern) {
            if (pattern.equals("**"))
                return new Segment(Kind.ANY_DEPTH, pattern);
            if (pattern.equals("*"))
                return new Segment(Kind.ANYTHING, pattern);
            return new Segment(pattern.indexOf('*') < 0 ? Kind.WORD : Kind.PATTERN, pattern);
        }

        boolean isAnyDepth() {
            return kind == Kind.ANY_DEPTH;
        }

        boolean matches(String path, int from, int to) {
            return switch (kind) {
                case WORD -> to - from == pattern.length() && path.startsWith(pattern, from);
                case PATTERN -> NamePattern.matches(pattern, path, from, to);
                case ANYTHING, ANY_DEPTH -> true;
            };
        }
    }

    private final @Nullable String method;
    private final String literalStart;
    /** The words that it begins with, as one. */
    private final String words;
    /** Those after the words. */
    private final Segment[] segments;

    private RoutePattern(@Nullable String method, String path) {
        this.method = method;
        List<Segment> all = Stream.of(path.split("/")).skip(1).map(Segment::of).toList();
        List<Segment> first = all.stream().takeWhile(segment -> segment.kind == Segment.Kind.WORD).toList();
        this.words = first.stream().map(word -> '/' + word.pattern).collect(joining());
        this.segments = all.stream().skip(first.size()).toArray(Segment[]::new);
        int wildcard = path.indexOf('*');
        // "/admin/**" also matches "/admin".
        this.literalStart = wildcard < 0 ? withoutSlash(path) : withoutSlash(path.substring(0, wildcard));
    }

    /** @return null if it is neither a path nor a method and a path */
    static @Nullable RoutePattern parse(String text) {
        var parts = METHOD_AND_PATH.matcher(text);
        if (!parts.matches())
            return null;
        String path = PARAMETER.matcher(parts.group(2)).replaceAll("*");
        return path.indexOf('{') >= 0 || path.indexOf('}') >= 0 ? null : new RoutePattern(parts.group(1), path);
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** @return the only one that it is for, or null */
    @Nullable
    String method() {
        return method;
    }

    /** @return how every path begins that it matches */
    String literalStart() {
        return literalStart;
    }

    /** @return whether it matches, whatever the method is */
    boolean matches(String path) {
        if (!path.startsWith(words))
            return false;
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        int from = words.length();
        if (from >= end)
            return isAnyDepthFrom(0);
        if (path.charAt(from) == '/')
            return matchesSegments(path, from + 1, end);
        // What a request asks for may be anything, such as "*".
        return literalStart.isEmpty() && matchesSegments(path, 0, end);
    }

    /** As names are matched, with segments in the place of characters. */
    private boolean matchesSegments(String path, int from, int end) {
        int at = from;
        int next = 0;
        int anyDepth = -1;
        int taken = at;
        while (at <= end) {
            int segmentEnd = endOfSegment(path, at, end);
            if (next < segments.length && segments[next].isAnyDepth()) {
                anyDepth = next++;
                taken = at;
            } else if (next < segments.length && segments[next].matches(path, at, segmentEnd)) {
                next++;
                at = segmentEnd + 1;
            } else if (anyDepth >= 0) {
                next = anyDepth + 1;
                taken = endOfSegment(path, taken, end) + 1;
                at = taken;
            } else {
                return false;
            }
        }
        return isAnyDepthFrom(next);
    }

    private boolean isAnyDepthFrom(int first) {
        for (int i = first; i < segments.length; i++)
            if (!segments[i].isAnyDepth())
                return false;
        return true;
    }

    private static int endOfSegment(String path, int from, int end) {
        int slash = path.indexOf('/', from);
        return slash < 0 || slash > end ? end : slash;
    }
}
