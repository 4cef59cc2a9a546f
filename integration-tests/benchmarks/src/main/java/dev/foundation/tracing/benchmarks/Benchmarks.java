package dev.foundation.tracing.benchmarks;

import org.openjdk.jmh.Main;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Without arguments: compares all alternatives, each in a process of its own, and prints the table. With arguments: runs JMH
 * inside this application, with its own options.
 */
@QuarkusMain
public class Benchmarks implements QuarkusApplication {

    @Override
    public int run(String... arguments) throws Exception {
        if (arguments.length == 0)
            new Comparison(System.out).run();
        else
            Main.main(arguments);
        return 0;
    }
}
