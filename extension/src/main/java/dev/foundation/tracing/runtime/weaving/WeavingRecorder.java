package dev.foundation.tracing.runtime.weaving;

import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** Gives woven code what it hands its calls on to, where that is known at build time. */
@Recorder
public class WeavingRecorder {

    public void traceCaches(RuntimeValue<UnaryOperator<Map<String, ?>>> traced) {
        Woven.installCaches(traced.getValue());
    }
}
