package org.picklejar.types;

import java.util.Arrays;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** The tables of the exception classes. */
final class ExceptionTables {
    private static final PyStr ARGS = PyStr.of("args");

    private static final PyStr NOTES = PyStr.of("__notes__");

    private ExceptionTables() {}

    static void define(PyType type, TypeBuilder<?> builder) {
        TypeBuilder<PyBaseException> b = builder.of(PyBaseException.class);
        if (type == ExceptionTypes.BASE_EXCEPTION) {
            base(b);
        }
        String[] members = ExceptionTypes.members(type);
        if (type == ExceptionTypes.BASE_EXCEPTION || members != ExceptionTypes.members(type.base)) {
            for (String m : members) {
                b.getSet(
                        m,
                        (x, o) -> member((PyBaseException) o, m),
                        (x, o, v) -> ((PyBaseException) o).setMember(m, v));
            }
        }
        if (type == ExceptionTypes.KEY_ERROR) {
            b.rawUnary(Slot.STR, (x, o) -> {
                PyTuple args = ((PyBaseException) o).args;
                return args.size() == 1 ? Text.repr(x, args.get(0)) : baseStr(x, o);
            });
        } else if (type == ExceptionTypes.OS_ERROR) {
            OsErrors.define(b);
        } else if (type == ExceptionTypes.SYNTAX_ERROR) {
            b.callTail(Slot.INIT, ExceptionTables::initSyntaxError)
                    .rawUnaryTail(Slot.STR, ExceptionTables::syntaxErrorStr);
        } else if (type == ExceptionTypes.STOP_ITERATION) {
            b.call(Slot.INIT, (x, o, args, names) -> initFirst(x, o, args, names, "value"));
        } else if (type == ExceptionTypes.SYSTEM_EXIT) {
            b.call(Slot.INIT, (x, o, args, names) -> {
                initBase(x, o, args, names);
                ((PyBaseException) o)
                        .setMember(
                                "code",
                                args.length == 0 ? PySingleton.NONE : args.length == 1 ? args[0] : PyTuple.of(args));
                return PySingleton.NONE;
            });
        } else if (type == ExceptionTypes.IMPORT_ERROR) {
            b.call(Slot.INIT, ExceptionTables::initImportError).rawUnary(Slot.STR, ExceptionTables::importErrorStr);
        } else if (type == ExceptionTypes.NAME_ERROR || type == ExceptionTypes.ATTRIBUTE_ERROR) {
            b.call(Slot.INIT, ExceptionTables::initNamed);
        } else if (type == ExceptionTypes.BASE_EXCEPTION_GROUP) {
            ExceptionGroups.define(b);
        } else if (type.base == ExceptionTypes.UNICODE_ERROR) {
            UnicodeErrors.define(type, b);
        }
    }

    private static void base(TypeBuilder<PyBaseException> b) {
        b.constructor("BaseException(cls, /, *args, **kwargs)", (x, cls, a) -> new PyBaseException(cls, (PyTuple) a[1]))
                .call(Slot.INIT, ExceptionTables::initBase)
                .rawUnary(Slot.STR, ExceptionTables::baseStr)
                .rawUnary(Slot.REPR, (x, o) -> x.push(new ExceptionReprFrame((PyBaseException) o)))
                .property("args", e -> e.args, (e, v) -> {
                    if (v == null) {
                        throw Errors.typeError("args may not be deleted");
                    }
                    PyObject[] items = Iteration.itemsOrNull(v);
                    if (items == null) {
                        throw Errors.typeError(
                                "'%s' object is not iterable", v.type().name());
                    }
                    e.args = PyTuple.of(items);
                })
                .property(
                        "__traceback__",
                        e -> e.traceback == null ? PySingleton.NONE : e.traceback,
                        ExceptionTables::setTraceback)
                .property(
                        "__context__",
                        e -> e.context == null ? PySingleton.NONE : e.context,
                        (e, v) -> e.context = exceptionOrNone(v, "context"))
                .property("__cause__", e -> e.cause == null ? PySingleton.NONE : e.cause, (e, v) -> {
                    e.cause = exceptionOrNone(v, "cause");
                    e.suppressContext = true;
                })
                .property(
                        "__suppress_context__",
                        e -> PyBool.of(e.suppressContext),
                        (e, v) -> e.suppressContext = v == PyBool.TRUE)
                .property("__dict__", PyBaseException::dict, (e, v) -> {
                    if (!(v instanceof PyDict d)) {
                        throw Errors.typeError(
                                v == null ? "__dict__ may not be deleted" : "__dict__ must be a dictionary");
                    }
                    e.setDict(d);
                })
                .method("with_traceback(self, object, /)", (PyBaseException e, PyObject tb) -> {
                    setTraceback(e, tb);
                    return e;
                })
                .method("add_note(self, object, /)", ExceptionTables::addNote)
                .methodN("__reduce__(self, /)", (e, a) -> reduce(e))
                .method("__setstate__(self, object, /)", (PyBaseException e, PyObject state) -> {
                    if (state instanceof PyDict d) {
                        for (PyObject k : d.keyArray()) {
                            PyStr name = Attributes.nameOf(k);
                            setState(e, name, d.get(name));
                        }
                    } else if (state != PySingleton.NONE) {
                        throw Errors.typeError("state is not a dictionary");
                    }
                    return PySingleton.NONE;
                });
    }

    private static void setState(PyBaseException e, PyStr key, PyObject value) {
        for (String m : ExceptionTypes.members(e.type())) {
            if (m.equals(key.toString())) {
                e.setMember(m, value);
                return;
            }
        }
        if (key.equals(ARGS)) {
            e.args = Values.tuple(value, "args");
        } else {
            e.setField(key, value);
        }
    }

    private static PyObject member(PyBaseException e, String name) {
        PyObject v = e.member(name);
        if (v == null) {
            if (e.type().isSubtypeOf(ExceptionTypes.OS_ERROR) && name.equals("characters_written")) {
                throw Errors.attributeError(e, PyStr.of(name));
            }
            return PySingleton.NONE;
        }
        return v;
    }

    static PyObject initBase(Execution x, PyObject o, PyObject[] args, PyTuple names) {
        if (names != null && o.type().isBuiltin()) {
            throw Errors.typeError("%s() takes no keyword arguments", o.type().name());
        }
        if (names != null && o.type().call(Slot.INIT) == BASE_INIT) {
            throw Errors.typeError("%s() takes no keyword arguments", o.type().name());
        }
        ((PyBaseException) o).args = PyTuple.of(args);
        return PySingleton.NONE;
    }

    private static final Slot.Call BASE_INIT = ExceptionTables::initBase;

    private static PyObject initFirst(Execution x, PyObject o, PyObject[] args, PyTuple names, String member) {
        initBase(x, o, args, names);
        ((PyBaseException) o).setMember(member, args.length > 0 ? args[0] : PySingleton.NONE);
        return PySingleton.NONE;
    }

    /** Takes the allowed keywords out of the arguments into members; the rest are the args. */
    static PyObject[] keywords(PyBaseException e, PyObject[] args, PyTuple names, String... allowed) {
        if (names == null) {
            return args;
        }
        int n = args.length - names.size();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).toString();
            if (!List.of(allowed).contains(name)) {
                throw Errors.typeError(
                        "%s() got an unexpected keyword argument '%s'", e.type().name(), name);
            }
            e.setMember(name, args[n + i]);
        }
        return Arrays.copyOf(args, n);
    }

    private static PyObject initNamed(Execution x, PyObject o, PyObject[] args, PyTuple names) {
        PyBaseException e = (PyBaseException) o;
        String[] allowed =
                e.type().isSubtypeOf(ExceptionTypes.NAME_ERROR) ? new String[] {"name"} : new String[] {"name", "obj"};
        e.args = PyTuple.of(keywords(e, args, names, allowed));
        return PySingleton.NONE;
    }

    private static PyObject initImportError(Execution x, PyObject o, PyObject[] args, PyTuple names) {
        PyBaseException e = (PyBaseException) o;
        e.args = PyTuple.of(keywords(e, args, names, "name", "path", "name_from"));
        e.setMember("msg", e.args.size() == 1 ? e.args.get(0) : PySingleton.NONE);
        return PySingleton.NONE;
    }

    private static PyObject importErrorStr(Execution x, PyObject o) {
        PyObject m = ((PyBaseException) o).member("msg");
        return m instanceof PyStr ? m : baseStr(x, o);
    }

    private static PyObject initSyntaxError(Execution x, PyObject o, PyObject[] args, PyTuple names) {
        initBase(x, o, args, names);
        PyBaseException e = (PyBaseException) o;
        e.setMember("print_file_and_line", PySingleton.NONE);
        if (args.length >= 1) {
            e.setMember("msg", args[0]);
        }
        if (args.length == 2) {
            PyObject[] info = Values.payload(args[1]) instanceof PyTuple t ? t.items : Iteration.itemsNow(x, args[1]);
            if (info.length != 4 && info.length != 6) {
                throw Errors.typeError(
                        info.length == 5
                                ? "end_offset must be provided when end_lineno is provided"
                                : "function takes " + (info.length < 4 ? "at least 4" : "at most 6") + " arguments ("
                                        + info.length + " given)");
            }
            String[] keys = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
            for (int i = 0; i < info.length; i++) {
                e.setMember(keys[i], info[i]);
            }
        }
        return PySingleton.NONE;
    }

    private static PyObject syntaxErrorStr(Execution x, PyObject o) {
        PyBaseException e = (PyBaseException) o;
        PyObject msg = e.member("msg");
        String text = msg == null ? "None" : Text.strNow(x, msg);
        PyObject file = e.member("filename");
        PyObject line = e.member("lineno");
        String base =
                file instanceof PyStr s ? s.toString().substring(s.toString().lastIndexOf('/') + 1) : null;
        if (base != null && line instanceof PyInteger) {
            return PyStr.of(text + " (" + base + ", line " + line + ")");
        }
        return PyStr.of(
                base != null
                        ? text + " (" + base + ")"
                        : line instanceof PyInteger ? text + " (line " + line + ")" : text);
    }

    static PyObject baseStr(Execution x, PyObject o) {
        PyTuple args = ((PyBaseException) o).args;
        return args.size() == 0 ? PyStr.EMPTY : args.size() == 1 ? Text.str(x, args.get(0)) : Text.repr(x, args);
    }

    private static void setTraceback(PyBaseException e, PyObject v) {
        if (v instanceof PyTraceback tb) {
            e.traceback = tb;
        } else if (v == PySingleton.NONE) {
            e.traceback = null;
        } else {
            throw Errors.typeError(
                    v == null ? "__traceback__ may not be deleted" : "__traceback__ must be a traceback or None");
        }
    }

    private static PyBaseException exceptionOrNone(PyObject v, String what) {
        if (v == PySingleton.NONE) {
            return null;
        }
        if (v instanceof PyBaseException e) {
            return e;
        }
        throw Errors.typeError(
                v == null
                        ? "__" + what + "__ may not be deleted"
                        : "exception " + what + " must be None or derive from BaseException");
    }

    private static PyObject addNote(PyBaseException e, PyObject note) {
        if (!(Values.payload(note) instanceof PyStr)) {
            throw Errors.typeError("note must be a str, not '%s'", note.type().name());
        }
        PyObject notes = e.getField(NOTES);
        if (notes == null) {
            notes = new PyList();
            e.setField(NOTES, notes);
        }
        if (!(notes instanceof PyList l)) {
            throw Errors.typeError("Cannot add note: __notes__ is not a list");
        }
        l.append(note);
        return PySingleton.NONE;
    }

    private static PyObject reduce(PyBaseException e) {
        PyDict state = e.dictCopy();
        String[] members = ExceptionTypes.members(e.type());
        boolean named = e.type().isSubtypeOf(ExceptionTypes.IMPORT_ERROR)
                || e.type().isSubtypeOf(ExceptionTypes.NAME_ERROR)
                || e.type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR);
        if (named) {
            for (String m : members) {
                PyObject v = e.member(m);
                if (v != null && v != PySingleton.NONE && !m.equals("msg") && !m.equals("obj")) {
                    state.put(m, v);
                }
            }
        }
        PyTuple args = e.type().isSubtypeOf(ExceptionTypes.OS_ERROR) ? OsErrors.fullArgs(e) : e.args;
        return state.size() == 0 ? PyTuple.of(e.type(), args) : PyTuple.of(e.type(), args, state);
    }
}
