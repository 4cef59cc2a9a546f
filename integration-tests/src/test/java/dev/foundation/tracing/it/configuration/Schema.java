package dev.foundation.tracing.it.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/** A JSON Schema of the test resources. */
public final class Schema {

    private final JsonSchema schema;

    /** @param name of a file in JSON or YAML */
    public Schema(String name) {
        // The schema's own id is a relative one.
        schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(URI.create("classpath:/compose/" + name),
                Yaml.parse(text(name)));
    }

    public Stream<String> mistakes(JsonNode content) {
        return schema.validate(content).stream().map(ValidationMessage::getMessage).sorted();
    }

    public Stream<String> mistakes(String file, JsonNode content) {
        return mistakes(content).map(message -> file + ": " + message);
    }

    private static String text(String name) {
        try (InputStream resource = Schema.class.getResourceAsStream("/compose/" + name)) {
            if (resource == null)
                throw new IllegalArgumentException("no schema " + name);
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
