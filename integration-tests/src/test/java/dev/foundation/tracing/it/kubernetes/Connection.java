package dev.foundation.tracing.it.kubernetes;

/**
 * @param from a workload, or whatever is meant by a policy outside of these
 * @param to the same
 * @param port of the pod that answers
 */
record Connection(String from, String to, int port) implements Comparable<Connection> {

    static final String ANYWHERE = "anywhere";

    static String namespace(String name) {
        return "namespace " + name;
    }

    static String namespaces(String label, String value) {
        return "namespaces with " + label + "=" + value;
    }

    @Override
    public int compareTo(Connection other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return from + " -> " + to + ":" + port;
    }
}
