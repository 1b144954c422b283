package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Names;
import org.picklejar.core.PatternKind;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Finish;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Text;

/** A read-only view of a mapping: {@code types.MappingProxyType}. */
public final class MappingProxy extends PyObject {
    public static final PyType TYPE = PyType.builtin("mappingproxy", MappingProxy.class, PyType.OBJECT)
            .notSubclassable()
            .matchedAs(PatternKind.MAPPING);

    public final PyObject mapping;

    public MappingProxy(PyObject mapping) {
        this.mapping = mapping;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<MappingProxy> b = builder.of(MappingProxy.class)
                .doc("Read-only proxy of a mapping.")
                .constructor("mappingproxy(cls, mapping)", (x, cls, a) -> make(a[1]))
                .unaryTail(
                        Slot.REPR,
                        (x, p) -> ReprFrame.repr(
                                x,
                                new ReprFrame.Parts(
                                        p,
                                        new String[] {"mappingproxy(", ")"},
                                        new PyObject[] {p.mapping},
                                        "mappingproxy(...)")))
                .unaryTail(Slot.STR, (x, p) -> Text.str(x, p.mapping))
                .unaryTail(Slot.LEN, (x, p) -> Items.len(x, p.mapping))
                // Without an execution only builtin iterators are wanted (Iteration.itemsOrNull).
                .unaryTail(Slot.ITER, (x, p) -> x == null ? p : Iteration.iter(x, p.mapping))
                .unaryTail(Slot.HASH, (x, p) -> hash(x, p.mapping))
                .binaryTail(Slot.CONTAINS, (x, p, k) -> Items.contains(x, p.mapping, k))
                .binaryTail(Slot.GETITEM, (x, p, k) -> Items.get(x, p.mapping, k))
                .comparisons((x, p, o, op) -> Comparisons.compare(x, op, p.mapping, o))
                .arithmetic(Slot.OR, (x, a, o) -> Arithmetic.binary(x, Slot.OR, bare(a), bare(o)))
                .rawBinary(Slot.IOR, (x, a, o) -> {
                    throw Errors.typeError("'|=' is not supported by %s; use '|' instead", TYPE.name());
                })
                .tail(
                        "get(self, key, default=None, /) -- Return the value for key if key is in the mapping, else default.",
                        (x, p, k, d) -> p.mapping instanceof PyDict m && m.isExact()
                                ? KeyOperation.GET.on(x, m, k, d)
                                : call(x, p, "get", k, d))
                .tail("keys(self, /) -- a set-like object providing a view on D's keys", (x, p) -> call(x, p, "keys"))
                .tail("values(self, /) -- an object providing a view on D's values", (x, p) -> call(x, p, "values"))
                .tail(
                        "items(self, /) -- a set-like object providing a view on D's items",
                        (x, p) -> call(x, p, "items"))
                .tail("copy(self, /) -- a shallow copy of D", (x, p) -> call(x, p, "copy"))
                .tail(
                        "__reversed__(self, /) -- D.__reversed__() -> reverse iterator",
                        (x, p) -> reversed(x, p.mapping));
        GenericAliases.define(b);
    }

    private static PyObject make(PyObject mapping) {
        if (mapping.type().binary(Slot.GETITEM) == null || mapping instanceof PyList || mapping instanceof PyTuple) {
            throw Errors.typeError(
                    "mappingproxy() argument must be a mapping, not %s",
                    mapping.type().name());
        }
        return new MappingProxy(mapping);
    }

    private static PyObject bare(PyObject o) {
        return o instanceof MappingProxy p ? p.mapping : o;
    }

    private static PyObject hash(Execution x, PyObject o) {
        Slot.Unary f = o.type().unary(Slot.HASH);
        if (f == null) {
            throw Errors.typeError("unhashable type: '%s'", o.type().name());
        }
        return f.apply(x, o);
    }

    private static PyObject call(Execution x, MappingProxy p, String method, PyObject... args) {
        var caller = x.top;
        PyObject f = Attributes.get(x, p.mapping, PyStr.of(method));
        return Finish.CALL_RESULT.on(x, caller, f, PyTuple.of(args), PySingleton.NONE);
    }

    private static PyObject reversed(Execution x, PyObject mapping) {
        PyObject method = mapping.type().lookup(Names.REVERSED);
        if (method == null) {
            throw Errors.typeError(
                    "'%s' object is not reversible", mapping.type().name());
        }
        return x.callSpecial(mapping, method, new PyObject[] {mapping}, null);
    }
}
