package dev.foundation.tracing.runtime.sampling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.Attributes;

/**
 * Which of the rules decides, however many there are. Names are those of the code and remembered, as many as an application
 * has; paths are anybody's, and looked at each time.
 */
final class RuleTable {

    private static final int MOST_NAMES = 2_000;
    private static final Place NOWHERE = new Place(null, Integer.MAX_VALUE);

    /** A rule and where it stands; what is found for a name, if it is none. */
    private record Place(@Nullable LiveRule rule, int position) {
    }

    private final List<LiveRule> rules;
    private final Map<String, Place> byName = new ConcurrentHashMap<>();
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
        int byItsRoute = routes.first(request, path, NOWHERE.position);
        return byItsRoute < byItsName.position ? rules.get(byItsRoute) : byItsName.rule;
    }

    private Place placeOf(String name) {
        if (!hasNames)
            return NOWHERE;
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
                return new Place(rules.get(i), i);
        }
        return NOWHERE;
    }
}
