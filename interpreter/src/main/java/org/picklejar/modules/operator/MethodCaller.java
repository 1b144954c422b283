package org.picklejar.modules.operator;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.functools.FunctoolsModule;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Values;
import org.picklejar.types.ReprFrame;

/** {@code operator.methodcaller}. */
final class MethodCaller extends PyInstance {
    static final PyType TYPE = PyType.builtin("methodcaller", MethodCaller.class, PyType.OBJECT)
            .inModule("operator")
            .notSubclassable();

    private final PyStr name;
    private final PyTuple args;
    private final PyDict keywords;

    private MethodCaller(PyStr name, PyTuple args, PyDict keywords) {
        super(TYPE);
        this.name = name;
        this.args = args;
        this.keywords = keywords;
    }

    private PyObject call(Execution x, PyObject[] given, PyTuple names) {
        if (names != null) {
            throw Errors.typeError("methodcaller() takes no keyword arguments");
        }
        if (given.length != 1) {
            throw Errors.typeError("methodcaller expected 1 argument, got %d", given.length);
        }
        Frame caller = x.top;
        PyObject method = Attributes.get(x, given[0], name);
        PyObject[] all = Arrays.copyOf(args.items, args.size() + keywords.size());
        System.arraycopy(keywords.valueArray(), 0, all, args.size(), keywords.size());
        PyObject keys = keywords.size() == 0 ? PySingleton.NONE : PyTuple.of(keywords.keyArray());
        return Finish.CALL_RESULT.on(x, caller, method, PyTuple.of(all), keys);
    }

    private PyObject repr(Execution x) {
        PyObject[] keys = keywords.keyArray();
        PyObject[] items = new PyObject[1 + args.size() + keys.length];
        String[] glue = new String[items.length + 1];
        Arrays.fill(glue, ", ");
        glue[0] = "operator.methodcaller(";
        glue[items.length] = ")";
        items[0] = name;
        System.arraycopy(args.items, 0, items, 1, args.size());
        for (int i = 0; i < keys.length; i++) {
            int at = 1 + args.size() + i;
            glue[at] = ", " + keys[i] + "=";
            items[at] = keywords.get((PyStr) keys[i]);
        }
        return ReprFrame.repr(x, new ReprFrame.Parts(this, glue, items, "operator.methodcaller(...)"));
    }

    /** With keywords it is a partial of the class, as in CPython. */
    private PyObject reduce(Execution x) {
        PyObject[] all = new PyObject[args.size() + 1];
        all[0] = name;
        System.arraycopy(args.items, 0, all, 1, args.size());
        if (keywords.size() == 0) {
            return PyTuple.of(TYPE, PyTuple.of(all));
        }
        PyObject[] bound = new PyObject[2 + keywords.size()];
        bound[0] = TYPE;
        bound[1] = name;
        System.arraycopy(keywords.valueArray(), 0, bound, 2, keywords.size());
        PyObject partial = x.await(() -> x.call(FunctoolsModule.partial(), bound, PyTuple.of(keywords.keyArray())));
        return PyTuple.of(partial, args);
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(MethodCaller.class)
                .doc(
                        "Return a callable object that calls the given method on its operand.\n\nAfter f = methodcaller('name'), the call f(r) returns "
                                + "r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).")
                .constructor("methodcaller(cls, name, /, *args, **kwargs)", (x, cls, a) -> {
                    if (!(Values.payload(a[1]) instanceof PyStr name)) {
                        throw Errors.typeError("method name must be a string");
                    }
                    return new MethodCaller(name, (PyTuple) a[2], (PyDict) a[3]);
                })
                .call(Slot.CALL, (x, self, args, names) -> ((MethodCaller) self).call(x, args, names))
                .unaryTail(Slot.REPR, (x, m) -> m.repr(x))
                .tail("__reduce__(self, /) -- Return state information for pickling", (x, m) -> m.reduce(x));
    }
}
