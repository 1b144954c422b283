package org.picklejar.modules;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.Shape;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/**
 * The builtin types whose instances are tuples with named fields (CPython: structseq.c). Fields after {@code visible} can be
 * reached by name only. A field whose name starts with "-" has no attribute of its own.
 */
public enum StructSequence {
    STAT_RESULT(
            "os",
            "stat_result",
            10,
            "st_mode",
            "st_ino",
            "st_dev",
            "st_nlink",
            "st_uid",
            "st_gid",
            "st_size",
            "-st_atime",
            "-st_mtime",
            "-st_ctime",
            "st_atime",
            "st_mtime",
            "st_ctime",
            "st_atime_ns",
            "st_mtime_ns",
            "st_ctime_ns",
            "st_blksize",
            "st_blocks",
            "st_rdev"),
    STATVFS_RESULT(
            "os",
            "statvfs_result",
            10,
            "f_bsize",
            "f_frsize",
            "f_blocks",
            "f_bfree",
            "f_bavail",
            "f_files",
            "f_ffree",
            "f_favail",
            "f_flag",
            "f_namemax",
            "f_fsid"),
    TERMINAL_SIZE("os", "terminal_size", 2, "columns", "lines"),
    UNAME_RESULT("posix", "uname_result", 5, "sysname", "nodename", "release", "version", "machine"),
    TIMES_RESULT("posix", "times_result", 5, "user", "system", "children_user", "children_system", "elapsed"),
    SCHED_PARAM("posix", "sched_param", 1, "sched_priority"),
    STRUCT_TIME(
            "time",
            "struct_time",
            9,
            "tm_year",
            "tm_mon",
            "tm_mday",
            "tm_hour",
            "tm_min",
            "tm_sec",
            "tm_wday",
            "tm_yday",
            "tm_isdst",
            "tm_zone",
            "tm_gmtoff"),
    STRUCT_PASSWD(
            "pwd", "struct_passwd", 7, "pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"),
    STRUCT_GROUP("grp", "struct_group", 4, "gr_name", "gr_passwd", "gr_gid", "gr_mem"),
    STRUCT_RUSAGE(
            "resource",
            "struct_rusage",
            16,
            "ru_utime",
            "ru_stime",
            "ru_maxrss",
            "ru_ixrss",
            "ru_idrss",
            "ru_isrss",
            "ru_minflt",
            "ru_majflt",
            "ru_nswap",
            "ru_inblock",
            "ru_oublock",
            "ru_msgsnd",
            "ru_msgrcv",
            "ru_nsignals",
            "ru_nvcsw",
            "ru_nivcsw"),
    EXCEPT_HOOK_ARGS("_thread", "_ExceptHookArgs", 4, "exc_type", "exc_value", "exc_traceback", "thread"),
    VERSION_INFO("sys", "version_info", 5, "major", "minor", "micro", "releaselevel", "serial"),
    FLAGS(
            "sys",
            "flags",
            18,
            "debug",
            "inspect",
            "interactive",
            "optimize",
            "dont_write_bytecode",
            "no_user_site",
            "no_site",
            "ignore_environment",
            "verbose",
            "bytes_warning",
            "quiet",
            "hash_randomization",
            "isolated",
            "dev_mode",
            "utf8_mode",
            "warn_default_encoding",
            "safe_path",
            "int_max_str_digits"),
    FLOAT_INFO(
            "sys",
            "float_info",
            11,
            "max",
            "max_exp",
            "max_10_exp",
            "min",
            "min_exp",
            "min_10_exp",
            "dig",
            "mant_dig",
            "epsilon",
            "radix",
            "rounds"),
    INT_INFO(
            "sys",
            "int_info",
            4,
            "bits_per_digit",
            "sizeof_digit",
            "default_max_str_digits",
            "str_digits_check_threshold"),
    HASH_INFO(
            "sys",
            "hash_info",
            9,
            "width",
            "modulus",
            "inf",
            "nan",
            "imag",
            "algorithm",
            "hash_bits",
            "seed_bits",
            "cutoff"),
    THREAD_INFO("sys", "thread_info", 3, "name", "lock", "version"),
    ASYNCGEN_HOOKS("sys", "asyncgen_hooks", 2, "firstiter", "finalizer"),
    UNRAISABLE_HOOK_ARGS("sys", "UnraisableHookArgs", 5, "exc_type", "exc_value", "exc_traceback", "err_msg", "object");

    private static final PyStr ALL = Shape.slotKey("structseq", "values");

    public final PyType type;
    private final String module;
    private final String typeName;
    private final int visible;
    private final String[] fields;

    StructSequence(String module, String typeName, int visible, String... fields) {
        this.module = module;
        this.typeName = typeName;
        this.visible = visible;
        this.fields = fields;
        PyType t = PyType.builtin(typeName, PyTuple.class, PyTuple.TYPE).inModule(module);
        // Programs can neither make instances of these nor derive from them, except of the few that CPython opens too.
        this.type = t.notSubclassable();
    }

    /** @param values by field; hidden ones at the end may be left out */
    public PyValueInstance of(PyObject... values) {
        PyTuple shown = PyTuple.of(values.length == visible ? values : Arrays.copyOf(values, visible));
        PyValueInstance v = new PyValueInstance(type, shown);
        if (values.length > visible) {
            v.setSlot(ALL, PyTuple.of(Arrays.copyOf(values, fields.length)));
        }
        return v;
    }

    /** The value of a field of an instance. */
    public PyObject get(PyObject self, int field) {
        PyValueInstance v = (PyValueInstance) self;
        if (field < visible) {
            return ((PyTuple) v.payload).get(field);
        }
        PyObject o = v.getSlot(ALL) instanceof PyTuple t ? t.get(field) : null;
        return o == null ? PySingleton.NONE : o;
    }

    /** @return whether the type is defined here */
    static boolean define(String key, TypeBuilder<?> b) {
        for (StructSequence s : values()) {
            if (key.equals(s.module + "." + s.typeName)) {
                s.table(b);
                return true;
            }
        }
        return false;
    }

    private void table(TypeBuilder<?> b) {
        b.constructor(typeName + "(cls, sequence, dict=<unset>)", (x, cls, a) -> make(x, a[1], a[2]))
                .rawUnaryTail(Slot.REPR, this::repr)
                .constant("n_fields", PyInt.of(fields.length))
                .constant("n_sequence_fields", PyInt.of(visible))
                .constant(
                        "n_unnamed_fields",
                        PyInt.of(Arrays.stream(fields)
                                .filter(f -> f.startsWith("-"))
                                .count()))
                .tailN("__reduce__(self, /)", (x, self, a) -> reduce(a[0]))
                .tailN("__replace__(self, /, **changes)", (x, self, a) -> replace(x, a[0], (PyDict) a[1]));
        PyObject[] match = new PyObject[visible];
        for (int i = 0; i < fields.length; i++) {
            int field = i;
            if (i < visible) {
                match[i] = PyStr.of(plain(i));
            }
            if (!fields[i].startsWith("-")) {
                b.getSet(fields[i], (x, o) -> get(o, field), null);
            }
        }
        b.constant("__match_args__", PyTuple.of(match));
    }

    private String plain(int i) {
        return fields[i].startsWith("-") ? fields[i].substring(1) : fields[i];
    }

    private PyObject make(Execution x, PyObject sequence, PyObject dict) {
        PyObject[] items = Iteration.itemsNow(x, Values.payload(sequence));
        if (items.length < visible || items.length > fields.length) {
            boolean few = items.length < visible;
            String bound = visible == fields.length ? "a " : few ? "an at least " : "an at most ";
            throw Errors.typeError(
                    "%s.%s() takes %s%d-sequence (%d-sequence given)",
                    module, typeName, bound, few ? visible : fields.length, items.length);
        }
        PyObject[] all = Arrays.copyOf(items, fields.length);
        for (int i = items.length; i < fields.length; i++) {
            PyObject v = dict instanceof PyDict d ? d.get(plain(i)) : null;
            if (v == null && this == STAT_RESULT && i < 13) {
                v = all[i - 3];
            }
            all[i] = v == null ? PySingleton.NONE : v;
        }
        return of(all);
    }

    private PyObject repr(Execution x, PyObject self) {
        StringBuilder out =
                new StringBuilder(module).append('.').append(typeName).append('(');
        PyTuple t = (PyTuple) ((PyValueInstance) self).payload;
        for (int i = 0; i < visible; i++) {
            out.append(i == 0 ? "" : ", ").append(plain(i)).append('=').append(Text.reprNow(x, t.get(i)));
        }
        return PyStr.of(out.append(')').toString());
    }

    private PyObject reduce(PyObject self) {
        PyDict hidden = new PyDict();
        for (int i = visible; i < fields.length; i++) {
            hidden.put(fields[i], get(self, i));
        }
        return PyTuple.of(type, PyTuple.of(((PyValueInstance) self).payload, hidden));
    }

    private PyObject replace(Execution x, PyObject self, PyDict changes) {
        PyObject[] all = new PyObject[fields.length];
        for (int i = 0; i < fields.length; i++) {
            PyObject v = changes.remove(PyStr.of(fields[i]));
            all[i] = v == null ? get(self, i) : v;
        }
        if (changes.size() > 0) {
            throw Errors.typeError("Got unexpected field name(s): %s", Text.reprNow(x, PyList.of(changes.keyArray())));
        }
        return of(all);
    }
}
