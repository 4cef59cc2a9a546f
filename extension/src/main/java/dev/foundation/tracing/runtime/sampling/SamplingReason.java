package dev.foundation.tracing.runtime.sampling;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/** Why a local root was kept: an attribute of it. */
final class SamplingReason {

    static final AttributeKey<String> KEY = AttributeKey.stringKey("sampling.reason");

    /** Descriptions of others' samplers may be of any length. */
    private static final int LONGEST = 100;

    private static final String ROOT = "root:";
    private static final String NEXT_PART = ",remoteParentSampled:";

    private SamplingReason() {
    }

    /** @return made once, and given to each root */
    static SamplingResult sampledBy(String reason) {
        return SamplingResult.create(SamplingDecision.RECORD_AND_SAMPLE, Attributes.of(KEY, reason));
    }

    /** @return of a parent-based sampler, which has five parts, that one which decides about roots */
    static String decidingAboutRoots(String description) {
        int root = description.indexOf(ROOT);
        int next = description.indexOf(NEXT_PART);
        String part = root < 0 || next < root ? description : description.substring(root + ROOT.length(), next);
        return part.length() > LONGEST ? part.substring(0, LONGEST) : part;
    }
}
