package dev.foundation.tracing.demo;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

import dev.foundation.tracing.demo.launch.ShopPorts;

/**
 * What the user may set, as system properties.
 *
 * @param root the checkout
 * @param portOffset is added to every usual port
 * @param once whether to end after the first trace
 * @param traffic {@code steady} or {@code burst}, to have customers after that; empty for none
 */
record DemoSettings(Path root, int portOffset, boolean once, String traffic) {

    static final String ROOT = "demo.root";
    static final String PORT_OFFSET = "demo.portOffset";
    static final String ONCE = "demo.once";
    static final String TRAFFIC = "demo.traffic";

    private static final Set<String> PROFILES = Set.of("", "steady", "burst");

    /** @throws SettingException that says which property is wrong */
    static DemoSettings from(Properties properties) throws SettingException {
        Path root = Path.of(properties.getProperty(ROOT, ".")).toAbsolutePath().normalize();
        return new DemoSettings(root, portOffset(properties.getProperty(PORT_OFFSET, "0")),
                once(properties.getProperty(ONCE, "false")), traffic(properties.getProperty(TRAFFIC, "")))
                .withoutContradiction();
    }

    DemoSettings withPortOffset(int other) {
        return new DemoSettings(root, other, once, traffic);
    }

    /** Two demos of one checkout that run side by side share no files. */
    Path work() {
        return root.resolve(Path.of("services", "demo", "target", portOffset == 0 ? "demo" : "demo-" + portOffset));
    }

    /** What the user types to get these settings. Quoted, for PowerShell splits a word that begins with "-" at its dot. */
    String command() {
        return "mvn -Pdemo" + (portOffset == 0 ? "" : " \"-D" + PORT_OFFSET + "=" + portOffset + "\"")
                + (once ? " \"-D" + ONCE + "\"" : "") + (traffic.isEmpty() ? "" : " \"-D" + TRAFFIC + "=" + traffic + "\"");
    }

    private DemoSettings withoutContradiction() throws SettingException {
        if (once && !traffic.isEmpty())
            throw new SettingException("-D" + ONCE + " ends the demo before any traffic of -D" + TRAFFIC + " begins: drop one");
        return this;
    }

    private static String traffic(String value) throws SettingException {
        if (PROFILES.contains(value))
            return value;
        throw new SettingException("-D" + TRAFFIC + " must be steady or burst, got '" + value + "'");
    }

    private static int portOffset(String value) throws SettingException {
        try {
            int offset = Integer.parseInt(value);
            if (offset >= 0 && offset <= ShopPorts.LARGEST_OFFSET)
                return offset;
        } catch (NumberFormatException e) {
            // The same answer as to a number out of range.
        }
        throw new SettingException(
                "-D" + PORT_OFFSET + " must be a number from 0 to " + ShopPorts.LARGEST_OFFSET + ", got '" + value + "'");
    }

    // Maven makes "true" of a property without a value; an empty one means the same.
    private static boolean once(String value) {
        return value.isEmpty() || Boolean.parseBoolean(value);
    }
}
