package dev.foundation.tracing.deployment.methods;

import java.util.Comparator;
import java.util.List;

import org.jboss.jandex.MethodInfo;
import org.objectweb.asm.Type;

import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.builder.item.MultiBuildItem;

/** A method to be traced, checked: it has a body, and its span has a good name. */
public final class TracedMethodBuildItem extends MultiBuildItem implements Comparable<TracedMethodBuildItem> {

    private static final Comparator<TracedMethodBuildItem> ORDER = Comparator.comparing(TracedMethodBuildItem::className)
            .thenComparing(TracedMethodBuildItem::methodName).thenComparing(TracedMethodBuildItem::descriptor);

    private final SpanMethod span;
    private final List<ParameterAttribute> parameters;
    private final boolean mayBeAsync;

    TracedMethodBuildItem(SpanMethod span, List<ParameterAttribute> parameters, boolean mayBeAsync) {
        this.span = span;
        this.parameters = List.copyOf(parameters);
        this.mayBeAsync = mayBeAsync;
    }

    public MethodInfo method() {
        return span.method();
    }

    /** @return the binary name, with dots */
    public String className() {
        return method().declaringClass().name().toString();
    }

    public String methodName() {
        return method().name();
    }

    /** @return the JVM's descriptor of parameters and result, see {@link Type#getMethodDescriptor} */
    public String descriptor() {
        return method().descriptor();
    }

    public String spanName() {
        return span.name();
    }

    public SpanKind kind() {
        return span.kind();
    }

    /** @return whether the span begins a trace of its own */
    public boolean root() {
        return span.root();
    }

    /** @return attributes that are the same for each call, as {@code key=value} */
    public List<String> constants() {
        return span.constants();
    }

    public List<ParameterAttribute> parameters() {
        return parameters;
    }

    /** @return the attribute that holds the result; empty for none */
    public String resultKey() {
        return span.resultKey();
    }

    /** @return whether the result may be one that is there later, as far as its type tells */
    public boolean mayBeAsync() {
        return mayBeAsync;
    }

    /** @return whether Quarkus makes the span of instances that have interceptors */
    public boolean quarkusMakesItOnBeans() {
        return span.quarkusMakesItOnBeans();
    }

    /** @return whether an interceptor can surround it, if its class is a bean's */
    public boolean canBeIntercepted() {
        return span.canBeIntercepted();
    }

    @Override
    public int compareTo(TracedMethodBuildItem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TracedMethodBuildItem that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return className().hashCode() * 31 + methodName().hashCode();
    }
}
