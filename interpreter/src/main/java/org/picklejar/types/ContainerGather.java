package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.GatherFrame;
import org.picklejar.ops.Iteration;

/** Operations of containers that need all items of an iterable. */
public final class ContainerGather extends GatherFrame {
    /** What is done with the items; {@code self} is the left operand. */
    enum Operation {
        /** self: the class. */
        TUPLE {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return TupleType.instance((PyType) self, PyTuple.of(items));
            }
        },
        INTERSECTION {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return SetOperations.intersection(x, (PySet) self, items);
            }
        },
        INTERSECTION_UPDATE {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return SetOperations.replace((PySet) self, SetOperations.intersection(x, (PySet) self, items));
            }
        },
        DIFFERENCE_UPDATE {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return SetOperations.subtract(x, (PySet) self, items);
            }
        },
        SYMMETRIC_DIFFERENCE_UPDATE {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return SetOperations.toggle(x, (PySet) self, items);
            }
        },
        SYMMETRIC_DIFFERENCE {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                PySet s = (PySet) self;
                PySet r = new PySet(s.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE);
                for (PyObject o : items) {
                    r.add(x, o);
                }
                SetOperations.toggle(x, r, s);
                return r;
            }
        },
        IS_DISJOINT {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return SetOperations.isDisjoint(x, (PySet) self, items);
            }
        },
        IS_SUBSET {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return SetOperations.isSubset(x, (PySet) self, SetOperations.of(x, items));
            }
        },
        IS_SUPERSET {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return SetOperations.isSubset(x, SetOperations.of(x, items), (PySet) self);
            }
        },
        VIEW_AND {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return DictViewOperations.and(x, (DictView) self, items);
            }
        },
        VIEW_ROR {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return DictViewOperations.ror(x, (DictView) self, items);
            }
        },
        VIEW_XOR {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return DictViewOperations.xor(x, (DictView) self, items);
            }
        },
        VIEW_SUB {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return DictViewOperations.sub(x, (DictView) self, items);
            }
        },
        /** {@code iterable - view}. */
        VIEW_RSUB {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return DictViewOperations.reflectedSub(x, (DictView) self, items);
            }
        },
        VIEW_IS_DISJOINT {
            @Override
            PyObject apply(Execution x, PyObject self, PyObject[] items) {
                return DictViewOperations.isDisjoint(x, (DictView) self, items);
            }
        };

        abstract PyObject apply(Execution x, PyObject self, PyObject[] items);
    }

    /** For unpickling. */
    public ContainerGather() {}

    private ContainerGather(Operation operation, PyObject self, PyObject iterable) {
        super(iterable, PyStr.of(operation.name()), self);
    }

    static PyObject gather(Execution x, Operation operation, PyObject self, PyObject iterable) {
        // Sets read each other directly, whatever __iter__ a subclass has.
        if (iterable instanceof PySet t && self instanceof PySet s) {
            if (operation == Operation.SYMMETRIC_DIFFERENCE_UPDATE) {
                return SetOperations.toggle(x, s, t);
            }
            if (operation == Operation.SYMMETRIC_DIFFERENCE) {
                PySet r = SetOperations.copyAs(x, t, s.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE);
                SetOperations.toggle(x, r, s);
                return r;
            }
        }
        PyObject[] items =
                iterable instanceof PySet s && self instanceof PySet ? s.toArray() : Iteration.itemsOrNull(iterable);
        return items != null ? operation.apply(x, self, items) : new ContainerGather(operation, self, iterable).run(x);
    }

    @Override
    protected PyObject gathered(Execution x, PyObject[] items) {
        return Operation.valueOf(a.toString()).apply(x, b, items);
    }
}
