package org.picklejar.core;

/** Begins an operation that was asked for from outside Python. It is gone before the operation does anything. */
final class StartFrame extends NativeFrame {
    private final Execution.Operation operation;

    StartFrame(Execution.Operation operation) {
        this.operation = operation;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        x.top = back;
        return operation.run();
    }
}
