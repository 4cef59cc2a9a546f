package dev.foundation.tracing.tracestore.traceql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

class MistakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\u0001', textBlock = """
            {                              ; 2  ; syntax error: unexpected $end
            { foo }                        ; 3  ; unknown identifier: foo
            { .a < }                       ; 8  ; syntax error: unexpected }
            { .a == 1 }                    ; 7  ; syntax error: unexpected =
            { . }                          ; 3  ; syntax error: unexpected END_ATTRIBUTE, expecting IDENTIFIER
            { name = "x                    ; 10 ; literal not terminated
            { name = "\\q" }               ; 10 ; invalid char escape
            { span."a = 1 }                ; 3  ; unexpected EOF, expecting "
            { trace:name = "a" }           ; 9  ; syntax error: unexpected name
            { parent.a = 1 }               ; 3  ; parent not yet supported
            { 1 = "a" }                    ; 5  ; binary operations must operate on the same type: 1 = `a`
            { status > ok }                ; 10 ; illegal operation for the given types: status > ok
            { .a =~ 1 }                    ; 6  ; illegal operation for the given types: .a =~ 1
            { .a =~ "[" }                  ; 6  ; invalid regex: `[`
            { .a =~ .b }                   ; 6  ; invalid type for =~ or !~: .b
            { 1h }                         ; 1  ; span filter field expressions must resolve to a boolean: { 1h0m0s }
            { !1 = 1 }                     ; 3  ; illegal operation for the given type: !1
            { name = nil }                 ; 8  ; name=nil is not valid because name cannot be nil
            { resource.service.name = nil }; 25 ; resource.service.name=nil is not valid because resource.service.name cannot be nil
            {} | rate( by                  ; 12 ; syntax error: unexpected by, expecting )
            {} | count()                   ; 13 ; syntax error: unexpected $end
            {} | count() > "a"             ; 16 ; only numbers and durations are supported here, not `a`
            {} | max(name) = 1             ; 6  ; aggregate field expressions must resolve to a number type: max(name)
            {} | by(1)                     ; 6  ; grouping field expressions must reference the span: by(1)
            {} | rate() | topk(0)          ; 20 ; topk takes a number greater than 0, got 0
            {} | histogram_over_time(duration) ; 6 ; histogram_over_time not supported here
            ({} | rate()) * 2              ; 7  ; functions over time in parentheses not supported
            {} | rate() + 1                ; 13 ; arithmetic with queries not supported
            {} with(nonsense=1)            ; 9  ; unknown hint: nonsense
            {} with(most_recent=1)         ; 21 ; most_recent is true or false, not 1
            {} | quantile_over_time(duration, 2) ; 35 ; a quantile is from 0 to 1, got 2
            { duration > 1.5d }; 17; syntax error: unexpected IDENTIFIER
            {} | quantile_over_time(duration, 0,0,0,0,0,0,0,0,0,0,0); 54; 10 quantiles at most
            { span:count = 1 }; 8; syntax error: unexpected count
            { .a = 99999999999999999999 }  ; 8  ; strconv.Atoi: parsing "99999999999999999999": value out of range
            """)
    void mistakeIsToldWithItsPlace(String query, int column, String message) {
        assertThatThrownBy(() -> TraceQl.parse(query)).isInstanceOf(TraceQlException.class)
                .hasMessage("parse error at line 1, col " + column + ": " + message);
    }

    @Test
    void thePlaceCountsLines() {
        TraceQlException mistake = catchThrowableOfType(TraceQlException.class, () -> TraceQl.parse("{ true\n&& foo }"));

        assertThat(mistake.line()).isEqualTo(2);
        assertThat(mistake.column()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", "{ (", "{ !", "{ -", "{ 2 ^ " })
    void nestingHasAnEnd(String opening) {
        String query = opening.startsWith("{") ? "{" + opening.substring(1).repeat(5000) : opening.repeat(5000);

        assertThatThrownBy(() -> TraceQl.parse(query)).isInstanceOf(TraceQlException.class)
                .hasMessageEndingWith("nested deeper than 100 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = { "((a{100}){100}){100}", "(((x{30}){30}){30}){30}" })
    void aRegularExpressionThatWouldGrowOutOfBoundsIsRefused(String regex) {
        assertThatThrownBy(() -> TraceQl.parse("{ name =~ \"" + regex + "\" }")).isInstanceOf(TraceQlException.class)
                .hasMessageContaining("invalid regex");
    }
}
