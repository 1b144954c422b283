package org.picklejar.core;

import java.util.function.Consumer;

/** An exception object. Attributes of the builtin classes beyond {@code args} (errno, value, ...) are in {@link #extra}. */
public final class PyBaseException extends PyInstance {
    public PyTuple args;
    /** PyTraceback or null. */
    public PyTraceback traceback;

    public PyBaseException context;
    public PyBaseException cause;
    public boolean suppressContext;
    /** Values of the members that {@link ExceptionTypes#members} names for the class, null where unset. */
    public PyObject[] extra;

    public PyBaseException(PyType type, PyTuple args) {
        super(type);
        this.args = args;
    }

    /** A named member such as {@code errno}; null when unset or unknown. */
    public PyObject member(String name) {
        int i = ExceptionTypes.memberIndex(type(), name);
        return i < 0 || extra == null ? null : extra[i];
    }

    public void setMember(String name, PyObject value) {
        int i = ExceptionTypes.memberIndex(type(), name);
        if (extra == null) {
            extra = new PyObject[ExceptionTypes.members(type()).length];
        }
        extra[i] = value;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visit(args, visitor);
        visit(traceback, visitor);
        visit(context, visitor);
        visit(cause, visitor);
    }
}
