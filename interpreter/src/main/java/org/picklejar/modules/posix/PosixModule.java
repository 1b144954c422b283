package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.AuditHooks;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.StructSequence;
import org.picklejar.modules.errno.ErrnoModule;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Values;

/** {@code posix}: what {@code os} is made of. */
public final class PosixModule {
    private static final PyType[] STRUCTURES = {
        StructSequence.STAT_RESULT.type,
        StructSequence.STATVFS_RESULT.type,
        StructSequence.TERMINAL_SIZE.type,
        StructSequence.UNAME_RESULT.type,
        StructSequence.TIMES_RESULT.type,
        StructSequence.SCHED_PARAM.type
    };

    private PosixModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("posix");
        PosixConstants.addTo(b);
        PosixFunctions.addTo(b);
        DescriptorFunctions.addTo(b);
        Readiness.addTo(b);
        ChildProcess.addTo(b);
        SystemSpawn.addTo(b);
        SemaphoreFunctions.addTo(b);
        FileLocks.addTo(b);
        process(b);
        IdentityFunctions.addTo(b);
        system(b);
        waiting(b);
        for (PyType t : STRUCTURES) {
            b.type(t);
        }
        b.type(DirectoryEntries.Entry.TYPE)
                .constant("_struct_passwd", StructSequence.STRUCT_PASSWD.type)
                .constant("_struct_group", StructSequence.STRUCT_GROUP.type)
                .constant("_struct_rusage", StructSequence.STRUCT_RUSAGE.type)
                .constant("error", ExceptionTypes.OS_ERROR)
                .constant("environ", Environment.of(x).toDict())
                .constant(
                        "_have_functions",
                        strings(
                                "HAVE_FCHDIR",
                                "HAVE_FCHMOD",
                                "HAVE_FTRUNCATE",
                                "HAVE_FUTIMENS",
                                "HAVE_LSTAT",
                                "HAVE_FSTATVFS",
                                "HAVE_LUTIMES",
                                "HAVE_LCHOWN",
                                "HAVE_FDOPENDIR",
                                "HAVE_FSTATAT"))
                .constant("pathconf_names", new PyDict())
                .constant("sysconf_names", new PyDict())
                .constant("confstr_names", new PyDict())
                .doc(
                        "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard.");
        return b.build();
    }

    private static PyList strings(String... s) {
        return PyList.of(List.of(s).stream().map(PyStr::of).toList());
    }

    private static void process(ModuleBuilder b) {
        b.tail("getcwd()", x -> PyStr.of(Environment.of(x).directory().toString()))
                .tail(
                        "getcwdb()",
                        x -> PosixFunctions.name(Environment.of(x).directory().toString(), true))
                .tail("fspath(path)", (x, path) -> {
                    Frame caller = x.top;
                    PyObject r = FspathFrame.fspath(x, path);
                    return r == Pending.PENDING
                            ? x.interpose(caller, new CheckFspathFrame(path))
                            : CheckFspathFrame.checked(r, path);
                })
                .tail("putenv(name, value, /)", (x, name, value) -> {
                    AuditHooks.tell(x, "os.putenv", name, value);
                    Environment.of(x).put(FileName.argument(name), FileName.argument(value));
                    return PySingleton.NONE;
                })
                .tail("unsetenv(name, /)", (x, name) -> {
                    AuditHooks.tell(x, "os.unsetenv", name);
                    Environment.of(x).remove(FileName.argument(name));
                    return PySingleton.NONE;
                })
                .tail("_create_environ()", x -> Environment.of(x).toDict())
                .tail("umask(mask: index, /)", (x, mask) -> {
                    Environment e = Environment.of(x);
                    int old = e.umask();
                    e.setUmask(Values.toInt(mask) & 0777);
                    return PyInt.of(old);
                })
                .function("strerror(code: index, /)", code -> PyStr.of(ErrnoModule.text(Values.toInt(code))))
                .tail("system(command)", (x, command) -> {
                    AuditHooks.tell(x, "os.system", command);
                    return PyInt.of(Processes.run(x, "/bin/sh", "-c", FileName.argument(command)) << 8);
                })
                .tail(
                        "kill(pid: index, signal: index, /)",
                        (x, pid, signal) -> kill(x, Values.toInt(pid), Values.toInt(signal)))
                .function("_exit(status: index)", status -> {
                    Runtime.getRuntime().halt(Values.toInt(status));
                    return PySingleton.NONE;
                })
                .function("abort()", () -> {
                    Runtime.getRuntime().halt(134);
                    return PySingleton.NONE;
                })
                .function("urandom(size: index, /)", size -> random(Values.toInt(size)))
                .function("getrandom(size: index, flags=0)", (size, flags) -> random(Values.toInt(size)))
                .function("cpu_count()", () -> PyInt.of(Runtime.getRuntime().availableProcessors()))
                .function("sched_yield()", () -> {
                    Thread.yield();
                    return PySingleton.NONE;
                })
                .function("getloadavg()", PosixModule::loadAverage)
                .function("times()", () -> {
                    double cpu = ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .map(d -> d.toMillis() / 1000.0)
                            .orElse(0.0);
                    return StructSequence.TIMES_RESULT.of(
                            new PyFloat(cpu),
                            new PyFloat(0),
                            new PyFloat(0),
                            new PyFloat(0),
                            new PyFloat(System.nanoTime() / 1e9));
                })
                .tailN(
                        "register_at_fork(*, before=None, after_in_child=None, after_in_parent=None)",
                        (x, a) -> PySingleton.NONE)
                .tail("sysconf(name, /)", (x, name) -> sysconf(name))
                .tail(
                        "device_encoding(fd: index)",
                        (x, fd) -> FileTable.of(x).isOpen(Values.toInt(fd))
                                        && FileTable.of(x).get(Values.toInt(fd)).isTerminal()
                                ? PyStr.of("utf-8")
                                : PySingleton.NONE);
    }

    private static PyBytes random(int size) {
        if (size < 0) {
            throw Errors.valueError("negative argument not allowed");
        }
        byte[] out = new byte[size];
        new SecureRandom().nextBytes(out);
        return new PyBytes(out);
    }

    private static PyObject sysconf(PyObject name) {
        return switch (FileName.argument(name)) {
            case "SC_PAGE_SIZE", "SC_PAGESIZE" -> PyInt.of(4096);
            case "SC_NPROCESSORS_ONLN", "SC_NPROCESSORS_CONF" ->
                PyInt.of(Runtime.getRuntime().availableProcessors());
            case "SC_CLK_TCK" -> PyInt.of(100);
            case "SC_OPEN_MAX" -> PyInt.of(1024);
            case "SC_ARG_MAX" -> PyInt.of(2097152);
            case "SC_IOV_MAX" -> PyInt.of(1024);
            default -> throw Errors.valueError("unrecognized configuration name");
        };
    }

    private static PyObject loadAverage() {
        String[] p = read("/proc/loadavg").split(" ");
        if (p.length < 3) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "Load averages are unobtainable");
        }
        return PyTuple.of(
                new PyFloat(Double.parseDouble(p[0])),
                new PyFloat(Double.parseDouble(p[1])),
                new PyFloat(Double.parseDouble(p[2])));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static PyObject kill(Execution x, int pid, int signal) {
        if (pid == ProcessHandle.current().pid() && signal != 0) {
            PyObject module = x.machine.modules.get("_signal");
            if (module instanceof PyModule m && signal != 9) {
                return Finish.RETURN_A.on(
                        x, x.top, x.call(m.namespace().get("raise_signal"), PyInt.of(signal)), PySingleton.NONE, null);
            }
        }
        if (ProcessHandle.of(pid).isEmpty() && pid > 0) {
            throw OsFailure.of(OsFailure.ESRCH);
        }
        if (signal != 0 && Processes.run(x, "kill", "-" + signal, Integer.toString(pid)) != 0) {
            throw OsFailure.of(OsFailure.EPERM);
        }
        return PySingleton.NONE;
    }

    private static void system(ModuleBuilder b) {
        b.function(
                "uname()",
                () -> StructSequence.UNAME_RESULT.of(
                        PyStr.of(System.getProperty("os.name")),
                        PyStr.of(read("/proc/sys/kernel/hostname")),
                        PyStr.of(read("/proc/sys/kernel/osrelease")),
                        PyStr.of(read("/proc/sys/kernel/version")),
                        PyStr.of(machine())));
    }

    private static String machine() {
        String arch = System.getProperty("os.arch");
        return arch.equals("amd64") ? "x86_64" : arch;
    }

    private static void waiting(ModuleBuilder b) {
        b.tail(
                        "waitpid(pid: index, options: index, /)",
                        (x, pid, options) ->
                                Processes.of(x).wait(x, Values.toLong(pid), (Values.toInt(options) & 1) == 0))
                .tail("wait()", x -> Processes.of(x).wait(x, -1, true))
                .function("waitstatus_to_exitcode(status: index)", status -> {
                    int s = Values.toInt(status);
                    return PyInt.of((s & 0x7f) == 0 ? s >> 8 & 0xff : -(s & 0x7f));
                })
                .function("WIFEXITED(status: index)", s -> PyBool.of((Values.toInt(s) & 0x7f) == 0))
                .function("WEXITSTATUS(status: index)", s -> PyInt.of(Values.toInt(s) >> 8 & 0xff))
                .function(
                        "WIFSIGNALED(status: index)",
                        s -> PyBool.of((Values.toInt(s) & 0x7f) != 0 && (Values.toInt(s) & 0x7f) != 0x7f))
                .function("WTERMSIG(status: index)", s -> PyInt.of(Values.toInt(s) & 0x7f))
                .function("WIFSTOPPED(status: index)", s -> PyBool.of((Values.toInt(s) & 0xff) == 0x7f))
                .function("WSTOPSIG(status: index)", s -> PyInt.of(Values.toInt(s) >> 8 & 0xff))
                .function("WIFCONTINUED(status: index)", s -> PyBool.of(Values.toInt(s) == 0xffff))
                .function("WCOREDUMP(status: index)", s -> PyBool.of((Values.toInt(s) & 0x80) != 0));
    }
}
