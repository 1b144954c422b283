package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** BaseExceptionGroup's construction; split, subgroup and derive are Python source in the resources. */
final class ExceptionGroups {
    private ExceptionGroups() {}

    static void define(TypeBuilder<PyBaseException> b) {
        b.constructor("BaseExceptionGroup(cls, /, *args)", (x, cls, given) -> {
                    PyObject[] a = new PyObject[3];
                    PyTuple pair = (PyTuple) given[1];
                    if (pair.size() != 2) {
                        throw Errors.typeError(
                                "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", pair.size());
                    }
                    System.arraycopy(pair.items, 0, a, 1, 2);
                    if (!(Values.payload(a[1]) instanceof PyStr)) {
                        throw Errors.typeError(
                                "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                                a[1].type().name());
                    }
                    if (a[2].type().binary(Slot.GETITEM) == null) {
                        throw Errors.typeError("second argument (exceptions) must be a sequence");
                    }
                    PyObject[] items = Iteration.itemsNow(x, a[2]);
                    if (items.length == 0) {
                        throw Errors.valueError("second argument (exceptions) must be a non-empty sequence");
                    }
                    boolean all = true;
                    for (int i = 0; i < items.length; i++) {
                        if (!(items[i] instanceof PyBaseException)) {
                            throw Errors.valueError("Item %d of second argument (exceptions) is not an exception", i);
                        }
                        all &= items[i].type().isSubtypeOf(ExceptionTypes.EXCEPTION);
                    }
                    PyObject group = x.machine.builtins.get("ExceptionGroup");
                    PyType type = cls;
                    if (cls == ExceptionTypes.BASE_EXCEPTION_GROUP && all && group instanceof PyType g) {
                        type = g;
                    } else if (!all && cls.isSubtypeOf(ExceptionTypes.EXCEPTION)) {
                        throw Errors.typeError(
                                cls == group
                                        ? "Cannot nest BaseExceptions in an ExceptionGroup"
                                        : "Cannot nest BaseExceptions in '" + cls.name() + "'");
                    }
                    PyBaseException e = new PyBaseException(
                            type, PyTuple.of(a[1], a[2] instanceof PyTuple ? a[2] : PyList.of(items)));
                    e.setMember("message", a[1]);
                    e.setMember("exceptions", PyTuple.of(items));
                    return e;
                })
                .call(Slot.INIT, (x, o, args, names) -> {
                    ((PyBaseException) o).args = PyTuple.of(args);
                    return PySingleton.NONE;
                })
                .rawUnary(Slot.STR, (x, o) -> {
                    PyBaseException e = (PyBaseException) o;
                    int n = ((PyTuple) e.member("exceptions")).size();
                    return PyStr.of(e.member("message") + " (" + n + " sub-exception" + (n == 1 ? "" : "s") + ")");
                })
                .classMethod(
                        "__class_getitem__(cls, object, /)",
                        (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]))
                .tailN(
                        "derive(self, excs, /)",
                        (x, e, a) -> x.call(ExceptionTypes.BASE_EXCEPTION_GROUP, e.member("message"), a[1]))
                .tailN("split(self, matcher, /)", (x, e, a) -> x.call(x.machine.helpers.get("group_split"), a[0], a[1]))
                .tailN(
                        "subgroup(self, matcher, /)",
                        (x, e, a) -> x.call(x.machine.helpers.get("group_subgroup"), a[0], a[1]));
    }
}
