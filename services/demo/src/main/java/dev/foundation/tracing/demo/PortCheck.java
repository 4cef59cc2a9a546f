package dev.foundation.tracing.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import dev.foundation.tracing.demo.launch.ShopPorts;

/** Looks whether the ports are free, before anything is started. */
final class PortCheck {

    private static final int STEP = 100;

    private final IntPredicate isFree;

    PortCheck(IntPredicate isFree) {
        this.isFree = isFree;
    }

    /** @throws SettingException that names every busy port and a command that works */
    void check(DemoSettings settings) throws SettingException {
        List<String> busy = busy(settings.portOffset());
        if (busy.isEmpty())
            return;
        String busyPorts = (busy.size() == 1 ? "Port " : "Ports ") + String.join(", ", busy)
                + (busy.size() == 1 ? " is" : " are") + " in use.";
        OptionalInt free = freeOffset(settings.portOffset());
        throw new SettingException(busyPorts + (free.isEmpty() ? " End what listens there."
                : " End what listens there, or move all ports:\n\n  " + settings.withPortOffset(free.getAsInt()).command()));
    }

    private List<String> busy(int offset) {
        List<String> busy = new ArrayList<>();
        ShopPorts.usual(offset).byName().forEach((name, port) -> {
            if (!isFree.test(port))
                busy.add(port + " (" + name + ")");
        });
        return busy;
    }

    private OptionalInt freeOffset(int current) {
        return IntStream.iterate(STEP, offset -> offset <= ShopPorts.LARGEST_OFFSET, offset -> offset + STEP)
                .filter(offset -> offset != current && busy(offset).isEmpty()).findFirst();
    }
}
