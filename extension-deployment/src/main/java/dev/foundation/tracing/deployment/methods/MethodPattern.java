package dev.foundation.tracing.deployment.methods;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/** Methods of a setting, such as {@code com.acme..*Service#*}. */
final class MethodPattern {

    static final String RULE = "<class>#<method>, with * for any part of a name and .. for packages of any depth, "
            + "such as com.acme..*Service#*";

    private static final Pattern SYNTAX = Pattern.compile("((?:[\\w$*]+|\\.{1,2}(?=[\\w$*]))+)#([\\w$*]+)");
    private static final Pattern PART = Pattern.compile("\\.\\.|\\*|[^.*]+|\\.");

    /** What spans are made with: one inside would begin another, and that one another. */
    private static final List<String> NEVER = List.of("dev.foundation.tracing.Spans", "dev.foundation.tracing.InsideSpan",
            "dev.foundation.tracing.runtime.", "io.opentelemetry.", "io.quarkus.", "io.smallrye.", "io.vertx.", "io.netty.",
            "org.jboss.");

    private final String text;
    private final Pattern className;
    private final Pattern methodName;

    private MethodPattern(String text, Pattern className, Pattern methodName) {
        this.text = text;
        this.className = className;
        this.methodName = methodName;
    }

    static boolean isGood(String text) {
        return SYNTAX.matcher(text).matches();
    }

    static MethodPattern parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches())
            throw new IllegalArgumentException("'" + text + "' is no pattern of methods: write " + RULE);
        return new MethodPattern(text, regex(parts.group(1)), regex(parts.group(2)));
    }

    private static Pattern regex(String glob) {
        return Pattern.compile(PART.matcher(glob).replaceAll(part -> Matcher.quoteReplacement(switch (part.group()) {
            case ".." -> part.start() == 0 ? "(?:.+\\.)?" : "\\.(?:.+\\.)?";
            case "*" -> "[^.]*";
            default -> Pattern.quote(part.group());
        })));
    }

    boolean matches(ClassInfo type) {
        String name = type.name().toString();
        return NEVER.stream().noneMatch(name::startsWith) && className.matcher(name).matches();
    }

    boolean matches(MethodInfo method) {
        return methodName.matcher(method.name()).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
