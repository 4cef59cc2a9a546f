package dev.foundation.tracing.deployment.methods;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Which methods may return something that is there later. Those whose type rules it out are not asked at run time. */
final class AsyncTypes {

    private static final Set<DotName> KNOWN = Set.of(DotName.OBJECT_NAME, DotName.createSimple(CompletionStage.class),
            DotName.createSimple(CompletableFuture.class), DotName.createSimple(Future.class),
            DotName.createSimple(Flow.Publisher.class), DotName.createSimple(Uni.class), DotName.createSimple(Multi.class));

    private final IndexView index;

    AsyncTypes(IndexView index) {
        this.index = index;
    }

    boolean mayBe(MethodInfo method) {
        return mayBe(method.returnType().name());
    }

    private boolean mayBe(DotName type) {
        if (KNOWN.contains(type))
            return true;
        ClassInfo known = index.getClassByName(type);
        return known != null && Stream.concat(Stream.ofNullable(known.superName()), known.interfaceNames().stream())
                .anyMatch(above -> !above.equals(DotName.OBJECT_NAME) && mayBe(above));
    }
}
