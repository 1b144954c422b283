package org.picklejar.kernel.launch;

import java.util.Map;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Interpreter.HostFunction;
import org.picklejar.runtime.Interpreter.InputSource;
import org.picklejar.runtime.Interpreter.OutputSink;

/** Makes the interpreter of a kernel. Called on a thread of its own, while the kernel answers already. */
@FunctionalInterface
public interface InterpreterFactory {
    Interpreter create(Host host);

    /**
     * What the kernel offers to the interpreter.
     *
     * @param module functions of the module {@link #MODULE}
     * @param resources resource folder with the kernel's Python packages, to be put on {@code sys.path}
     */
    record Host(OutputSink output, InputSource input, Map<String, HostFunction> module, String resources) {
        /** Name under which programs import {@link #module}. */
        public static final String MODULE = "_picklejar_kernel";
    }
}
