package dev.foundation.tracing.benchmarks;

import org.openjdk.jmh.Main;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Runs JMH inside the application, with JMH's own options as arguments. */
@QuarkusMain
public class Benchmarks implements QuarkusApplication {

    @Override
    public int run(String... arguments) throws Exception {
        Main.main(arguments);
        return 0;
    }
}
