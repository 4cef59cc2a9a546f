package dev.foundation.tracing.demo.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Says how the shop is to be started, then starts it. Immutable. */
public final class ShopLauncher {

    private final Path checkout;
    private final ShopPorts ports;
    private final Path work;
    private final Map<String, Map<String, String>> environment;
    private final LaunchListener listener;

    private ShopLauncher(Path checkout, ShopPorts ports, Path work, Map<String, Map<String, String>> environment,
            LaunchListener listener) {
        this.checkout = checkout;
        this.ports = ports;
        this.work = work;
        this.environment = environment;
        this.listener = listener;
    }

    /**
     * On free ports, with logs and data below {@code services/demo/target/shop}, telling nobody.
     *
     * @param checkout the root of the project, with the services packaged
     */
    public static ShopLauncher ofCheckout(Path checkout) {
        Path root = checkout.toAbsolutePath().normalize();
        return new ShopLauncher(root, ShopPorts.free(), root.resolve(Path.of("services", "demo", "target", "shop")), Map.of(),
                new LaunchListener() {
                });
    }

    public ShopLauncher onPorts(ShopPorts others) {
        return new ShopLauncher(checkout, others, work, environment, listener);
    }

    /**
     * @param directory gets {@code logs/<name>.log} and {@code data}; both are removed first. A second running shop is refused
     */
    public ShopLauncher workingIn(Path directory) {
        return new ShopLauncher(checkout, ports, directory.toAbsolutePath().normalize(), environment, listener);
    }

    /**
     * @param process {@code storefront}, {@code catalog}, {@code orders}, {@code payments} or {@code trace-store}
     * @param value wins over what the launcher itself would set
     */
    public ShopLauncher withEnvironment(String process, String name, String value) {
        Map<String, Map<String, String>> more = new HashMap<>(environment);
        more.merge(process, Map.of(name, value), ShopLauncher::both);
        return new ShopLauncher(checkout, ports, work, more, listener);
    }

    public ShopLauncher tellingTo(LaunchListener other) {
        return new ShopLauncher(checkout, ports, work, environment, other);
    }

    /**
     * Starts everything and waits until all of it is ready. What was started never outlives this JVM's orderly end.
     *
     * @return to be closed by the caller
     * @throws LaunchException if a service is not built, another shop works in the directory, a process ends or is not ready in
     *         time; nothing is left running
     */
    public Shop start() {
        ShopDirectories directories = new ShopDirectories(work,
                checkout.resolve(Path.of("services", "demo", "target", "postgresql")));
        WorkLock lock = WorkLock.of(work);
        Shop shop;
        try {
            directories.makeAnew();
            shop = new Shop(new ShopPlans(checkout, ports, directories, environment),
                    new Postgres(ports.postgres(), directories, listener), lock, listener);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        shop.start();
        return shop;
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
