package org.picklejar.modules.datetime;

import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Text;

/** {@code timezone}: a fixed offset from UTC. */
final class PyTimeZone extends PyTzInfo {
    @SuppressWarnings("HidingField") // each class of objects has the type of its own
    static final PyType TYPE = PyType.builtin("timezone", PyTimeZone.class, PyTzInfo.TYPE)
            .inModule("datetime")
            .notSubclassable();

    static final PyTimeZone UTC = new PyTimeZone(PyTimeDelta.ZERO, null);

    final PyTimeDelta offset;
    /** Null when it is told by the offset. */
    private final PyObject name;

    PyTimeZone(PyTimeDelta offset, PyObject name) {
        super(TYPE);
        this.offset = offset;
        this.name = name;
    }

    /** @param name null for none. ValueError when the offset is a day or more. */
    static PyTimeZone of(Execution x, PyTimeDelta offset, PyObject name) {
        if (name == null && offset.isZero()) {
            return UTC;
        }
        if (!offset.isOffset()) {
            throw Errors.valueError(
                    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.",
                    Text.reprNow(x, offset));
        }
        return new PyTimeZone(offset, name);
    }

    PyObject name() {
        if (name != null) {
            return name;
        }
        if (offset.isZero()) {
            return PyStr.of("UTC");
        }
        StringBuilder out = new StringBuilder("UTC");
        Digits.offset(out, offset, ":");
        return PyStr.of(out.toString());
    }

    /** The arguments that make it. */
    PyTuple arguments() {
        return name == null ? PyTuple.of(offset) : PyTuple.of(offset, name);
    }

    @Override
    PyObject fromUtc(Execution x, PyObject time) {
        return DateTimeArithmetic.shifted(x, TzInfoType.ofThisZone(this, time), offset, 1);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visitor.accept(offset);
        visit(name, visitor);
    }
}
