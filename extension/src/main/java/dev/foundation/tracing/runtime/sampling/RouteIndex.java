package dev.foundation.tracing.runtime.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    private final String commonStart;
    private final List<List<Entry>> byNextCharacter;

    private RouteIndex(String commonStart, List<List<Entry>> byNextCharacter) {
        this.commonStart = commonStart;
        this.byNextCharacter = byNextCharacter;
    }

    /** @param routes in their order; null where a rule has none */
    static RouteIndex of(List<@Nullable RoutePattern> routes) {
        String common = routes.stream().filter(Objects::nonNull).map(RoutePattern::literalStart)
                .reduce(RouteIndex::commonStart).orElse("");
        List<List<Entry>> table = new ArrayList<>();
        for (int character = 0; character <= CHARACTERS; character++)
            table.add(entries(routes, common, (char) character));
        return new RouteIndex(common, routes.stream().allMatch(Objects::isNull) ? List.of() : List.copyOf(table));
    }

    private static List<Entry> entries(List<@Nullable RoutePattern> routes, String common, char character) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            RoutePattern route = routes.get(i);
            if (route != null && mayMatch(route.literalStart(), common.length(), character))
                entries.add(new Entry(route, i));
        }
        return List.copyOf(entries);
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
        return byNextCharacter.isEmpty();
    }

    /** @return the position of the first route that matches, or {@code none} */
    int first(Attributes request, String path, int none) {
        if (isEmpty() || !path.startsWith(commonStart))
            return none;
        List<Entry> entries = byNextCharacter.get(placeOf(path, commonStart.length()));
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.route.matches(path) && isFor(entry.route.method(), request))
                return entry.position;
        }
        return none;
    }

    private static boolean isFor(@Nullable String method, Attributes request) {
        return method == null || method.equals(request.get(HttpAttributes.HTTP_REQUEST_METHOD));
    }
}
