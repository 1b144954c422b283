package org.picklejar.types;

import java.util.Map;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Construction;
import org.picklejar.ops.Text;

/** OSError: the class follows the errno (PEP 3151). */
public final class OsErrors {
    /** Linux error numbers. */
    private static final Map<Long, PyType> BY_NUMBER = Map.ofEntries(
            Map.entry(1L, ExceptionTypes.PERMISSION_ERROR),
            Map.entry(2L, ExceptionTypes.FILE_NOT_FOUND_ERROR),
            Map.entry(3L, ExceptionTypes.PROCESS_LOOKUP_ERROR),
            Map.entry(4L, ExceptionTypes.INTERRUPTED_ERROR),
            Map.entry(10L, ExceptionTypes.CHILD_PROCESS_ERROR),
            Map.entry(11L, ExceptionTypes.BLOCKING_IO_ERROR),
            Map.entry(13L, ExceptionTypes.PERMISSION_ERROR),
            Map.entry(17L, ExceptionTypes.FILE_EXISTS_ERROR),
            Map.entry(20L, ExceptionTypes.NOT_A_DIRECTORY_ERROR),
            Map.entry(21L, ExceptionTypes.IS_A_DIRECTORY_ERROR),
            Map.entry(32L, ExceptionTypes.BROKEN_PIPE_ERROR),
            Map.entry(103L, ExceptionTypes.CONNECTION_ABORTED_ERROR),
            Map.entry(104L, ExceptionTypes.CONNECTION_RESET_ERROR),
            Map.entry(108L, ExceptionTypes.BROKEN_PIPE_ERROR),
            Map.entry(110L, ExceptionTypes.TIMEOUT_ERROR),
            Map.entry(111L, ExceptionTypes.CONNECTION_REFUSED_ERROR),
            Map.entry(114L, ExceptionTypes.BLOCKING_IO_ERROR),
            Map.entry(115L, ExceptionTypes.BLOCKING_IO_ERROR));

    private OsErrors() {}

    /** The class for an error number. */
    public static PyType typeFor(long errno) {
        return BY_NUMBER.getOrDefault(errno, ExceptionTypes.OS_ERROR);
    }

    static void define(TypeBuilder<PyBaseException> b) {
        b.constructor("OSError(cls, /, *args, **kwargs)", (x, cls, a) -> {
                    PyTuple args = (PyTuple) a[1];
                    PyType type = cls;
                    if (cls == ExceptionTypes.OS_ERROR
                            && args.size() >= 2
                            && args.size() <= 5
                            && args.get(0) instanceof PyInt i) {
                        type = typeFor(i.value);
                    }
                    PyBaseException e = new PyBaseException(type, args);
                    // A subclass with its own __init__ and the inherited __new__ parses there, as CPython does.
                    fill(e, args);
                    return e;
                })
                .call(Slot.INIT, (x, o, args, names) -> {
                    PyBaseException e = (PyBaseException) o;
                    if (e.type().call(Slot.NEW) == Construction.OBJECT_NEW) {
                        fill(e, PyTuple.of(args));
                    }
                    return PySingleton.NONE;
                })
                .rawUnaryTail(Slot.STR, (x, o) -> {
                    PyBaseException e = (PyBaseException) o;
                    PyObject errno = e.member("errno");
                    PyObject text = e.member("strerror");
                    if (errno == null || text == null) {
                        return ExceptionTables.baseStr(x, o);
                    }
                    String s = "[Errno " + Text.strNow(x, errno) + "] " + Text.strNow(x, text);
                    PyObject f = e.member("filename");
                    PyObject g = e.member("filename2");
                    if (f != null && f != PySingleton.NONE) {
                        s += ": " + Text.reprNow(x, f);
                        if (g != null && g != PySingleton.NONE) {
                            s += " -> " + Text.reprNow(x, g);
                        }
                    }
                    return PyStr.of(s);
                });
    }

    private static void fill(PyBaseException e, PyTuple args) {
        if (args.size() < 2 || args.size() > 5) {
            e.args = args;
            return;
        }
        e.setMember("errno", args.get(0));
        e.setMember("strerror", args.get(1));
        e.args = PyTuple.of(args.get(0), args.get(1));
        if (args.size() >= 3 && args.get(2) != PySingleton.NONE) {
            if (e.type().isSubtypeOf(ExceptionTypes.BLOCKING_IO_ERROR) && args.get(2) instanceof PyInteger) {
                e.setMember("characters_written", args.get(2));
                return;
            }
            e.setMember("filename", args.get(2));
            if (args.size() == 5 && args.get(4) != PySingleton.NONE) {
                e.setMember("filename2", args.get(4));
            }
        }
    }

    /** The arguments that make the exception again, file names included. */
    static PyTuple fullArgs(PyBaseException e) {
        PyObject f = e.member("filename");
        if (e.args.size() != 2 || f == null) {
            return e.args;
        }
        PyObject g = e.member("filename2");
        return g == null
                ? PyTuple.of(e.args.get(0), e.args.get(1), f)
                : PyTuple.of(e.args.get(0), e.args.get(1), f, PySingleton.NONE, g);
    }
}
