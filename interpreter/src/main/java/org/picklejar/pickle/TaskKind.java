package org.picklejar.pickle;

import java.util.function.Function;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** The kinds of tasks of a pickle in the making, under the names that they have when it is itself pickled. */
enum TaskKind {
    BUFFER(BufferTask::restore),
    DICT(DictTask::restore),
    END(EndTask::restore),
    GLOBAL(GlobalTask::restore),
    ITERATOR(IteratorTask::restore),
    LIST(ListTask::restore),
    NEEDS(NeedsTask::restore),
    PERSISTENT_ID(PersistentIdTask::restore),
    REDUCE(ReduceTask::restore),
    SCRIPT(ScriptTask::restore),
    SET(SetTask::restore),
    TUPLE(TupleTask::restore),
    VALUE(ValueTask::restore),
    WRITE(WriteTask::restore);

    private final Function<PyObject[], SaveTask> maker;

    TaskKind(Function<PyObject[], SaveTask> maker) {
        this.maker = maker;
    }

    /** A task as data: its kind and its fields. */
    static PyTuple save(SaveTask t) {
        return PyTuple.of(PyStr.of(t.kind().name()), NullTuple.of(t.fields()));
    }

    /** The task of which {@link #save} gave this. */
    static SaveTask restore(PyObject o) {
        PyTuple t = (PyTuple) o;
        return valueOf(t.get(0).toString()).maker.apply(NullTuple.values(t.get(1), "task of a pickle in progress"));
    }
}
