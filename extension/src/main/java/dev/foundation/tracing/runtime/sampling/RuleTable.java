package dev.foundation.tracing.runtime.sampling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.Attributes;

/**
 * Which of the rules decides, however many there are. Names are those of the code and remembered; paths are anybody's, and
 * looked at each time.
 */
final class RuleTable {

    private static final int MOST_NAMES = 2_000;

    /** A power of two. */
    private static final int RECENT = 1_024;

    private static final Place NOWHERE = new Place("", null, Integer.MAX_VALUE);

    /** The first rule for spans of that name and where it stands, if there is one. */
    private record Place(String name, @Nullable LiveRule rule, int position) {
    }

    private final List<LiveRule> rules;
    private final Map<String, Place> byName = new ConcurrentHashMap<>();
    /** Those that were asked for last, by their hash. Without a fence: who does not see them looks into the map. */
    private final @Nullable Place[] recent = new Place[RECENT];
    private final boolean hasNames;
    private final RouteIndex routes;

    RuleTable(List<LiveRule> rules) {
        this.rules = List.copyOf(rules);
        this.hasNames = rules.stream().anyMatch(rule -> rule.name() != null);
        this.routes = RouteIndex.of(this.rules.stream().map(LiveRule::route).toList());
    }

    List<LiveRule> rules() {
        return rules;
    }

    /** @return the first rule for a span of that name, or null */
    @Nullable
    LiveRule find(String name) {
        return placeOf(name).rule;
    }

    /** @return the first rule for a request, by the name that its span starts with or by its route, or null */
    @Nullable
    LiveRule find(String name, Attributes request, String path) {
        Place byItsName = placeOf(name);
        int byItsRoute = routes.first(name, request, path, NOWHERE.position);
        return byItsRoute < byItsName.position ? rules.get(byItsRoute) : byItsName.rule;
    }

    private Place placeOf(String name) {
        if (!hasNames)
            return NOWHERE;
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (RECENT - 1);
        Place last = recent[slot];
        if (last != null && last.name.equals(name))
            return last;
        Place place = remembered(name);
        recent[slot] = place;
        return place;
    }

    private Place remembered(String name) {
        Place known = byName.get(name);
        if (known != null)
            return known;
        Place place = firstMatching(name);
        if (byName.size() < MOST_NAMES)
            byName.put(name, place);
        return place;
    }

    private Place firstMatching(String name) {
        for (int i = 0; i < rules.size(); i++) {
            NamePattern pattern = rules.get(i).name();
            if (pattern != null && pattern.matches(name))
                return new Place(name, rules.get(i), i);
        }
        return new Place(name, null, NOWHERE.position);
    }
}
