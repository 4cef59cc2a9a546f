package dev.foundation.tracing.runtime.faulttolerance;

import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.FaultToleranceStrategy;
import io.smallrye.faulttolerance.core.Future;

/** Around the strategies that another thread runs, whose caller has a {@code Future} by then: the guarded call ends here. */
final class ElsewhereStrategy<V> implements FaultToleranceStrategy<V> {

    private final FaultToleranceStrategy<V> delegate;

    ElsewhereStrategy(FaultToleranceStrategy<V> delegate) {
        this.delegate = delegate;
    }

    @Override
    public Future<V> apply(FaultToleranceContext<V> context) {
        GuardedCall call = GuardedCall.of(context);
        if (call == null)
            return delegate.apply(context);
        try {
            return Observed.of(delegate.apply(context), call::end);
        } catch (Throwable thrown) {
            call.end(thrown);
            throw thrown;
        }
    }
}
