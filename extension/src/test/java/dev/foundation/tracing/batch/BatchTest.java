package dev.foundation.tracing.batch;

import static dev.foundation.tracing.Spans.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.BatchResult;

/** What becomes of the items, which is the same with tracing and without: here it is off. */
class BatchTest {

    private static final List<String> NUMBERS = List.of("1", "two", "3", "four", "5");

    @Test
    void valuesAndFailuresKeepTheOrderOfTheItems() {
        BatchResult<Integer> result = batch("numbers.parse", NUMBERS, Integer::parseInt);

        assertThat(result.values()).containsExactly(1, 3, 5);
        assertThat(result.failures()).extracting(BatchResult.Failure::index).containsExactly(1, 3);
        assertThat(result.failures().get(0).thrown()).isInstanceOf(NumberFormatException.class).hasMessageContaining("two");
        assertThat(result).hasToString("3 of 5 items succeeded, 2 failed, 0 not run");
    }

    @Test
    void aValueIsFoundByTheIndexOfItsItem() {
        BatchResult<Integer> result = batch("numbers.parse", NUMBERS).failFast().each(Integer::parseInt);

        assertThat(result.value(0)).isEqualTo(1);
        assertThatThrownBy(() -> result.value(1)).isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> result.value(2)).hasMessageContaining("was not run");
    }

    @Test
    void aFailureOfAnotherBatchIsAValueLikeAnyOther() {
        BatchResult<BatchResult.Failure> result = batch("failures.read", List.of("x"),
                text -> batch("numbers.parse", List.of(text), Integer::parseInt).failures().get(0));

        assertThat(result.values()).hasSize(1);
    }

    @Test
    void nullIsAnItemAndAValue() {
        assertThat(batch("nulls.pass", Arrays.asList("a", null), item -> item).values()).containsExactly("a", null);
    }

    @Test
    void noItemsAreABatchToo() {
        assertThat(batch("nothing.do", List.of(), item -> item).orThrow()).isEmpty();
    }

    @Test
    void allValuesComeBackIfNothingFailed() {
        List<Integer> values = batch("numbers.parse", List.of("1", "2"), Integer::parseInt).orThrow();

        assertThat(values).containsExactly(1, 2);
    }

    @Test
    void theFirstFailureIsThrownUnchangedWithTheOthersSuppressed() {
        IOException first = new IOException("first");
        IOException second = new IOException("second");
        BatchResult<String> result = batch("files.read", List.of(first, second, first), failure -> {
            throw failure;
        });

        for (int i = 0; i < 2; i++)
            assertThatThrownBy(result::<IOException> orThrow).isSameAs(first);
        assertThat(first.getSuppressed()).containsExactly(second);
    }

    @Test
    void afterAFailureNoItemBeginsIfItIsToFailFast() {
        List<String> seen = new ArrayList<>();
        BatchResult<Integer> result = batch("numbers.parse", NUMBERS).failFast().each(text -> {
            seen.add(text);
            return Integer.parseInt(text);
        });

        assertThat(seen).containsExactly("1", "two");
        assertThat(result).hasToString("1 of 5 items succeeded, 1 failed, 3 not run");
    }

    @Test
    void otherFailuresThanThoseThatStopItLetItGoOn() {
        List<Exception> failures = List.of(new IllegalStateException(), new IOException(), new IllegalStateException());
        BatchResult<String> result = batch("files.read", failures).failFast(IOException.class).each(failure -> {
            throw failure;
        });

        assertThat(result.failures()).extracting(BatchResult.Failure::index).containsExactly(0, 1);
        assertThat(result.notRun()).isEqualTo(1);
    }

    @Test
    void anErrorIsNoFailureOfAnItemButThrown() {
        List<Integer> seen = new ArrayList<>();

        assertThatThrownBy(() -> batch("numbers.check", List.of(1, 2, 3), number -> {
            seen.add(number);
            if (number == 2)
                throw new AssertionError("not two");
            return number;
        })).isInstanceOf(AssertionError.class);
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void anInterruptedStepLetsNoOtherBegin() {
        BatchResult<String> result = batch("locks.take", List.of("a", "b"), item -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).hasToString("0 of 2 items succeeded, 1 failed, 1 not run");
    }

    @Test
    void itemsAreThoseThatThereWereWhenItBegan() {
        List<Integer> items = new ArrayList<>(List.of(1, 2));

        BatchResult<Integer> result = batch("numbers.grow", items, number -> {
            items.add(number);
            return number;
        });

        assertThat(result.values()).containsExactly(1, 2);
    }
}
