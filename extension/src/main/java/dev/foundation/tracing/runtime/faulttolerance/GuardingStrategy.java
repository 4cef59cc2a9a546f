package dev.foundation.tracing.runtime.faulttolerance;

import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.FaultToleranceStrategy;
import io.smallrye.faulttolerance.core.Future;
import io.smallrye.faulttolerance.core.async.FutureExecution;

/** Around all strategies: the span of the guarded call begins and ends here. */
final class GuardingStrategy<V> implements FaultToleranceStrategy<V> {

    private final FaultToleranceStrategy<V> delegate;
    private final GuardPlace place;
    private final boolean endsElsewhere;

    GuardingStrategy(FaultToleranceStrategy<V> delegate, GuardPlace place) {
        this.delegate = delegate;
        this.place = place;
        this.endsElsewhere = delegate instanceof FutureExecution;
    }

    @Override
    public Future<V> apply(FaultToleranceContext<V> context) {
        GuardedCall call = GuardedCall.begin(context, place, endsElsewhere);
        if (call == null)
            return delegate.apply(context);
        Future<V> result;
        try {
            result = delegate.apply(context);
        } catch (Throwable thrown) {
            call.end(thrown);
            throw thrown;
        }
        call.leave();
        return endsElsewhere ? result : Observed.of(result, call::end);
    }
}
