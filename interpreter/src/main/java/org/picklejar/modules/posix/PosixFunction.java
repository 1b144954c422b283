package org.picklejar.modules.posix;

import org.picklejar.modules.ModuleBuilder;

/**
 * A function of {@code posix}.
 *
 * @param paths how many of the first parameters are paths: path-like objects are resolved before the body runs
 */
record PosixFunction(String signature, int paths, ModuleBuilder.TailN body) {
    String name() {
        return signature.substring(0, signature.indexOf('('));
    }
}
