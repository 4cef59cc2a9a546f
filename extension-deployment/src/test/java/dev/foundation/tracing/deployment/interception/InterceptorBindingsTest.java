package dev.foundation.tracing.deployment.interception;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.InterceptorBinding;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class InterceptorBindingsTest {

    @Test
    void aStereotypeMayHaveItsBindingFromAnother() throws IOException {
        Index index = Index.of(Audited.class, Guarded.class, Service.class, Orders.class);
        InterceptorBindings bindings = new InterceptorBindings(index, List.of());

        assertThat(bindings.surround(index.getClassByName(Orders.class).method("place"), List.of())).isTrue();
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Audited {
    }

    @Audited
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @interface Guarded {
    }

    @Guarded
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @interface Service {
    }

    @Service
    static class Orders {

        void place() {
            // only the annotation of its class matters
        }
    }
}
