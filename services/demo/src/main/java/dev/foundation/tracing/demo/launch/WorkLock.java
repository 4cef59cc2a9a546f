package dev.foundation.tracing.demo.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a work directory for one shop, among all processes of this machine; gone with its process, however that ends. */
final class WorkLock implements AutoCloseable {

    // A second channel on the file, once closed, would release the lock of the first: within this JVM the file is not asked.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private WorkLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param work need not exist; the lock is a file beside it, for what is in it is removed
     * @throws LaunchException if another shop has it
     */
    static WorkLock of(Path work) {
        Path file = work.resolveSibling(work.getFileName() + ".lock");
        if (!HELD_HERE.add(file))
            throw taken(work);
        try {
            return new WorkLock(file, lock(file, work));
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new LaunchException("can't lock " + file + ": " + e, e);
        } catch (LaunchException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It ends with this process then.
        }
        HELD_HERE.remove(file);
    }

    private static FileChannel lock(Path file, Path work) throws IOException {
        Files.createDirectories(work);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null)
            return channel;
        channel.close();
        throw taken(work);
    }

    private static LaunchException taken(Path work) {
        return new LaunchException("another shop is running in " + work + ": end it, or let this one work in another directory"
                + " (the demo does with another port offset)");
    }
}
