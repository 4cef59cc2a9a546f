package dev.foundation.tracing.runtime.redaction;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.runtime.config.RedactionConfig;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/** What leaves the process, and what does not. */
class RedactionTest {

    private static final String WITH_SECRETS = "cannot reach http://ada:pw@shop.example/x?token=abc&to=1 now";
    private static final String WITHOUT = "cannot reach http://REDACTED:REDACTED@shop.example/x?token=REDACTED&to=1 now";
    private static final SpanContext OTHER = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
            TraceFlags.getSampled(), TraceState.getDefault());

    private final UnaryOperator<SpanData> redaction = Redaction.of(new Config(true), Set.of("card.number"));

    @ParameterizedTest
    @ValueSource(strings = { "password", "user.password", "userPassword", "db.passwd", "client_secret", "aws.secret.key",
            "http.request.header.authorization", "http.request.header.cookie", "http.response.header.set-cookie",
            "http.request.header.x-api-key", "x-auth-token", "access_token", "github.token", "privateKey", "credentials",
            "API_KEY", "userpassword", "authtoken", "DBPassword", "awsAPIKey", "jwt", "loyalty.number" })
    void anAttributeThatSoundsLikeASecretIsTakenOut(String key) {
        assertThat(redacted(Attributes.of(stringKey(key), "hunter2"))).isEqualTo(Attributes.of(stringKey(key), "REDACTED"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "llm.token.count", "gen_ai.usage.total_tokens", "gen_ai.token.type", "token.bucket", "token.type",
            "cache.key.hash", "author", "order.id", "password.length", "gen_ai.server.time_to_first_token",
            "preauthorization.amount", "cookie.path", "k8s.secret.name", "aws.secretsmanager.secret.arn",
            "secretary", "messaging.kafka.message.key", "tokenizer", "public.token" })
    void oneThatDoesNotStaysAsItIs(String key) {
        Attributes attributes = Attributes.of(stringKey(key), "12");

        assertThat(redacted(attributes)).isSameAs(attributes);
    }

    @Test
    void aSecretNumberIsOneTooButWhetherThereIsOneIsNot() {
        assertThat(redacted(Attributes.of(longKey("card.cvv"), 123L, booleanKey("password"), true)))
                .isEqualTo(Attributes.of(stringKey("card.cvv"), "REDACTED", booleanKey("password"), true));
    }

    @Test
    void aListThatHasNothingInAPlaceIsLookedThrough() {
        assertThat(redacted(Attributes.of(stringArrayKey("targets"), Arrays.asList(null, "http://u:p@b"))))
                .isEqualTo(Attributes.of(stringArrayKey("targets"), Arrays.asList(null, "http://REDACTED:REDACTED@b")));
    }

    @Test
    void listsAreLookedThrough() {
        assertThat(redacted(Attributes.of(stringArrayKey("http.request.header.cookie"), List.of("a=1", "b=2"),
                stringArrayKey("targets"), List.of("http://a", "http://u:p@b"))))
                .isEqualTo(Attributes.of(stringArrayKey("http.request.header.cookie"), List.of("REDACTED"),
                        stringArrayKey("targets"), List.of("http://a", "http://REDACTED:REDACTED@b")));
    }

    @ParameterizedTest
    @CsvSource({ "url.full, http://h/x?sig=1, http://h/x?sig=REDACTED",
            "url.query, a=1&card.number=2, a=1&card.number=REDACTED",
            "url.query, token=1&to=http://u:p@h, token=REDACTED&to=http://REDACTED:REDACTED@h",
            "http.target, /x?sig=1, /x?sig=REDACTED", "redis.uri, redis://:pw@h:6379, redis://REDACTED:REDACTED@h:6379",
            "note, GET /x?token=abc failed, GET /x?token=REDACTED failed",
            "note, 'Server=db;User=a;Password=b', Server=db;User=a;Password=REDACTED",
            "note, see jdbc:postgresql://h/db?user=a&password=b, see jdbc:postgresql://h/db?user=a&password=REDACTED" })
    void secretsInAddressesAreTakenOutOfAnyText(String key, String value, String safe) {
        assertThat(redacted(Attributes.of(stringKey(key), value))).isEqualTo(Attributes.of(stringKey(key), safe));
    }

    @Test
    void eventsWithTheirExceptionsAreMadeSafe() {
        EventData event = EventData.create(7, "exception", Attributes.of(stringKey("exception.message"), WITH_SECRETS,
                stringKey("exception.stacktrace"), "java.io.IOException: " + WITH_SECRETS + "\n\tat shop.Till"), 5);
        EventData plain = EventData.create(8, "sold", Attributes.empty());

        List<EventData> events = redaction.apply(span().setEvents(List.of(plain, event)).build()).getEvents();

        assertThat(events.get(0)).isSameAs(plain);
        assertThat(events.get(1)).isEqualTo(EventData.create(7, "exception", Attributes.of(stringKey("exception.message"),
                WITHOUT, stringKey("exception.stacktrace"), "java.io.IOException: " + WITHOUT + "\n\tat shop.Till"), 5));
    }

    @Test
    void linksStatusNameAndResourceAreMadeSafe() {
        SpanData safe = redaction.apply(span().setName(WITH_SECRETS)
                .setStatus(StatusData.create(StatusCode.ERROR, WITH_SECRETS))
                .setLinks(List.of(LinkData.create(OTHER, Attributes.of(stringKey("token"), "abc"))))
                .setResource(Resource.create(Attributes.of(stringKey("process.command_line"), "java -D" + WITH_SECRETS)))
                .build());

        assertThat(safe.getName()).isEqualTo(WITHOUT);
        assertThat(safe.getStatus().getDescription()).isEqualTo(WITHOUT);
        assertThat(safe.getLinks().get(0).getAttributes().get(stringKey("token"))).isEqualTo("REDACTED");
        assertThat(safe.getResource().getAttribute(stringKey("process.command_line"))).isEqualTo("java -D" + WITHOUT);
    }

    @Test
    void aSpanWithoutSecretsIsTheSameObject() {
        SpanData span = span().setAttributes(Attributes.of(stringKey("url.full"), "http://shop.example/cart?item=1"))
                .setEvents(List.of(EventData.create(8, "sold", Attributes.of(stringKey("sku"), "tea-01")))).build();

        assertThat(redaction.apply(span)).isSameAs(span);
    }

    @Test
    void aKeyThatIsAllowedStaysAsItIs() {
        Attributes attributes = Attributes.of(stringKey("Public.Token"), "abc");

        assertThat(redacted(attributes)).isSameAs(attributes);
    }

    @Test
    void itCanBeSwitchedOff() {
        SpanData span = span().setAttributes(Attributes.of(stringKey("password"), "hunter2")).build();

        assertThat(Redaction.of(new Config(false), Set.of()).apply(span)).isSameAs(span);
    }

    private Attributes redacted(Attributes attributes) {
        return redaction.apply(span().setAttributes(attributes).build()).getAttributes();
    }

    private static TestSpanData.Builder span() {
        return TestSpanData.builder().setName("order.place").setKind(SpanKind.INTERNAL).setStartEpochNanos(1)
                .setEndEpochNanos(2).setHasEnded(true).setStatus(StatusData.unset());
    }

    private record Config(boolean enabled) implements RedactionConfig {

        @Override
        public Optional<Set<String>> keys() {
            return Optional.of(Set.of("Loyalty.number"));
        }

        @Override
        public Optional<Set<String>> allowedKeys() {
            return Optional.of(Set.of("public.token"));
        }
    }
}
