package org.picklejar.kernel.launch;

import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;
import org.picklejar.runtime.SearchPath;

/** Makes the real interpreter. */
public final class RuntimeFactory implements InterpreterFactory {
    @Override
    public Interpreter create(Host host) {
        SearchPath searchPath = SearchPath.of("");
        return Runtime.builder()
                .path(searchPath.safePath() ? new String[0] : new String[] {""})
                .searchPath(searchPath)
                .output(host.output())
                .input(host.input())
                .module(Host.MODULE, host.module())
                .resources(host.resources())
                .build();
    }
}
