package dev.foundation.tracing.shop.orders.fulfilment;

/** One order was not fulfilled; others may be. */
final class TaskFailedException extends RuntimeException {

    private final transient Task task;

    TaskFailedException(Task task, RuntimeException cause) {
        super("order " + task.orderId() + " was not fulfilled", cause);
        this.task = task;
    }

    Task task() {
        return task;
    }
}
