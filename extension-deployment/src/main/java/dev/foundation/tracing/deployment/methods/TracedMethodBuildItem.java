package dev.foundation.tracing.deployment.methods;

import java.util.Comparator;

import org.objectweb.asm.Type;

import io.quarkus.builder.item.MultiBuildItem;

/** A method to be traced, checked: it has a body, and its span has a good name. */
public final class TracedMethodBuildItem extends MultiBuildItem implements Comparable<TracedMethodBuildItem> {

    private static final Comparator<TracedMethodBuildItem> ORDER = Comparator.comparing(TracedMethodBuildItem::className)
            .thenComparing(TracedMethodBuildItem::methodName).thenComparing(TracedMethodBuildItem::descriptor);

    private final String className;
    private final String methodName;
    private final String descriptor;
    private final String spanName;

    TracedMethodBuildItem(String className, String methodName, String descriptor, String spanName) {
        this.className = className;
        this.methodName = methodName;
        this.descriptor = descriptor;
        this.spanName = spanName;
    }

    /** @return the binary name, with dots */
    public String className() {
        return className;
    }

    public String methodName() {
        return methodName;
    }

    /** @return the JVM's descriptor of parameters and result, see {@link Type#getMethodDescriptor} */
    public String descriptor() {
        return descriptor;
    }

    public String spanName() {
        return spanName;
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
        return className.hashCode() * 31 + methodName.hashCode();
    }
}
