package org.picklejar.kernel.launch;

import java.util.ServiceLoader;

/** Finds the interpreter: the service of type {@link InterpreterFactory} on the class path. */
final class Interpreters {
    private Interpreters() {}

    static InterpreterFactory find() {
        return host -> ServiceLoader.load(InterpreterFactory.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no interpreter on the class path (service " + InterpreterFactory.class.getName() + ")"))
                .create(host);
    }
}
