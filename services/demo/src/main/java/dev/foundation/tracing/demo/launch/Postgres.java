package dev.foundation.tracing.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL server with an empty database for the shop. */
final class Postgres {

    static final String NAME = "postgresql";
    static final String DATABASE = "shop";
    static final String USER = "shop";
    static final String PASSWORD = "shop";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration NOTED_WITHIN = Duration.ofSeconds(2);

    private final int port;
    private final ShopDirectories directories;
    private final LaunchListener listener;
    private final Duration readyWithin;
    private boolean retired;
    private @Nullable EmbeddedPostgres server;

    Postgres(int port, ShopDirectories directories, LaunchListener listener) {
        this(port, directories, listener, READY_WITHIN);
    }

    Postgres(int port, ShopDirectories directories, LaunchListener listener, Duration readyWithin) {
        this.port = port;
        this.directories = directories;
        this.listener = listener;
        this.readyWithin = readyWithin;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** @throws LaunchException with the end of its log if it does not start */
    synchronized void start() {
        if (retired)
            throw new LaunchException(NAME + " was stopped before it was started");
        long begin = System.nanoTime();
        listener.starting(NAME);
        try {
            server = launch();
            createDatabase(server);
        } catch (IOException | SQLException | IllegalStateException e) {
            // Its launcher gives up on a server that is late, but leaves it running.
            if (server == null)
                new Postmaster(data()).end(NOTED_WITHIN);
            throw new LaunchException(NAME + " did not start: " + e.getMessage() + "; " + LogTail.of(logFile()), e);
        }
        listener.ready(NAME, Duration.ofNanos(System.nanoTime() - begin), jdbcUrl());
    }

    /** Waits for a start that is under way; harmless if there was none. */
    synchronized void stop() {
        retired = true;
        if (server == null) {
            new Postmaster(data()).end();
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new LaunchException(NAME + " did not stop: " + e.getMessage() + "; " + LogTail.of(logFile()), e);
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(logFile().toFile());
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(data())
                .setOverrideWorkingDirectory(Files.createDirectories(directories.binaries()).toFile())
                .setOutputRedirector(log).setErrorRedirector(log).setPGStartupWait(readyWithin)
                // The user's own locale need not be one that this server knows.
                .setLocaleConfig("locale", "C")
                // Whoever starts the shop stops it in its order.
                .setRegisterShutdownHook(false).start();
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + USER);
        }
    }

    private Path data() {
        return directories.data().resolve(NAME);
    }

    private Path logFile() {
        return directories.log(NAME);
    }
}
