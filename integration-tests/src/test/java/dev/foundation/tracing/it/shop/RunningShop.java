package dev.foundation.tracing.it.shop;

import static org.junit.jupiter.api.extension.ExtensionContext.Namespace.GLOBAL;

import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.foundation.tracing.demo.launch.ShopLauncher;
import dev.foundation.tracing.demo.launch.ShopPorts;

/** The packaged shop as separate processes on free ports, started once for all tests and ended with them. */
public final class RunningShop implements ParameterResolver {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private static final Path WORK = ROOT.resolve(Path.of("integration-tests", "target", "shop"));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ShopUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(GLOBAL).computeIfAbsent(ShopUnderTest.class, key -> start());
    }

    private static ShopUnderTest start() {
        ShopPorts ports = ShopPorts.free();
        return new ShopUnderTest(ShopLauncher.ofCheckout(ROOT).onPorts(ports).workingIn(WORK).start(), ports);
    }
}
