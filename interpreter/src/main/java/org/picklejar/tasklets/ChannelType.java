package org.picklejar.tasklets;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** {@code channel}. */
final class ChannelType {
    private ChannelType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<Channel> b = builder.of(Channel.class);
        b.doc("Hands values from tasklets that send to tasklets that receive; who comes first waits for the other.")
                .constructor("channel(cls, /, *args, **kwargs)", (x, cls, a) -> new Channel(x, cls))
                .call(Slot.INIT, (x, c, args, names) -> PySingleton.NONE)
                .tail(
                        "send(self, value, /, *, timeout=None) -- Hands a value to a tasklet that receives; waits for one if there is none, at most timeout seconds.",
                        (Execution x, Channel c, PyObject v, PyObject limit) -> c.send(x, v, limit))
                .tail(
                        "receive(self, /, *, timeout=None) -- The value of a tasklet that sends; waits for one if there is none, at most timeout seconds.",
                        (Execution x, Channel c, PyObject limit) -> c.receive(x, limit))
                .tailN(
                        "send_exception(self, /, *args, timeout=None) -- Makes an exception of a class and arguments, and raises it in a tasklet that receives. Waits as send does.",
                        (x, c, a) -> sendException(x, c, (PyTuple) a[1], a[2]))
                .tailN(
                        "send_throw(self, exc, val=None, tb=None, /, *, timeout=None) -- Raises an exception, given as for the method throw of generators, in a tasklet that receives. Waits as send does.",
                        (x, c, a) -> c.send(x, TaskletType.bomb(x, a[1], a[2], a[3]), a[4]))
                .frame(
                        "send_sequence(self, iterable, /) -- Sends the items of an iterable one after the other. Returns how many they were.",
                        a -> new SendSequenceFrame((Channel) a[0], a[1]))
                .method(
                        "close(self, /) -- Says that nothing more will come: a loop over the channel ends once nobody waits to send.",
                        (Channel c) -> {
                            c.closing = true;
                            return (PyObject) PySingleton.NONE;
                        })
                .method("open(self, /) -- Takes close() back.", (Channel c) -> {
                    c.closing = false;
                    return (PyObject) PySingleton.NONE;
                })
                .unary(Slot.ITER, c -> c)
                .unaryTail(Slot.NEXT, (x, c) -> c.closing && c.balance() <= 0 ? null : c.receive(x))
                .unaryTail(Slot.AWAIT, (x, c) -> help(x, "channel_await", c))
                .unary(Slot.AITER, c -> c)
                .unaryTail(Slot.ANEXT, (x, c) -> help(x, "channel_anext", c))
                .tail(
                        "send_async(self, value, /) -- An awaitable that sends a value from a coroutine; the event loop goes on meanwhile.",
                        (Execution x, Channel c, PyObject v) -> help(x, "channel_send_async", c, v))
                .getter("balance", c -> PyInt.of(c.balance()))
                .getter("queue", c -> c.first() == null ? PySingleton.NONE : c.first().tasklet)
                .getter("closing", c -> PyBool.of(c.closing))
                .getter("closed", c -> PyBool.of(c.closing && c.first() == null))
                .property("preference", c -> PyInt.of(c.preference), (c, v) -> {
                    if (!(v instanceof PyInteger i)) {
                        throw Errors.typeError("preference must be set to an integer");
                    }
                    c.preference = i.signum();
                })
                .property(
                        "schedule_all",
                        c -> PyInt.of(c.scheduleAll ? 1 : 0),
                        (c, v) -> c.scheduleAll = TaskletType.flag(v, "preference must be set to a bool or integer"))
                .method("__reduce__(self, /)", (Channel c) -> reduce(c))
                .method("__reduce_ex__(self, protocol=0, /)", (Channel c, PyObject p) -> reduce(c))
                .methodN("__setstate__(self, state, /)", (c, a) -> setState(c, a[1]));
    }

    private static PyObject help(Execution x, String name, PyObject... args) {
        return x.call(x.machine.helpers.get(name), args, null);
    }

    private static PyObject sendException(Execution x, Channel c, PyTuple args, PyObject timeout) {
        if (args.size() == 0) {
            throw Errors.typeError("send_exception() takes at least 1 argument");
        }
        if (!(args.get(0) instanceof PyType t) || !t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            throw Errors.typeError("channel.send_exception needs Exception or string subclass as first parameter");
        }
        PyObject[] rest = Arrays.copyOfRange(args.items, 1, args.size());
        PyObject e = x.await(() -> x.call(t, rest, null));
        return c.send(x, new Bomb((PyBaseException) e), timeout);
    }

    /** Bits: closing, two of the preference, schedule_all. */
    private static PyObject reduce(Channel c) {
        int flags = (c.closing ? 1 : 0) | (c.preference & 3) << 1 | (c.scheduleAll ? 8 : 0);
        PyList tasklets = new PyList();
        for (WaitEntry e : c.queue()) {
            tasklets.append(e.ofSelect() ? selecting(e) : e.tasklet);
        }
        return PyTuple.of(c.type(), PyTuple.EMPTY, PyTuple.of(PyInt.of(c.balance()), PyInt.of(flags), tasklets));
    }

    /** (tasklet, value, number of the case, how many there are). */
    private static PyTuple selecting(WaitEntry e) {
        WaitEntry.Place p = e.place;
        return PyTuple.of(e.tasklet, p.value(), PyInt.of(p.index()), PyInt.of(p.cases()));
    }

    /** The reverse of {@link #selecting}; null for something else. */
    private static WaitEntry.Place place(PyTuple t) {
        return t.size() == 4 && t.get(2) instanceof PyInt index && t.get(3) instanceof PyInt cases
                ? new WaitEntry.Place(t.get(1), (int) index.value, (int) cases.value)
                : null;
    }

    private static int toInt(PyObject o) {
        if (!(Values.payload(o) instanceof PyInteger i)) {
            throw Errors.typeError(
                    "'%s' object cannot be interpreted as an integer", o.type().name());
        }
        return Values.toInt(i);
    }

    private static PyObject setState(Channel c, PyObject state) {
        PyTuple t = Values.tuple(state, "channel state");
        if (t.size() != 3) {
            throw Errors.typeError("channel() takes exactly 3 arguments (%d given)", t.size());
        }
        if (!(t.get(2) instanceof PyList list)) {
            throw Errors.typeError(
                    "argument 3 must be list, not %s", t.get(2).type().name());
        }
        boolean sending = toInt(t.get(0)) > 0;
        int flags = toInt(t.get(1));
        for (WaitEntry e : c.queue()) {
            Channel.remove(e.tasklet);
        }
        c.closing = (flags & 1) != 0;
        int preference = flags >> 1 & 3;
        c.preference = preference == 3 ? -1 : preference;
        c.scheduleAll = (flags & 8) != 0;
        for (int i = 0; i < list.size; i++) {
            PyObject item = list.items[i];
            if (item instanceof Tasklet w && !w.isBlocked()) {
                c.add(w, sending, null);
            } else if (item instanceof PyTuple p
                    && place(p) != null
                    && p.get(0) instanceof Tasklet w
                    && w.lacks(place(p), c)) {
                c.add(w, sending, place(p));
            }
        }
        return c;
    }
}
