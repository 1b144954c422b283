package org.picklejar.kernel.launch;

import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** Makes the real interpreter. */
public final class RuntimeFactory implements InterpreterFactory {
    @Override
    public Interpreter create(Host host) {
        return Runtime.builder()
                .path("")
                .output(host.output())
                .input(host.input())
                .module(Host.MODULE, host.module())
                .resources(host.resources())
                .build();
    }
}
