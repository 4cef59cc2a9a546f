package dev.foundation.tracing.tracestore.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The files of the page, each read once from the jar. There is a fixed list of them, so no path can lead elsewhere. */
final class FileRoutes {

    // Nothing from elsewhere and nothing inline: a trace's own text can never become code. Only Lit makes markup, out of
    // the constant parts of templates.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types lit-html";
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
            "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
    private static final String INDEX = "index.html";
    // Runs before anything is drawn, so it is no module.
    private static final String PLAIN_SCRIPT = "base/theme.js";

    // The script reads from the address which view it shows.
    private static final List<String> VIEWS = List.of("/", "/trace/:traceId", "/map", "/compare/:traceId/:otherTraceId");

    private final Imports imports = new Imports(LitFiles.PATHS);

    /** Adds the addresses of the views, and the page's files under {@code /page/}. */
    void mount(Router router) {
        for (String view : VIEWS)
            serve(router, view, INDEX, () -> withModulesAhead(read(INDEX)));
        for (String file : PageFiles.NAMES)
            serve(router, "/page/" + file, file, () -> read(file));
        LitFiles.PATHS.forEach((module, path) -> serve(router, path, path, () -> LitFiles.read(module)));
    }

    // A module names its imports only once it has come: said ahead, all of them come at once.
    private static byte[] withModulesAhead(byte[] index) {
        StringBuilder links = new StringBuilder();
        Stream.concat(
                PageFiles.NAMES.stream().filter(file -> file.endsWith(".js") && !file.equals(PLAIN_SCRIPT))
                        .map(file -> "/page/" + file),
                LitFiles.PATHS.values().stream())
                .forEach(path -> links.append("  <link rel=\"modulepreload\" href=\"").append(path).append("\">\n"));
        return new String(index, UTF_8).replace("</head>", links + "</head>").getBytes(UTF_8);
    }

    // Read when it is asked for, and then kept: a store that no browser looks at starts the sooner.
    private void serve(Router router, String path, String file, Supplier<byte[]> bytes) {
        ConcurrentMap<String, Buffer> content = new ConcurrentHashMap<>(1);
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD)
                .handler(context -> answer(context, type, content.computeIfAbsent(file, read -> served(read, bytes.get()))));
    }

    private Buffer served(String file, byte[] bytes) {
        return file.endsWith(".js") ? Buffer.buffer(imports.resolve(file, new String(bytes, UTF_8))) : Buffer.buffer(bytes);
    }

    private static void answer(RoutingContext context, String type, Buffer content) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "no-referrer");
        response.end(content);
    }

    private static byte[] read(String file) {
        try (InputStream in = FileRoutes.class.getResourceAsStream(file)) {
            if (in == null)
                throw new IllegalStateException("the page's file " + file + " is missing in the jar: build it again");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the page's file " + file + " cannot be read", e);
        }
    }
}
