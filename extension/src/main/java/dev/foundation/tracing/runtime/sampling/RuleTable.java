package dev.foundation.tracing.runtime.sampling;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.Attributes;

/**
 * Which of the rules decides, however many there are. Names are those of the code and remembered; paths are anybody's, and
 * looked at each time.
 */
final class RuleTable {

    /** A power of two. */
    private static final int REMEMBERED = 1_024;

    private static final Place NOWHERE = new Place("", null, Integer.MAX_VALUE);

    /** The first rule for spans of that name and where it stands, if there is one. */
    private record Place(String name, @Nullable LiveRule rule, int position) {
    }

    private final List<LiveRule> rules;
    /** What was found last, by the hash of its name. Without a fence: who does not see it finds the same once more. */
    private final @Nullable Place[] found = new Place[REMEMBERED];
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
        int slot = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
        Place last = found[slot];
        if (last != null && last.name.equals(name))
            return last;
        Place place = firstMatching(name);
        found[slot] = place;
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
