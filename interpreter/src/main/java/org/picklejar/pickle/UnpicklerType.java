package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** {@code _pickle.Unpickler}. */
final class UnpicklerType {
    private static final PyStr READ = PyStr.of("read");
    private static final PyStr READLINE = PyStr.of("readline");

    private UnpicklerType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<Unpickler> b = builder.of(Unpickler.class);
        b.constructor("Unpickler(cls, /, *args, **kwargs)", (x, cls, a) -> new Unpickler(cls))
                .initializer(
                        null,
                        "Unpickler(self, file, *, fix_imports: bool = True, encoding='ASCII', errors='strict', buffers=())",
                        (x, a) -> init(x, (Unpickler) a[0], a))
                .tail("load(self, /) -- Load a pickle.", UnpicklerType::load)
                .tail(
                        "find_class(self, module_name, global_name, /) -- Return an object from a specified module.",
                        (Execution x, Unpickler u, PyObject m, PyObject n) -> FindGlobal.find(
                                x,
                                u,
                                PickleOp.DEFAULT_PROTOCOL,
                                Values.str(m, "find_class() argument 1").toString(),
                                Values.str(n, "find_class() argument 2").toString()))
                .property(
                        "persistent_load",
                        u -> u.persistentLoad != null ? u.persistentLoad : noPersistentLoad(),
                        (u, v) -> u.persistentLoad = v)
                .getSet(
                        "memo",
                        (x, o) -> new MemoProxy((Unpickler) o),
                        (x, o, v) -> MemoProxy.assign(x, (Unpickler) o, v));
    }

    private static PyObject noPersistentLoad() {
        return new PyBuiltinFunction(
                new NativeCode("persistent_load(pid, /)", null, false) {
                    @Override
                    protected PyObject apply(Execution x, PyObject[] args) {
                        throw PickleErrors.unpickling(
                                "A load persistent id instruction was encountered, but no persistent_load function was specified.");
                    }
                },
                null,
                false);
    }

    private static PyObject init(Execution x, Unpickler u, PyObject[] a) {
        PyObject read = Attributes.getNow(x, a[1], READ);
        PyObject readLine = Attributes.getNow(x, a[1], READLINE);
        if (read == null || readLine == null) {
            throw Errors.typeError("file must have 'read' and 'readline' attributes");
        }
        u.read = read;
        u.readLine = readLine;
        u.memo = new LoadMemo();
        configure(x, u, a[2], a[3], a[4], a[5]);
        return PySingleton.NONE;
    }

    /** Sets what the arguments of {@code load}, {@code loads} and {@code Unpickler} say. */
    static void configure(
            Execution x, Unpickler u, PyObject fixImports, PyObject encoding, PyObject errors, PyObject buffers) {
        u.fixImports = Values.isTrue(fixImports);
        u.encoding = Values.str(encoding, "Unpickler() argument 'encoding'").toString();
        u.errors = Values.str(errors, "Unpickler() argument 'errors'").toString();
        u.buffers = buffers == PySingleton.NONE || buffers instanceof PyTuple t && t.size() == 0
                ? null
                : x.await(() -> Iteration.iter(x, buffers));
        u.initialised = true;
    }

    private static PyObject load(Execution x, Unpickler u) {
        if (!u.initialised) {
            throw PickleErrors.unpickling(
                    "Unpickler.__init__() was not called by %s.__init__()",
                    u.type().name());
        }
        return x.push(new LoadFrame(u));
    }
}
