package dev.foundation.tracing.tracestore.ingest;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.protobuf.ByteString;

import dev.foundation.tracing.tracestore.SpanFixture;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/** OTLP in JSON becomes what the same in Protobuf becomes. */
class OtlpJsonTest {

    @ParameterizedTest
    @ValueSource(strings = { "traceId", "trace_id" })
    void fieldsHaveTheirJsonNameOrTheirOriginalOne(String name) throws MalformedRequestException {
        assertThat(span("'" + name + "':'0000000000000000000000000000000a'").getTraceId()).isEqualTo(SpanFixture.traceId(10));
    }

    @ParameterizedTest
    @ValueSource(strings = { "00f067aa0ba902b7", "00F067AA0BA902B7" })
    void idsAreHexInEitherCase(String id) throws MalformedRequestException {
        assertThat(span("'spanId':'" + id + "'").getSpanId()).isEqualTo(SpanFixture.spanId(0xf067aa0ba902b7L));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1795358878000000000", "'1795358878000000000'" })
    void sixtyFourBitsAreANumberOrText(String sent) throws MalformedRequestException {
        assertThat(span("'startTimeUnixNano':" + sent).getStartTimeUnixNano()).isEqualTo(SpanFixture.START_NANOS);
    }

    @Test
    void timesAreUnsigned() throws MalformedRequestException {
        assertThat(span("'endTimeUnixNano':'18446744073709551615'").getEndTimeUnixNano()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "3", "'SPAN_KIND_CLIENT'" })
    void enumsAreANumberOrAName(String sent) throws MalformedRequestException {
        assertThat(span("'kind':" + sent).getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    }

    @Test
    void anEnumsNumberThatIsNotKnownIsKeptAsSuch() throws MalformedRequestException {
        assertThat(span("'kind':77").getKindValue()).isEqualTo(77);
    }

    @Test
    void nullIsAbsent() throws MalformedRequestException {
        Span span = span("'name':null,'parentSpanId':null,'attributes':null,'status':null,'flags':null,'kind':null");

        assertThat(span).isEqualTo(Span.getDefaultInstance());
    }

    @ParameterizedTest
    @ValueSource(strings = { "1", "'x'", "null", "true", "[1,[2,{'name':'no'}]]", "{'spans':[{'name':'no'}],'name':{}}",
            "12345678901234567890123456789012345678901234567890e400" })
    void unknownFieldsAreLeftOutWhateverTheyHold(String value) throws MalformedRequestException {
        assertThat(span("'unknown':" + value + ",'name':'yes'").getName()).isEqualTo("yes");
    }

    @Test
    void valuesHaveAllTheirKinds() throws MalformedRequestException {
        assertThat(value("'stringValue':'x'").getStringValue()).isEqualTo("x");
        assertThat(value("'boolValue':true").getBoolValue()).isTrue();
        assertThat(value("'intValue':'-9223372036854775808'").getIntValue()).isEqualTo(Long.MIN_VALUE);
        assertThat(value("'doubleValue':2.5e-3").getDoubleValue()).isEqualTo(0.0025);
        assertThat(value("'doubleValue':2").getDoubleValue()).isEqualTo(2);
        assertThat(value("'bytesValue':'AP+A'").getBytesValue()).isEqualTo(ByteString.copyFrom(new byte[] { 0, -1, -128 }));
        assertThat(value("'arrayValue':{'values':[{'intValue':1},null]}").getArrayValue().getValuesList()).hasSize(2);
        assertThat(value("'kvlistValue':{'values':[{'key':'a','value':{'intValue':1}}]}").getKvlistValue().getValues(0)
                .getValue().getIntValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({ "NaN,NaN", "Infinity,Infinity", "-Infinity,-Infinity", "1.5,1.5" })
    void whatJsonHasNoNumberForIsText(String sent, double expected) throws MalformedRequestException {
        assertThat(value("'doubleValue':'" + sent + "'").getDoubleValue()).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void everythingElseOfASpanComesToo() throws MalformedRequestException {
        Span span = span("'events':[{'name':'e','timeUnixNano':'5','attributes':[{'key':'k','value':{'boolValue':true}}]}],"
                + "'links':[{'traceId':'0000000000000000000000000000000a','spanId':'000000000000000b'}],"
                + "'status':{'code':'STATUS_CODE_ERROR','message':'m'},'droppedEventsCount':4294967295,'traceState':'a=b'");

        assertThat(span.getEvents(0).getTimeUnixNano()).isEqualTo(5);
        assertThat(span.getLinks(0).getSpanId()).isEqualTo(SpanFixture.spanId(11));
        assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(span.getDroppedEventsCount()).isEqualTo(-1);
        assertThat(span.getTraceState()).isEqualTo("a=b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'name':1", "'name':{}", "'attributes':{}", "'attributes':[1]", "'kind':'NO_SUCH_KIND'",
            "'kind':true", "'startTimeUnixNano':'soon'", "'startTimeUnixNano':-1", "'startTimeUnixNano':1.5",
            "'startTimeUnixNano':'18446744073709551616'", "'flags':4294967296", "'status':[]", "'name':'x", "'name' 'x'",
            "'name':'x' 'kind':1", "'attributes':[{}", "'traceId':'00000000000000000000000000000 0a'",
            "'traceId':'\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11"
                    + "\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11'" })
    void whatMakesNoSenseIsRefusedWithItsPlace(String fields) {
        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(() -> span(fields))
                .withMessageContaining("error found in #").withMessageContaining("bigger context ...|");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'boolValue':'true'", "'doubleValue':'0x1p3'", "'doubleValue':'1d'", "'doubleValue':true",
            "'bytesValue':'not base64!'", "'intValue':{}" })
    void valuesThatMakeNoSenseAreRefused(String value) {
        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(() -> value(value));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[", "]", "1", "'x'", "{'resourceSpans'", "{'resourceSpans':", "{'resourceSpans':[",
            "{'resourceSpans':[{]", "\u0000" })
    void whatIsNoRequestIsRefused(String body) {
        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(() -> parse(body));
    }

    @Test
    void whatStandsBehindTheRequestIsNotRead() throws MalformedRequestException {
        assertThat(parse("{} nonsense")).isEqualTo(ExportTraceServiceRequest.getDefaultInstance());
        assertThat(parse("null")).isEqualTo(ExportTraceServiceRequest.getDefaultInstance());
    }

    @Test
    void nothingIsNestedDeeperThanSixtyFour() throws MalformedRequestException {
        assertThat(parse("{'unknown':" + "[".repeat(63) + "]".repeat(63) + "}")).isNotNull();
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> parse("{'unknown':" + "[".repeat(64) + "]".repeat(64) + "}"))
                .withMessageContaining("deeper than 64");
        String values = "{'arrayValue':{'values':[".repeat(30) + "]}}".repeat(30);
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> span("'attributes':[{'key':'k','value':" + values + "}]"))
                .withMessageContaining("deeper than 64");
    }

    @Test
    void tooManySpansAreRefusedHoweverSmallTheyAre() {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> parse("{'resourceSpans':[{'scopeSpans':[{'spans':[" + "{},".repeat(100_000) + "{}]}]}]}"))
                .withMessageContaining("100000 spans");
    }

    @Test
    void aLongTextIsNotToldInFull() {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> span("'kind':'" + "x".repeat(100_000) + "'"))
                .satisfies(refused -> assertThat(refused.answer()).hasSizeLessThan(300));
    }

    @Test
    void aWholeSpanIsEqualToItsProtobuf() throws MalformedRequestException {
        ExportTraceServiceRequest expected = aSpan().named("pricing").with("sku", "tea").below(3).request();
        String json = "{'resourceSpans':[{'resource':{'attributes':[{'key':'service.name','value':{'stringValue':'shop'}}]},"
                + "'scopeSpans':[{'spans':[{'traceId':'00000000000000000000000000000001','spanId':'0000000000000001',"
                + "'parentSpanId':'0000000000000003','name':'pricing','startTimeUnixNano':'1795358878000000000',"
                + "'endTimeUnixNano':'1795358878001000000','attributes':[{'key':'sku','value':{'stringValue':'tea'}}]}]}]}]}";

        assertThat(parse(json)).isEqualTo(expected);
    }

    private static AnyValue value(String field) throws MalformedRequestException {
        return span("'attributes':[{'key':'k','value':{" + field + "}}]").getAttributes(0).getValue();
    }

    private static Span span(String fields) throws MalformedRequestException {
        return parse("{'resourceSpans':[{'scopeSpans':[{'spans':[{" + fields + "}]}]}]}").getResourceSpans(0).getScopeSpans(0)
                .getSpans(0);
    }

    private static ExportTraceServiceRequest parse(String json) throws MalformedRequestException {
        return JsonRequest.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
