package org.picklejar.modules.posix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;
import org.picklejar.system.DescriptorPoll;

/** Waits until descriptors can be read or written; what module {@code select} stands on. Pipes tell when that changes. */
public final class Readiness implements Machine.Descriptors {
    public static final int IN = 1;
    public static final int OUT = 4;
    public static final int ERROR = 8;
    public static final int HANGUP = 16;
    public static final int INVALID = 32;

    private final Machine machine;
    private final FileTable table;
    private ChannelPoll channels;
    private final DescriptorPoll descriptors = new DescriptorPoll(this::changed);
    private final AtomicLong changes = new AtomicLong();
    /** What is told of changes. */
    private final Set<Object> monitors = ConcurrentHashMap.newKeySet();

    private Readiness(Machine machine) {
        this.machine = machine;
        table = FileTable.of(machine);
        monitors.add(this);
    }

    public static Readiness of(Machine m) {
        return m.state(Readiness.class, k -> new Readiness(m));
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
    public List<PyList> ready(List<PyDict> interests) {
        int n = interests.stream().mapToInt(PyDict::size).sum();
        int[] fds = new int[n];
        int[] events = new int[n];
        int at = 0;
        for (PyDict d : interests) {
            PyObject[] keys = d.keyArray();
            PyObject[] values = d.valueArray();
            for (int i = 0; i < keys.length; i++, at++) {
                fds[at] = Values.toInt(keys[i]);
                events[at] = Values.toInt(values[i]);
            }
        }
        int[] found = find(fds, events);
        List<PyList> out = new ArrayList<>();
        at = 0;
        for (PyDict d : interests) {
            PyList own = new PyList();
            add(fds, found, at, at + d.size(), own);
            at += d.size();
            out.add(own);
        }
        return out;
    }

    /** A pipe that tells when it changes. */
    public Pipe pipe() {
        return new Pipe(machine);
    }

    static void addTo(ModuleBuilder b) {
        b.tail("_wait_ready(interests, timeout, /)", Readiness::waitReady);
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
        Readiness r = of(x.machine);
        PyList out = new PyList();
        long nanos = Arguments.isNone(timeout) ? -1 : Math.round(Conversions.toDouble(x, timeout) * 1e9);
        if (!r.collect(fds, events, out) && nanos != 0) {
            Blocking.await(x, r, () -> r.collect(fds, events, out), nanos);
        }
        return out;
    }

    /** Adds (fd, events) for each descriptor with events. @return whether there are any */
    private boolean collect(int[] fds, int[] events, PyList out) {
        add(fds, find(fds, events), 0, fds.length, out);
        return out.size > 0;
    }

    private static void add(int[] fds, int[] found, int from, int to, PyList out) {
        for (int i = from; i < to; i++) {
            if (found[i] != 0) {
                out.append(PyTuple.of(PyInt.of(fds[i]), PyInt.of(found[i])));
            }
        }
    }

    /** The events that each descriptor has. */
    private int[] find(int[] fds, int[] events) {
        int[] found = new int[fds.length];
        List<Polled> channels = new ArrayList<>();
        int[] places = new int[fds.length];
        for (int i = 0; i < fds.length; i++) {
            OpenFile f = table.getOrNull(fds[i]);
            if (f instanceof Polled p) {
                places[channels.size()] = i;
                channels.add(p);
            } else {
                found[i] = f == null ? INVALID : f.ready(events[i]);
            }
        }
        poll(channels, places, events, found);
        return found;
    }

    private void poll(List<Polled> channels, int[] places, int[] events, int[] found) {
        if (channels.isEmpty()) {
            return;
        }
        int[] wanted = new int[channels.size()];
        int[] there = new int[channels.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = events[places[i]];
        }
        try {
            channels().poll(channels, wanted, there);
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
        for (int i = 0; i < wanted.length; i++) {
            found[places[i]] = there[i];
        }
    }

    @Override
    public synchronized void close() {
        try {
            table.closeChannels();
            if (channels != null) {
                channels.close();
            }
            descriptors.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What watches the descriptors of the system that are no channels. */
    DescriptorPoll descriptors() {
        return descriptors;
    }

    /** What watches the channels of the system; made on first use. */
    public synchronized ChannelPoll channels() {
        if (channels == null) {
            channels = new ChannelPoll(this::changed);
        }
        return channels;
    }

    /**
     * Waits in the thread until a file has some of these events.
     *
     * @throws org.picklejar.core.PyException KeyboardInterrupt, or what a signal handler raises
     */
    public <F extends OpenFile & Polled> void await(Execution x, F file, int events) {
        int[] found = new int[1];
        Blocking.await(
                x,
                this,
                () -> {
                    poll(List.of(file), new int[1], new int[] {events}, found);
                    return found[0] != 0;
                },
                -1);
    }
}
