package org.picklejar.modules.functools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
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
    private final PyDict cache = new PyDict();

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

    /** Fills a new cache. */
    public void restore(Execution x, PyObject hitCount, PyObject missCount, PyDict content) {
        hits = ((PyInt) hitCount).value;
        misses = ((PyInt) missCount).value;
        PyObject[] keys = content.keyArray();
        for (PyObject k : keys) {
            cache.put(x, k, content.get(x, k));
        }
    }

    private PyObject call(Execution x, PyObject[] args, PyTuple names) {
        if (maxSize == 0) {
            misses++;
            return x.call(function, args, names);
        }
        PyObject key = key(args, names);
        PyObject found = cache.get(x, key);
        if (found != null) {
            hits++;
            if (maxSize > 0) {
                PyObject stored = cache.storedKey(x, key);
                cache.remove(x, stored);
                cache.put(x, stored, found);
            }
            return found;
        }
        misses++;
        return new MissFrame(this, key, args, names).run(x);
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

    private void store(Execution x, PyObject key, PyObject value) {
        if (cache.get(x, key) == null && maxSize > 0 && cache.size() >= maxSize) {
            int first = cache.firstEntry();
            while (cache.keyAt(first) == null) {
                first++;
            }
            cache.removeEntry(first);
        }
        cache.put(x, key, value);
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

    /** Waits for the function, then stores what it returned. */
    public static final class MissFrame extends StepFrame {
        private LruCache cache;
        private PyObject key;
        private PyObject[] args;
        private PyTuple names;

        /** For unpickling. */
        public MissFrame() {}

        MissFrame(LruCache cache, PyObject key, PyObject[] args, PyTuple names) {
            this.cache = cache;
            this.key = key;
            this.args = args;
            this.names = names;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            PyObject v = value;
            if (v == null) {
                PyObject[] given = args;
                args = null;
                v = x.call(cache.function, given, names);
                names = null;
            }
            if (v != Pending.PENDING) {
                cache.store(x, key, v);
            }
            return v;
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {cache, key, args == null ? null : PyTuple.of(args), names};
        }

        @Override
        protected void setFields(PyObject[] f) {
            cache = (LruCache) f[0];
            key = f[1];
            args = f[2] == null ? null : ((PyTuple) f[2]).items.clone();
            names = (PyTuple) f[3];
        }
    }
}
