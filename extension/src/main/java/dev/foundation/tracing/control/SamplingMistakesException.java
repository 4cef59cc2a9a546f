package dev.foundation.tracing.control;

import java.util.List;

/** Settings were not taken: {@code exception.mistakes()} has each with what to do about it. */
public final class SamplingMistakesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<String> mistakes;

    public SamplingMistakesException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** @return all of them, at least one */
    public List<String> mistakes() {
        return mistakes;
    }
}
