package org.picklejar.modules.functools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.KeyTable;
import org.picklejar.core.Keys;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyMethod;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;

/** What {@code functools.lru_cache} makes of a function. */
public final class LruCache extends PyInstance {
    static final PyType TYPE = PyType.builtin("_lru_cache_wrapper", LruCache.class, PyType.OBJECT)
            .inModule("functools")
            .withDict();
    /** Between positional and keyword arguments in a key; it is found again when a cache is pickled. */
    private static final PyObject KEYWORD_MARK = TYPE;

    private final PyObject function;
    /** -1 when unbounded. */
    private final long maxSize;

    private final boolean typed;
    private final PyObject infoType;
    /** From the least to the most recently used. */
    private PyDict cache = new PyDict();

    private long hits;
    private long misses;

    private LruCache(PyType type, PyObject function, long maxSize, boolean typed, PyObject infoType) {
        super(type);
        this.function = function;
        this.maxSize = maxSize;
        this.typed = typed;
        this.infoType = infoType;
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        if (a[1].type().call(Slot.CALL) == null) {
            throw Errors.typeError("the first argument must be callable");
        }
        long maxSize = -1;
        if (a[2] != PySingleton.NONE) {
            if (!(Values.payload(a[2]) instanceof PyInteger)) {
                throw Errors.typeError("maxsize should be integer or None");
            }
            maxSize = Math.max(0, Values.toLong(x, a[2]));
        }
        return new LruCache(cls, a[1], maxSize, Values.isTrue(a[3]), a[4]);
    }

    /** What {@link #restore} takes: function, size or None, typed, the type of statistics, hits, misses, what is cached in order. */
    public PyTuple parts() {
        return PyTuple.of(
                function,
                maxSize < 0 ? PySingleton.NONE : PyInt.of(maxSize),
                PyBool.of(typed),
                infoType,
                PyInt.of(hits),
                PyInt.of(misses),
                cache);
    }

    /** Fills a new cache. The content, which may itself be filled later, becomes its own. */
    public void restore(Execution x, PyObject hitCount, PyObject missCount, PyDict content) {
        hits = ((PyInt) hitCount).value;
        misses = ((PyInt) missCount).value;
        cache = content;
    }

    private PyObject call(Execution x, PyObject[] args, PyTuple names) {
        if (maxSize == 0) {
            misses++;
            return x.call(function, args, names);
        }
        PyObject key = key(args, names);
        long hash = Keys.plainHash(key);
        int at = hash == Keys.UNKNOWN ? KeyTable.ASK : cache.find(key, hash, null);
        return at >= 0 ? hit(at) : new CallFrame(this, key, hash, args, names).run(x);
    }

    private PyObject key(PyObject[] args, PyTuple names) {
        if (!typed && names == null && args.length == 1 && (args[0] instanceof PyInt || args[0] instanceof PyStr)) {
            return args[0];
        }
        int n = args.length;
        int keywords = names == null ? 0 : names.size();
        PyObject[] key = new PyObject[n + (keywords > 0 ? 1 + keywords : 0) + (typed ? n : 0)];
        int at = n - keywords;
        System.arraycopy(args, 0, key, 0, at);
        if (keywords > 0) {
            key[at++] = KEYWORD_MARK;
            for (int i = 0; i < keywords; i++) {
                key[at++] = names.get(i);
                key[at++] = args[n - keywords + i];
            }
        }
        for (int i = 0; typed && i < n; i++) {
            key[at++] = args[i].type();
        }
        return PyTuple.of(key);
    }

    private PyObject hit(int entry) {
        hits++;
        PyObject found = cache.valueAt(entry);
        if (maxSize > 0) {
            cache.move(entry, true);
        }
        return found;
    }

    private void evict() {
        int first = cache.firstEntry();
        while (cache.keyAt(first) == null) {
            first++;
        }
        cache.removeEntry(first);
    }

    private PyObject info(Execution x) {
        return x.call(
                infoType,
                PyInt.of(hits),
                PyInt.of(misses),
                maxSize < 0 ? PySingleton.NONE : PyInt.of(maxSize),
                PyInt.of(cache.size()));
    }

    private PyObject clear() {
        cache.clear();
        hits = 0;
        misses = 0;
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(LruCache.class)
                .doc("Create a cached callable that wraps another function.")
                .constructor(
                        "_lru_cache_wrapper(cls, user_function, maxsize, typed: bool, cache_info_type)", LruCache::make)
                .call(Slot.CALL, (x, self, args, names) -> ((LruCache) self).call(x, args, names))
                .ternary(Slot.GET, (c, o, type) -> o == PySingleton.NONE ? c : new PyMethod(c, o))
                .tail("cache_info(self, /) -- Report cache statistics", (x, c) -> c.info(x))
                .method("cache_clear(self, /) -- Clear the cache and cache statistics", LruCache::clear)
                .tail("__reduce__(self, /)", (x, c) -> Attributes.get(x, c, Names.QUALNAME))
                .method("__copy__(self, /)", c -> c)
                .method("__deepcopy__(self, memo, /)", (c, memo) -> c);
    }

    /** A call that did not hit at once: asks for the key, calls the function, and stores what it returned. */
    public static final class CallFrame extends StepFrame {
        private enum State {
            HASH,
            LOOKUP,
            CALL,
            CHECK,
            STORE
        }

        private State state;
        private LruCache cache;
        private PyObject key;
        private long hash;
        private PyObject[] args;
        private PyTuple names;
        private PyObject result;

        /** For unpickling. */
        public CallFrame() {}

        CallFrame(LruCache cache, PyObject key, long hash, PyObject[] args, PyTuple names) {
            this.cache = cache;
            this.key = key;
            this.hash = hash;
            this.args = args;
            this.names = names;
            state = hash == Keys.UNKNOWN ? State.HASH : State.LOOKUP;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            PyObject v = value;
            for (; ; ) {
                if (v == Pending.PENDING) {
                    return v;
                }
                switch (state) {
                    case HASH -> {
                        if (v == null) {
                            v = Keys.ask(x, key);
                            continue;
                        }
                        hash = Keys.result(v);
                        v = null;
                        state = State.LOOKUP;
                    }
                    case LOOKUP -> {
                        if (v == null) {
                            v = (cache.maxSize > 0 ? KeyOperation.TOUCH : KeyOperation.ENTRY)
                                    .on(x, cache.cache, key, hash, null);
                            continue;
                        } else if (v instanceof PyTuple entry) {
                            cache.hits++;
                            return entry.get(1);
                        }
                        cache.misses++;
                        PyObject[] given = args;
                        args = null;
                        state = State.CALL;
                        v = x.call(cache.function, given, names);
                    }
                    case CALL -> {
                        result = v;
                        state = State.CHECK;
                        v = cache.maxSize > 0
                                ? KeyOperation.CONTAINS.on(x, cache.cache, key, hash, null)
                                : PyBool.FALSE;
                    }
                    case CHECK -> {
                        if (v == PyBool.TRUE) {
                            // The function was called with the same arguments meanwhile, and that was stored.
                            return result;
                        }
                        if (cache.maxSize > 0 && cache.cache.size() >= cache.maxSize) {
                            cache.evict();
                        }
                        state = State.STORE;
                        v = KeyOperation.SET_ITEM.on(x, cache.cache, key, hash, result);
                    }
                    case STORE -> {
                        return result;
                    }
                }
            }
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {
                PyStr.of(state.name()),
                cache,
                key,
                Keys.saved(key, hash),
                args == null ? null : PyTuple.of(args),
                names,
                result
            };
        }

        @Override
        protected void setFields(PyObject[] f) {
            state = State.valueOf(f[0].toString());
            cache = (LruCache) f[1];
            key = f[2];
            hash = Keys.restored(f[3]);
            args = f[4] == null ? null : ((PyTuple) f[4]).items.clone();
            names = (PyTuple) f[5];
            result = f[6];
        }
    }
}
