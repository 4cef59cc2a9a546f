package dev.foundation.tracing.runtime.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.semconv.HttpAttributes;

/**
 * Routes by the character in which they begin to differ, so that a path is compared with the few that it can match. A table of
 * paths would be filled by whoever sends them.
 */
final class RouteIndex {

    private record Entry(RoutePattern route, int position) {
    }

    private static final int CHARACTERS = 128;

    private final int differFrom;
    private final Entry[][] byNextCharacter;

    private RouteIndex(int differFrom, Entry[][] byNextCharacter) {
        this.differFrom = differFrom;
        this.byNextCharacter = byNextCharacter;
    }

    /** @param routes in their order; null where a rule has none */
    static RouteIndex of(List<@Nullable RoutePattern> routes) {
        String common = routes.stream().filter(Objects::nonNull).map(RoutePattern::literalStart)
                .reduce(RouteIndex::commonStart).orElse("");
        return new RouteIndex(common.length(), routes.stream().allMatch(Objects::isNull) ? new Entry[0][]
                : IntStream.rangeClosed(0, CHARACTERS).mapToObj(character -> entries(routes, common, (char) character))
                        .toArray(Entry[][]::new));
    }

    private static Entry[] entries(List<@Nullable RoutePattern> routes, String common, char character) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            RoutePattern route = routes.get(i);
            if (route != null && mayMatch(route.literalStart(), common.length(), character))
                entries.add(new Entry(route, i));
        }
        return entries.toArray(Entry[]::new);
    }

    /** The last place of the table stands for the end of the path and all other characters. */
    private static boolean mayMatch(String literalStart, int at, char character) {
        return literalStart.length() <= at || placeOf(literalStart, at) == character;
    }

    private static int placeOf(String text, int at) {
        return at < text.length() && text.charAt(at) < CHARACTERS ? text.charAt(at) : CHARACTERS;
    }

    private static String commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length))
            length++;
        return one.substring(0, length);
    }

    boolean isEmpty() {
        return byNextCharacter.length == 0;
    }

    /**
     * @param name that the request's span starts with
     * @return the position of the first route that matches, or {@code none}
     */
    int first(String name, Attributes request, String path, int none) {
        if (isEmpty())
            return none;
        for (Entry entry : byNextCharacter[placeOf(path, differFrom)]) {
            if (entry.route.matches(path) && isFor(entry.route.method(), name, request))
                return entry.position;
        }
        return none;
    }

    /** Before its route is known a request's span is named by its method, which is sooner compared than looked up. */
    private static boolean isFor(@Nullable String method, String name, Attributes request) {
        return method == null || method.equals(name) || method.equals(request.get(HttpAttributes.HTTP_REQUEST_METHOD));
    }
}
