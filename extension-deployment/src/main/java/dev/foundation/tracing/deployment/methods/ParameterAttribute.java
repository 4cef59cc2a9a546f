package dev.foundation.tracing.deployment.methods;

import java.util.List;

/**
 * A parameter whose value becomes an attribute of the span, or a property of it.
 *
 * @param index of the parameter, from 0
 * @param key the attribute's key
 * @param path from the parameter to the value; empty if the parameter is the value
 */
public record ParameterAttribute(int index, String key, List<PropertyStep> path) {

    public ParameterAttribute {
        path = List.copyOf(path);
    }

    /**
     * One step from an object to a property of it.
     *
     * @param owner internal name of the class that has the method
     * @param method without parameters
     * @param descriptor of the method
     * @param ownerIsInterface whether it is called as an interface's
     */
    public record PropertyStep(String owner, String method, String descriptor, boolean ownerIsInterface) {
    }
}
