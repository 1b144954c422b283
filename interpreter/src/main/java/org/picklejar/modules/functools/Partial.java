package org.picklejar.modules.functools;

import java.util.Arrays;
import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.Values;
import org.picklejar.types.ReprFrame;

/** {@code functools.partial}. */
public final class Partial extends PyInstance {
    static final PyType TYPE = PyType.builtin("partial", Partial.class, PyType.OBJECT)
            .inModule("functools")
            .withDict();

    private PyObject function;
    private PyTuple args;
    private PyDict keywords;

    private Partial(PyType type, PyObject function, PyTuple args, PyDict keywords) {
        super(type);
        this.function = function;
        this.args = args;
        this.keywords = keywords;
    }

    public PyObject function() {
        return function;
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        PyObject function = a[1];
        PyTuple args = (PyTuple) a[2];
        PyDict keywords = (PyDict) a[3];
        if (function.type().call(Slot.CALL) == null) {
            throw Errors.typeError("the first argument must be callable");
        }
        if (function instanceof Partial p && p.type() == cls && p.dictCopy().size() == 0) {
            PyDict both = new PyDict();
            both.putAll(p.keywords);
            both.putAll(keywords);
            return new Partial(cls, p.function, concat(p.args, args.items, args.size()), both);
        }
        return new Partial(cls, function, args, keywords);
    }

    private static PyTuple concat(PyTuple first, PyObject[] rest, int count) {
        PyObject[] all = Arrays.copyOf(first.items, first.size() + count);
        System.arraycopy(rest, 0, all, first.size(), count);
        return PyTuple.of(all);
    }

    private PyObject call(Execution x, PyObject[] given, PyTuple names) {
        int count = given.length - (names == null ? 0 : names.size());
        PyObject[] positional = concat(args, given, count).items;
        if (keywords.size() == 0 && names == null) {
            return x.call(function, positional.clone(), null);
        }
        PyDict all = new PyDict();
        all.putAll(keywords);
        if (names != null) {
            all.putAll(PyDict.ofKeywords(names, given));
        }
        PyObject[] out = Arrays.copyOf(positional, positional.length + all.size());
        System.arraycopy(all.valueArray(), 0, out, positional.length, all.size());
        return x.call(function, out, PyTuple.of(all.keyArray()));
    }

    private PyObject repr(Execution x) {
        PyObject[] keys = keywords.keyArray();
        PyObject[] values = keywords.valueArray();
        PyObject[] items = new PyObject[1 + args.size() + keys.length];
        String[] glue = new String[items.length + 1];
        Arrays.fill(glue, ", ");
        glue[0] = type().fullName() + "(";
        glue[items.length] = ")";
        items[0] = function;
        System.arraycopy(args.items, 0, items, 1, args.size());
        for (int i = 0; i < keys.length; i++) {
            int at = 1 + args.size() + i;
            glue[at] = ", " + keys[i] + "=";
            items[at] = values[i];
        }
        return ReprFrame.repr(x, new ReprFrame.Parts(this, glue, items, "..."));
    }

    private PyObject reduce() {
        PyObject attributes = dictCopy().size() == 0 && !hasOwnDict() ? PySingleton.NONE : dict();
        return PyTuple.of(type(), PyTuple.of(function), PyTuple.of(function, args, keywords, attributes));
    }

    private PyObject setState(PyObject state) {
        if (!(Values.payload(state) instanceof PyTuple t)
                || t.size() != 4
                || t.get(0).type().call(Slot.CALL) == null
                || !(Values.payload(t.get(1)) instanceof PyTuple newArgs)
                || !(t.get(2) instanceof PyDict || t.get(2) == PySingleton.NONE)) {
            throw Errors.typeError("invalid partial state");
        }
        function = t.get(0);
        args = newArgs;
        keywords = new PyDict();
        if (t.get(2) instanceof PyDict d) {
            keywords.putAll(d);
        }
        if (t.get(3) instanceof PyDict attributes) {
            setDict(attributes);
        }
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<Partial> b = builder.of(Partial.class)
                .doc("Create a new function with partial application of the given arguments and keywords.")
                .constructor("partial(cls, func, /, *args, **keywords)", Partial::make)
                .call(Slot.CALL, (x, self, args, names) -> ((Partial) self).call(x, args, names))
                .unaryTail(Slot.REPR, (x, p) -> p.repr(x))
                .method("__reduce__(self, /)", Partial::reduce)
                .method("__setstate__(self, state, /)", Partial::setState)
                .member("func", p -> p.function)
                .member("args", p -> p.args)
                .member("keywords", p -> p.keywords);
        GenericAliases.define(b);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visit(function, visitor);
        visit(args, visitor);
        visit(keywords, visitor);
    }
}
