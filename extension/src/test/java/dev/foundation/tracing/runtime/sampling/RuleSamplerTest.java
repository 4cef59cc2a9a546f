package dev.foundation.tracing.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingStatistics.OfRule;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

class RuleSamplerTest {

    @RegisterExtension
    final SampledSpans spans = new SampledSpans();

    @Test
    void aRuleKeepsARootAndSaysSo() {
        spans.by(SamplingRule.forSpans("order.*").named("orders"));

        spans.root("order.place").end();
        spans.root("mail.send").end();

        assertThat(spans.names()).containsExactly("order.place");
        assertThat(spans.exported("order.place").getAttributes().get(SampledSpans.REASON)).isEqualTo("orders (always)");
    }

    @Test
    void aRuleDropsWhatTheConfiguredSamplerWouldKeep() {
        spans.configuredWith(Sampler.parentBased(Sampler.alwaysOn())).by(SamplingRule.forSpans("poll").never());

        spans.root("poll").end();
        spans.root("order.place").end();

        assertThat(spans.names()).containsExactly("order.place");
        assertThat(spans.exported("order.place").getAttributes().get(SampledSpans.REASON))
                .isEqualTo("no rule: AlwaysOnSampler");
    }

    @Test
    void childrenFollowTheirParent() {
        spans.by(SamplingRule.forSpans("order.*"), SamplingRule.forSpans("mail.send").never());
        Span kept = spans.root("order.place");
        Span dropped = spans.root("other");

        spans.child(kept, "mail.send").end();
        spans.child(dropped, "order.price").end();

        assertThat(spans.names()).containsExactly("mail.send");
        assertThat(spans.exported("mail.send").getAttributes().isEmpty()).isTrue();
    }

    @Test
    void remoteParentsAreFollowedToo() {
        spans.by(SamplingRule.forRoute("/**").never(), SamplingRule.forSpans("*"));

        spans.server("GET", "/a").setParent(SampledSpans.caller(true)).startSpan().end();
        spans.server("POST", "/b").setParent(SampledSpans.caller(false)).startSpan().end();

        assertThat(spans.names()).containsExactly("GET");
    }

    @Test
    void requestsAreDecidedByTheirRoute() {
        spans.by(SamplingRule.forRoute("GET /products/{sku}"), SamplingRule.forRoute("/admin/**"));

        spans.request("GET", "/products/tea-01").end();
        spans.request("POST", "/products/tea-01").end();
        spans.request("PUT", "/admin/users/7").end();

        assertThat(spans.names()).containsExactly("GET", "PUT");
    }

    @Test
    void whatQuarkusSuppressesStaysSuppressedAndTakesNoTokens() {
        spans.by(SamplingRule.forRoute("/**").rateLimited(1, 1)).suppressing("/q/*");

        for (int i = 0; i < 10; i++)
            spans.request("GET", "/q/health").end();
        spans.request("GET", "/orders").end();

        assertThat(spans.names()).containsExactly("GET");
        assertThat(spans.sampling().statistics().rules().get(0)).isEqualTo(new OfRule("/**", 1, 1, 0));
    }

    @Test
    void aRatioDecidesByTheTraceIdAsOpenTelemetryDoes() {
        spans.by(SamplingRule.forSpans("*").ratio(0.5));

        for (int i = 0; i < 200; i++) {
            Span root = spans.root("x");
            assertThat(root.getSpanContext().isSampled()).isEqualTo(
                    OpenTelemetrys.ratioKeeps(0.5, root.getSpanContext().getTraceId()));
            root.end();
        }
    }

    @Test
    void whatIsSeenKeptAndDroppedIsCountedForEachRule() {
        spans.by(SamplingRule.forSpans("limited").rateLimited(1, 2), SamplingRule.forSpans("never").never())
                .configuredWith(Sampler.parentBased(Sampler.alwaysOn()));

        for (int i = 0; i < 5; i++)
            spans.root("limited").end();
        for (int i = 0; i < 3; i++)
            spans.root("never").end();
        Span root = spans.root("other");
        spans.child(root, "never").end();

        var statistics = spans.sampling().statistics();
        assertThat(statistics.rules()).containsExactly(new OfRule("limited", 5, 2, 3), new OfRule("never", 3, 0, 3));
        assertThat(statistics.withoutRule()).isEqualTo(new OfRule("AlwaysOnSampler", 1, 1, 0));
    }

    @Test
    void probesAreNotCounted() {
        spans.by(SamplingRule.forSpans("*").rateLimited(1, 1)).configuredWith(Sampler.parentBased(Sampler.alwaysOn()));
        SamplerProbe probe = new SamplerProbe(spans.sampler());

        assertThat(probe.dropsBelowUnsampledParent()).isTrue();
        assertThat(probe.suppresses("/orders", null)).isFalse();

        assertThat(spans.sampling().statistics().rules()).containsExactly(new OfRule("*", 0, 0, 0));
        assertThat(spans.sampling().statistics().withoutRule().seen()).isZero();
    }

    @Test
    void belowARootThatARuleKeptAlwaysOffDropsNothing() {
        spans.configuredWith(Sampler.alwaysOff()).by(SamplingRule.forSpans("order.place"));

        Span root = spans.root("order.place");
        spans.child(root, "order.price").end();
        root.end();
        spans.root("other").end();

        assertThat(spans.names()).containsExactly("order.price", "order.place");
    }

    @Test
    void belowARootThatARuleDroppedAlwaysOnKeepsNothing() {
        spans.configuredWith(Sampler.alwaysOn()).by(SamplingRule.forSpans("poll").never());

        Span root = spans.root("poll");
        spans.child(root, "poll.read").end();
        root.end();
        spans.server("GET", "/a").setParent(SampledSpans.caller(false)).startSpan().end();

        assertThat(spans.names()).containsExactly("GET");
    }

    @Test
    void whatCallersHaveNotSampledIsCounted() {
        spans.configuredWith(Sampler.parentBased(Sampler.alwaysOn())).suppressing("/q/*");

        spans.server("GET", "/a").setParent(SampledSpans.caller(false)).startSpan().end();
        spans.server("GET", "/q/health").setParent(SampledSpans.caller(false)).startSpan().end();
        spans.server("GET", "/b").setParent(SampledSpans.caller(true)).startSpan().end();

        assertThat(spans.sampling().statistics().notSampledByCallers()).isEqualTo(1);
    }

    @Test
    void aSamplerOfTheApplicationsOwnGoesOnDecidingBelowParentsAndWithoutARule() {
        spans.configuredWith(new OwnSampler()).by(SamplingRule.forSpans("order.place"));

        Span root = spans.root("order.place");
        spans.child(root, "noisy").end();
        root.end();
        spans.root("other").end();
        spans.root("noisy").end();

        assertThat(spans.names()).containsExactly("order.place", "other");
        assertThat(spans.exported("other").getAttributes().get(AttributeKey.stringKey("own"))).isEqualTo("yes");
        assertThat(spans.exported("other").getAttributes().get(SampledSpans.REASON)).isEqualTo("no rule: own");
    }

    @Test
    void rulesAreExchangedWhileSpansAreMadeAndThoseThatStayKeepTheirFigures() {
        SamplingRule stays = SamplingRule.forSpans("order.place");
        spans.by(stays, SamplingRule.forSpans("goes"));
        spans.root("order.place").end();

        spans.sampling().change(now -> now.withRules(List.of(SamplingRule.forSpans("mail.*"), stays)));
        spans.root("order.place").end();
        spans.root("mail.send").end();
        spans.root("goes").end();

        assertThat(spans.names()).containsExactly("order.place", "order.place", "mail.send");
        assertThat(spans.sampling().statistics().rules()).containsExactly(new OfRule("mail.*", 1, 1, 0),
                new OfRule("order.place", 2, 2, 0));
    }

    @Test
    void theDescriptionGoesOnBeingThatOfTheConfiguredSampler() {
        spans.by(SamplingRule.forSpans("*"));

        assertThat(spans.sampler().getDescription()).startsWith("ParentBased{").endsWith("} with rules for roots: 1");
    }

    @Test
    void aRootThatIsDroppedAllocatesNoResult() {
        spans.by(SamplingRule.forSpans("never").never());
        Sampler sampler = spans.sampler();

        SamplingResult result = sampler.shouldSample(Context.root(), "00000000000000000000000000000001", "never",
                SpanKind.INTERNAL, Attributes.empty(), List.of());

        assertThat(result).isSameAs(SamplingResult.drop());
    }

    private static final class OwnSampler implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            return name.equals("noisy") ? SamplingResult.drop()
                    : SamplingResult.create(SamplingDecision.RECORD_AND_SAMPLE,
                            Attributes.of(AttributeKey.stringKey("own"), "yes"));
        }

        @Override
        public String getDescription() {
            return "own";
        }
    }
}
