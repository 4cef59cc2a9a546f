package dev.foundation.tracing.tracestore.traceql;

import static dev.foundation.tracing.tracestore.traceql.TraceFixture.aTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

class StructureTest {

    // root(1) - left(2) - leaf(4), root - right(3); lost(9) says its parent is one that never came.
    private final TraceFixture trace = aTrace().span(1, 0, "root").span(2, 1, "left").span(3, 1, "right").span(4, 2, "leaf")
            .span(9, 8, "lost");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {name="root"} > {}                  ; left,right
            {name="root"} >> {}                 ; left,right,leaf
            {} < {name="leaf"}                  ;
            {name="leaf"} < {}                  ; left
            {name="leaf"} << {}                 ; left,root
            {name="left"} ~ {}                  ; right
            {} ~ {name="left"}                  ; left
            {name="root"} !> {}                 ; root,leaf,lost
            {name="root"} !>> {}                ; root,lost
            {name="leaf"} !< {}                 ; root,right,leaf,lost
            {name="leaf"} !<< {}                ; right,leaf,lost
            {name="left"} !~ {}                 ; root,left,leaf,lost
            {name="root"} &> {name="left"}      ; root,left
            {name="root"} &>> {name="leaf"}     ; root,leaf
            {name="leaf"} &< {}                 ; leaf,left
            {name="leaf"} &<< {}                ; leaf,left,root
            {name="left"} &~ {}                 ; left,right
            {name="nobody"} !> {}               ; root,left,right,leaf,lost
            {name="root"} > {} > {}             ; leaf
            {name="root"} && {name="leaf"}      ; root,leaf
            {name="root"} && {name="nobody"}    ;
            {name="root"} || {name="nobody"}    ; root
            {name="root"} || {} > {name="leaf"} ; root,leaf
            ({name="root"} | {true}) > {}       ; left,right
            {nestedSetParent = -1}              ; root
            """)
    void findsByHowSpansAreRelated(String query, String names) {
        assertThat(new TreeSet<>(trace.found(query)))
                .isEqualTo(names == null ? Set.of() : new TreeSet<>(Set.of(names.split(","))));
    }

    @Test
    void spansInACycleAreRelatedToNobody() {
        TraceFixture cycle = aTrace().span(1, 2, "a").span(2, 1, "b").span(3, 0, "root");

        assertThat(cycle.found("{} > {}")).isEmpty();
        assertThat(cycle.found("{} >> {}")).isEmpty();
        assertThat(cycle.found("{name=\"a\"} !>> {name=\"b\"}")).containsExactly("b");
    }

    @Test
    void aTraceMayBeTenThousandDeep() {
        TraceFixture deep = aTrace().span(1, 0, "root");
        for (long id = 2; id <= 10_000; id++)
            deep.span(id, id - 1, "s" + id);

        assertThat(deep.found("{name=\"root\"} >> {name=\"s10000\"}")).containsExactly("s10000");
        assertThat(deep.found("{name=\"s10000\"} << {name=\"root\"}")).containsExactly("root");
    }

    @Test
    void bothSidesOfACallMayHaveOneId() {
        TraceFixture zipkin = aTrace().span(1, 0, "root")
                .span(2, 1, "client", dev.foundation.tracing.tracestore.model.SpanKind.CLIENT, 5, java.util.List.of(),
                        java.util.List.of())
                .span(2, 1, "server", dev.foundation.tracing.tracestore.model.SpanKind.SERVER, 5, java.util.List.of(),
                        java.util.List.of())
                .span(3, 2, "work");

        assertThat(zipkin.found("{name=\"server\"} > {}")).containsExactly("work");
        assertThat(zipkin.found("{name=\"client\"} > {name=\"work\"}")).isEmpty();
    }

    @Test
    void groupsCannotBeRelated() {
        assertThatThrownBy(() -> trace.found("({} | by(name)) > {}")).isInstanceOf(TraceQlException.class)
                .hasMessageContaining("consider using coalesce()");
    }
}
