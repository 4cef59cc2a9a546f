package dev.foundation.tracing.deployment.logging;

import static dev.foundation.tracing.Spans.startSpan;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * What an application may do to spans and log context, in an order that a seed decides, and everything that can be seen of the
 * log context meanwhile. Ids are numbered in the order of their appearance, so that two runs with one seed say the same.
 */
@SuppressWarnings("MustBeClosedChecker") // a later step closes what one opens
final class LogContextScript {

    private static final String[] KEYS = { "customer", "region", "tier", "traceId", "spanId", "sampled", "parentId" };
    private static final Pattern ID = Pattern.compile("\\b(?:[0-9a-f]{32}|[0-9a-f]{16})\\b");
    private static final int DEEPEST = 3;

    /** A step of the script; what it returns is seen. */
    private record Step(String name, Callable<Object> action) {
    }

    private final Vertx vertx;
    private final Random random;
    private final Tracer tracer = GlobalOpenTelemetry.getTracer("script");
    private final List<String> seen = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final List<Step> steps = List.of(
            new Step("span begins", this::begin),
            new Step("span of ours begins", this::beginOurs),
            new Step("span of another process is current", this::continueOther),
            new Step("context without a span is current", () -> open(Context.root().makeCurrent())),
            new Step("context with baggage is current", this::addBaggage),
            new Step("span begins in another request", this::beginElsewhere),
            new Step("scope is closed", () -> close(true)),
            new Step("scope is closed", () -> close(true)),
            new Step("scope is closed out of order", () -> close(false)),
            new Step("scope is closed by another thread", () -> onThread(() -> close(true))),
            new Step("put", () -> MDC.put(key(), value())),
            new Step("put", () -> MDC.put(key(), value())),
            new Step("remove", this::remove),
            new Step("clear", this::clear),
            new Step("get", this::getEach),
            new Step("map", () -> MDC.getMap()),
            new Step("log", this::logLines),
            new Step("set of entries", () -> VertxMDC.INSTANCE.getEntrySet().stream().map(Object::toString).sorted().toList()),
            new Step("put all", this::putAll),
            new Step("is empty", () -> VertxMDC.INSTANCE.isEmpty()),
            new Step("the map itself", this::changeMap),
            new Step("is safe after a span has begun", this::safeAfterBeginning),
            new Step("on a worker of this request",
                    () -> mayWait(() -> vertxResult(current().executeBlocking(nested(), false)))),
            new Step("in a nested context", () -> in(VertxContext.newNestedContext(current()))),
            new Step("in another request", () -> in(VertxContext.createNewDuplicatedContext(current()))),
            new Step("outside of requests", () -> onThread(nested())),
            new Step("on the event loop", () -> mayWait(this::onEventLoop)));

    /** What is open, innermost first; shared with whatever runs inside. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private int depth;

    LogContextScript(Vertx vertx, long seed) {
        this.vertx = vertx;
        this.random = new Random(seed);
    }

    /** @return what was seen, a line for each step */
    List<String> run(int length) throws Exception {
        ContextInternal request = (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        vertxResult(request.executeBlocking(() -> {
            go(length);
            while (!open.isEmpty())
                see("scope is closed at the end", close(true));
            see("at the end", MDC.getMap());
            return null;
        }));
        return seen;
    }

    private Object go(int length) {
        IntStream.range(0, length).mapToObj(i -> steps.get(random.nextInt(steps.size())))
                .forEach(step -> see(step.name(), call(step.action())));
        return "done";
    }

    private static Object call(Callable<Object> action) {
        try {
            return action.call();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private synchronized void see(String step, Object what) {
        String line = "  ".repeat(depth) + step + ": " + what;
        seen.add(ID.matcher(line).replaceAll(id -> ids.computeIfAbsent(id.group(), i -> "id " + ids.size())));
    }

    private static ContextInternal current() {
        ContextInternal current = (ContextInternal) Vertx.currentContext();
        if (current == null)
            throw new IllegalStateException("not in a request");
        return current;
    }

    private String key() {
        return KEYS[random.nextInt(KEYS.length)];
    }

    private String value() {
        return "value " + random.nextInt(100);
    }

    private Object open(AutoCloseable scope) {
        open.push(scope);
        return MDC.getMap();
    }

    private Object begin() {
        return open(tracer.spanBuilder("span").startSpan().makeCurrent());
    }

    private Object beginOurs() {
        return open(startSpan("script.step"));
    }

    private Object continueOther() {
        SpanContext other = SpanContext.createFromRemoteParent(String.format("%032x", 1 + random.nextInt(1_000)),
                String.format("%016x", 1 + random.nextInt(1_000)),
                random.nextBoolean() ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
        return open(Span.wrap(other).makeCurrent());
    }

    private Object addBaggage() {
        return open(Context.current().with(Baggage.builder().put("fault", value()).build()).makeCurrent());
    }

    private Object beginElsewhere() {
        io.vertx.core.Context other = random.nextBoolean() ? VertxContext.createNewDuplicatedContext(current())
                : VertxContext.newNestedContext(current());
        Context span = Context.current().with(tracer.spanBuilder("elsewhere").startSpan());
        open(QuarkusContextStorage.INSTANCE.attach(other, span));
        return VertxMDC.INSTANCE.copy(other);
    }

    private Object close(boolean innermost) throws Exception {
        if (open.isEmpty())
            return "nothing is open";
        AutoCloseable scope = innermost ? open.peek() : List.copyOf(open).get(random.nextInt(open.size()));
        open.remove(scope);
        scope.close();
        return MDC.getMap();
    }

    private Object remove() {
        MDC.remove(key());
        return MDC.getMap();
    }

    private Object clear() {
        if (random.nextInt(4) == 0)
            MDC.clear();
        return MDC.getMap();
    }

    private Object getEach() {
        List<Object> values = new ArrayList<>();
        for (String key : KEYS)
            values.add(random.nextBoolean() ? MDC.get(key) : "");
        return values;
    }

    private Object putAll() {
        VertxMDC.INSTANCE.putAll(Map.of(key(), value()), Vertx.currentContext());
        return VertxMDC.INSTANCE.copyObject(Vertx.currentContext());
    }

    private Object logLines() {
        ExtLogRecord line = new ExtLogRecord(Level.INFO, "message", "script");
        line.setInstant(Instant.EPOCH);
        line.setSequenceNumber(0);
        line.setThreadName("thread");
        line.setLongThreadID(0);
        line.copyMdc();
        return new PatternFormatter("%X{traceId} %X{spanId} %X %s").format(line) + new JsonFormatter().format(line);
    }

    /** Reading the log context marks a request as safe to keep a database session in, so what is read must stay the same. */
    private Object safeAfterBeginning() {
        VertxContextSafetyToggle.setContextSafe(current(), false);
        open.push(tracer.spanBuilder("span").startSpan().makeCurrent());
        return VertxContextSafetyToggle.isExplicitlyMarkedAsSafe(current());
    }

    /** The map behind the log context is reached by whoever copies a context. */
    private Object changeMap() {
        ConcurrentMap<String, Object> map = ((io.vertx.core.Context) current()).getLocal(VertxMDC.class.getName());
        if (map == null)
            return "none";
        String key = key();
        String value = value();
        Object result = switch (random.nextInt(11)) {
            case 0 -> map.putIfAbsent(key, value);
            case 1 -> map.replace(key, value);
            case 2 -> map.replace(key, map.getOrDefault(key, "none"), value);
            case 3 -> map.remove(key, map.getOrDefault(key, "none"));
            case 4 -> map.keySet().remove(key);
            case 5 -> map.values().removeIf(known -> known.toString().matches("value .*7"));
            case 6 -> map.entrySet().removeIf(entry -> entry.getKey().equals(key));
            case 7 -> map.computeIfAbsent(key, k -> value);
            case 8 -> map.merge(key, value, (old, added) -> old + "+");
            case 9 -> map.containsKey(key) + " " + map.containsValue(value) + " " + map.get(key);
            default -> map.equals(Map.copyOf(map)) + " " + (map.hashCode() == Map.copyOf(map).hashCode());
        };
        return result + " " + map.size() + " " + map;
    }

    private Callable<Object> nested() {
        return () -> {
            if (depth >= DEEPEST)
                return "deep enough";
            depth++;
            try {
                return go(random.nextInt(6));
            } finally {
                depth--;
            }
        };
    }

    private Object in(io.vertx.core.Context context) {
        ContextInternal other = (ContextInternal) context;
        ContextInternal before = other.beginDispatch();
        try {
            return call(nested());
        } finally {
            other.endDispatch(before);
        }
    }

    private static Object mayWait(Callable<Object> step) throws Exception {
        return io.vertx.core.Context.isOnEventLoopThread() ? "may not wait here" : step.call();
    }

    private Object onEventLoop() throws Exception {
        CompletableFuture<Object> result = new CompletableFuture<>();
        current().runOnContext(ignored -> result.complete(call(nested())));
        return result.get(30, TimeUnit.SECONDS);
    }

    /** Nothing is inherited, for what a thread of the pool has of its own is not the same in each run. */
    private static Object onThread(Callable<Object> action) throws Exception {
        FutureTask<Object> task = new FutureTask<>(action);
        new Thread(null, task, "outside", 0, false).start();
        return task.get();
    }

    private static <T> T vertxResult(io.vertx.core.Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
