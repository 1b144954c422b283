package org.picklejar.modules.posix;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** Waits until descriptors can be read or written; what module {@code select} stands on. Pipes tell when that changes. */
public final class Readiness implements Machine.Descriptors {
    private static final int IN = 1;
    private static final int OUT = 4;
    private static final int HANGUP = 16;
    private static final int INVALID = 32;

    private final FileTable table;
    private final AtomicLong changes = new AtomicLong();
    /** What is told of changes. */
    private final Set<Object> monitors = ConcurrentHashMap.newKeySet();

    private Readiness(FileTable table) {
        this.table = table;
        monitors.add(this);
    }

    public static Readiness of(Machine m) {
        return m.state(Readiness.class, k -> new Readiness(FileTable.of(m)));
    }

    /** Something became readable or writable. Any thread. */
    public void changed() {
        changes.incrementAndGet();
        for (Object monitor : monitors) {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        }
    }

    @Override
    public long changes() {
        return changes.get();
    }

    @Override
    public void tell(Object monitor) {
        monitors.add(monitor);
    }

    @Override
    public void tellNoMore(Object monitor) {
        monitors.remove(monitor);
    }

    @Override
    public PyList ready(PyDict interests) {
        PyObject[] keys = interests.keyArray();
        PyObject[] values = interests.valueArray();
        int[] fds = new int[keys.length];
        int[] events = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            fds[i] = Values.toInt(keys[i]);
            events[i] = Values.toInt(values[i]);
        }
        PyList out = new PyList();
        collect(table, fds, events, out);
        return out;
    }

    /** A pipe that tells when it changes. */
    Pipe pipe() {
        Pipe p = new Pipe();
        p.setListener(this::changed);
        return p;
    }

    static void addTo(ModuleBuilder b) {
        b.tail("_wait_ready(interests, timeout, /)", Readiness::waitReady).tail("_socketpair()", x -> {
            Pipe there = of(x.machine).pipe();
            Pipe back = of(x.machine).pipe();
            FileTable t = FileTable.of(x);
            return PyTuple.of(PyInt.of(t.add(new PairEnd(there, back))), PyInt.of(t.add(new PairEnd(back, there))));
        });
    }

    /** @param interests (fd, events) pairs. @return those with events, after at most {@code timeout} seconds (None: for ever) */
    private static PyObject waitReady(Execution x, PyObject interests, PyObject timeout) {
        PyObject[] pairs = Iteration.itemsNow(x, interests);
        int[] fds = new int[pairs.length];
        int[] events = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            PyTuple t = Values.tuple(pairs[i], "interest");
            fds[i] = Values.toInt(x, t.get(0));
            events[i] = Values.toInt(x, t.get(1));
        }
        FileTable table = FileTable.of(x);
        PyList out = new PyList();
        long nanos = Arguments.isNone(timeout) ? -1 : Math.round(Conversions.toDouble(x, timeout) * 1e9);
        if (!collect(table, fds, events, out) && nanos != 0) {
            Blocking.await(x, of(x.machine), () -> collect(table, fds, events, out), nanos);
        }
        return out;
    }

    private static boolean collect(FileTable table, int[] fds, int[] events, PyList out) {
        for (int i = 0; i < fds.length; i++) {
            int ready = table.isOpen(fds[i]) ? ready(table.get(fds[i]), events[i]) : INVALID;
            if (ready != 0) {
                out.append(PyTuple.of(PyInt.of(fds[i]), PyInt.of(ready)));
            }
        }
        return out.size > 0;
    }

    private static int ready(OpenFile f, int events) {
        int r = 0;
        Pipe in = f instanceof PairEnd e ? e.in : Pipe.of(f) != null && f.isReadable() ? Pipe.of(f) : null;
        Pipe out = f instanceof PairEnd e ? e.out : Pipe.of(f) != null && f.isWritable() ? Pipe.of(f) : null;
        boolean pipe = in != null || out != null;
        if ((events & IN) != 0 && (pipe ? in != null && in.canRead() : f.isReadable())) {
            r |= IN;
        }
        if ((events & OUT) != 0 && (pipe ? out != null && out.canWrite() : f.isWritable())) {
            r |= OUT;
        }
        if (in != null && in.isFinished()) {
            r |= HANGUP;
        }
        return r;
    }

    /** One end of two pipes: what {@code socket.socketpair} gives. */
    private static final class PairEnd extends OpenFile {
        private final Pipe in;
        private final Pipe out;

        PairEnd(Pipe in, Pipe out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public int read(Execution x, byte[] into, int from, int count) throws IOException {
            in.reader.blocking = blocking;
            return in.reader.read(x, into, from, count);
        }

        @Override
        public int write(Execution x, byte[] bytes, int from, int count) throws IOException {
            out.writer.blocking = blocking;
            return out.writer.write(x, bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            in.reader.close();
            out.writer.close();
        }
    }
}
