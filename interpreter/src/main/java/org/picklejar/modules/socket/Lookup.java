package org.picklejar.modules.socket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.OpenFile;
import org.picklejar.modules.posix.Readiness;

/**
 * A question to the system's resolver, which cannot be asked without waiting: a thread waits, and this file can be read when the answer
 * is there. So a tasklet waits for it as for any descriptor.
 */
final class Lookup extends OpenFile {
    private static final int EAI_NONAME = -2;
    private static final int EAI_AGAIN = -3;

    private volatile PyObject answer;

    private Lookup(Readiness readiness, Supplier<PyObject> question) {
        Thread t = new Thread(
                () -> {
                    answer = question.get();
                    readiness.changed();
                },
                "picklejar-lookup");
        t.setDaemon(true);
        t.start();
    }

    /** Asks for the addresses of a name. The answer: a list of them as bytes, or the error number of {@code getaddrinfo}. */
    static Lookup addresses(Readiness r, String name) {
        return new Lookup(r, () -> {
            try {
                List<PyObject> out = new ArrayList<>();
                for (InetAddress a : InetAddress.getAllByName(name)) {
                    out.add(new PyBytes(a.getAddress()));
                }
                return PyList.of(out);
            } catch (UnknownHostException e) {
                String text = String.valueOf(e.getMessage());
                return PyInt.of(text.contains("Temporary failure") ? EAI_AGAIN : EAI_NONAME);
            }
        });
    }

    /** Asks for the name of an address. The answer: a str, or None when it has none. */
    static Lookup name(Readiness r, InetAddress a) {
        return new Lookup(r, () -> {
            String name = a.getCanonicalHostName();
            return name.equals(a.getHostAddress()) ? PySingleton.NONE : PyStr.of(name);
        });
    }

    /** Null when it is not there yet. */
    PyObject answer() {
        return answer;
    }

    @Override
    public int ready(int events) {
        return answer == null ? 0 : events & Readiness.IN;
    }

    @Override
    public int read(Execution x, byte[] into, int from, int count) {
        throw OsFailure.of(OsFailure.EINVAL);
    }

    @Override
    public int write(Execution x, byte[] bytes, int from, int count) {
        throw OsFailure.of(OsFailure.EBADF);
    }

    @Override
    public void close() {
        // The thread ends with the answer.
    }
}
