package org.picklejar.modules.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Values;
import org.picklejar.system.Programs;
import org.picklejar.system.SystemFailure;

/** Functions of module {@code posix} that tell who a process is and what it may use. */
final class IdentityFunctions {
    private static final int REAL = 0;
    private static final int EFFECTIVE = 1;
    private static final int SAVED = 2;
    private static final int PRIO_PROCESS = 0;

    private IdentityFunctions() {}

    static void addTo(ModuleBuilder b) {
        b.function("getpid()", () -> PyInt.of(ProcessHandle.current().pid()))
                .function(
                        "getppid()",
                        () -> PyInt.of(ProcessHandle.current()
                                .parent()
                                .map(ProcessHandle::pid)
                                .orElse(0L)))
                .function("getuid()", () -> id("Uid", REAL))
                .function("geteuid()", () -> id("Uid", EFFECTIVE))
                .function("getgid()", () -> id("Gid", REAL))
                .function("getegid()", () -> id("Gid", EFFECTIVE))
                .function("getresuid()", () -> PyTuple.of(id("Uid", REAL), id("Uid", EFFECTIVE), id("Uid", SAVED)))
                .function("getresgid()", () -> PyTuple.of(id("Gid", REAL), id("Gid", EFFECTIVE), id("Gid", SAVED)))
                .function("getgroups()", () -> {
                    PyList groups = new PyList();
                    ProcessStatus.line(0, "Groups").forEach(g -> groups.append(PyInt.of(Long.parseLong(g))));
                    return groups;
                })
                .function("getpgrp()", () -> PyInt.of(ProcessStatus.number(0, ProcessStatus.GROUP)))
                .function(
                        "getpgid(pid: index)", pid -> PyInt.of(ProcessStatus.number(process(pid), ProcessStatus.GROUP)))
                .function(
                        "getsid(pid: index, /)",
                        pid -> PyInt.of(ProcessStatus.number(process(pid), ProcessStatus.SESSION)))
                .function("getlogin()", () -> PyStr.of(System.getProperty("user.name")))
                .function("getpriority(which: index, who: index)", (which, who) -> {
                    if (Values.toInt(which) != PRIO_PROCESS) {
                        throw OsFailure.of(OsFailure.EINVAL);
                    }
                    return PyInt.of(ProcessStatus.number(process(who), ProcessStatus.NICE));
                })
                .function("setpgid(pid: index, pgrp: index, /)", (pid, group) -> {
                    try {
                        Programs.setGroup(Values.toInt(pid), Values.toInt(group));
                    } catch (SystemFailure e) {
                        throw OsFailure.of(e, null);
                    }
                    return PySingleton.NONE;
                })
                .function("setpgrp()", () -> {
                    try {
                        Programs.setGroup(0, 0);
                    } catch (SystemFailure e) {
                        throw OsFailure.of(e, null);
                    }
                    return PySingleton.NONE;
                })
                .function("setsid()", () -> {
                    try {
                        Programs.beginSession();
                    } catch (SystemFailure e) {
                        throw OsFailure.of(e, null);
                    }
                    return PySingleton.NONE;
                })
                .tail("nice(increment: index, /)", IdentityFunctions::nice)
                .tail("killpg(pgid: index, signal: index, /)", IdentityFunctions::killGroup)
                .function("sched_getaffinity(pid: index, /)", IdentityFunctions::affinity)
                .function("_limit(pid: index, name, /)", (pid, name) -> limit(process(pid), name.toString()))
                .tail("_set_limit(pid: index, option, limits, /)", (x, number, option, limits) -> {
                    long p = process(number);
                    String pid = Long.toString(p == 0 ? ProcessHandle.current().pid() : p);
                    int status = Processes.run(
                            x,
                            "/bin/sh",
                            "-c",
                            "prlimit --pid \"$1\" \"$2\" 2>/dev/null",
                            "prlimit",
                            pid,
                            option + "=" + limits);
                    return PyBool.of(status == 0);
                })
                .function("_usage(children: bool, /)", IdentityFunctions::usage);
    }

    private static PyInt id(String line, int place) {
        List<String> words = ProcessStatus.line(0, line);
        return PyInt.of(Long.parseLong(words.get(place)));
    }

    private static long process(PyObject pid) {
        long p = Values.toLong(pid);
        if (p < 0) {
            throw OsFailure.of(OsFailure.ESRCH);
        }
        return p;
    }

    /** Each thread of the system has a priority of its own: all of them are changed, and those to come inherit it. */
    private static PyObject nice(Execution x, PyObject increment) {
        long now = ProcessStatus.number(0, ProcessStatus.NICE);
        long wanted = Math.max(-20, Math.min(19, now + Values.toLong(increment)));
        if (wanted != now) {
            List<String> command = new ArrayList<>(List.of("renice", "-n", Long.toString(wanted), "-p"));
            command.addAll(List.of(ProcessStatus.threads()));
            Processes.output(x, command.toArray(String[]::new));
            if (ProcessStatus.number(0, ProcessStatus.NICE) != wanted) {
                throw OsFailure.of(OsFailure.EPERM);
            }
        }
        return PyInt.of(wanted);
    }

    private static PyObject killGroup(Execution x, PyObject group, PyObject signal) {
        long g = Values.toLong(group);
        if (g <= 1) {
            throw OsFailure.of(g < 0 ? OsFailure.ESRCH : OsFailure.EPERM);
        }
        if (Processes.run(
                        x,
                        "/bin/sh",
                        "-c",
                        "kill -\"$1\" -- -\"$2\" 2>/dev/null",
                        "kill",
                        signal.toString(),
                        group.toString())
                != 0) {
            throw OsFailure.of(OsFailure.ESRCH);
        }
        return PySingleton.NONE;
    }

    private static PyObject affinity(PyObject pid) {
        PySet cpus = new PySet();
        for (String part : String.join("", ProcessStatus.line(process(pid), "Cpus_allowed_list"))
                .split(",")) {
            String[] ends = part.split("-");
            for (int cpu = Integer.parseInt(ends[0]); cpu <= Integer.parseInt(ends[ends.length - 1]); cpu++) {
                cpus.addPlain(PyInt.of(cpu));
            }
        }
        return cpus;
    }

    /** @return (soft, hard) of the line of {@code /proc/PID/limits} that begins so; -1 for no limit */
    private static PyObject limit(long pid, String name) {
        String line = ProcessStatus.limits(pid)
                .filter(l -> l.startsWith(name + " "))
                .findFirst()
                .orElseThrow(() -> Errors.valueError("invalid resource specified"));
        PyObject[] both = Stream.of(line.substring(name.length()).strip().split("\\s+"))
                .limit(2)
                .map(w -> w.equals("unlimited") ? PyInt.MINUS_ONE : PyInt.of(Long.parseLong(w)))
                .toArray(PyObject[]::new);
        return PyTuple.of(both);
    }

    /** @return (user ticks, system ticks, peak of memory in KiB, minor faults, major faults), of the process or of its children that have ended */
    private static PyObject usage(PyObject children) {
        boolean own = !Values.isTrue(children);
        List<String> peak = ProcessStatus.line(0, "VmHWM");
        return PyTuple.of(
                PyInt.of(ProcessStatus.number(0, own ? ProcessStatus.USER_TICKS : ProcessStatus.CHILDREN_USER_TICKS)),
                PyInt.of(ProcessStatus.number(
                        0, own ? ProcessStatus.SYSTEM_TICKS : ProcessStatus.CHILDREN_SYSTEM_TICKS)),
                PyInt.of(own && !peak.isEmpty() ? Long.parseLong(peak.get(0)) : 0),
                PyInt.of(ProcessStatus.number(0, own ? ProcessStatus.MINOR_FAULTS : ProcessStatus.MINOR_FAULTS + 1)),
                PyInt.of(ProcessStatus.number(0, own ? ProcessStatus.MAJOR_FAULTS : ProcessStatus.MAJOR_FAULTS + 1)));
    }
}
