package dev.foundation.tracing.shop.orders;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;

/** Says what is wrong with an order that could be read: {@code items[0].quantity must be greater than or equal to 1}. */
final class BadOrder {

    private BadOrder() {
    }

    static String reason(ConstraintViolationException e) {
        return e.getConstraintViolations().stream().map(BadOrder::reason).sorted().collect(Collectors.joining("; "));
    }

    private static String reason(ConstraintViolation<?> violation) {
        String path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false).filter(BadOrder::isInBody)
                .map(Node::toString).collect(Collectors.joining("."));
        return (path.isEmpty() ? "the body" : path) + " " + violation.getMessage();
    }

    /** The path begins with the method that takes the body, and its parameter. */
    private static boolean isInBody(Node node) {
        return node.getKind() != ElementKind.METHOD && node.getKind() != ElementKind.PARAMETER;
    }
}
