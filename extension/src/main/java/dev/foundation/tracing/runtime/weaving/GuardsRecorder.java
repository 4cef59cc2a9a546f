package dev.foundation.tracing.runtime.weaving;

import io.quarkus.runtime.annotations.Recorder;

/** Connects woven fault tolerance with the integration, before any guard is made. */
@Recorder
public class GuardsRecorder {

    /** @param className of a {@link WovenGuards}: an application without the library neither ships nor loads it */
    public void install(String className) {
        try {
            Woven.install(Class.forName(className, true, Thread.currentThread().getContextClassLoader())
                    .asSubclass(WovenGuards.class).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " is not in this build of the extension", e);
        }
    }
}
