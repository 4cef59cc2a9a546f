package dev.foundation.tracing.it.kubernetes;

import java.util.List;

/** One thing that must be right. */
interface Check {

    /** @return a sentence for each mistake that is found, with the object that has it */
    List<String> problems(Cluster cluster);
}
