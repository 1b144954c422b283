package org.picklejar.kernel.testing;

import java.nio.file.Path;
import java.util.UUID;
import org.picklejar.kernel.launch.InterpreterFactory;
import org.picklejar.kernel.launch.Kernel;
import org.picklejar.kernel.transport.ConnectionFile;

/** A kernel in this process, with the toy language, on ports of its own choice. */
public final class TestKernel implements AutoCloseable {
    public final Kernel kernel;

    public TestKernel(Path historyFile) {
        this(historyFile, ConnectionFile.fresh(UUID.randomUUID().toString()), FakeInterpreter::new);
    }

    public TestKernel(Path historyFile, ConnectionFile connection, InterpreterFactory factory) {
        kernel = new Kernel(connection, factory, historyFile);
        kernel.start();
    }

    public TestClient connect() {
        return new TestClient(kernel.connection().json());
    }

    @Override
    public void close() {
        kernel.close();
    }
}
