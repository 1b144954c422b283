package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;
import org.picklejar.system.Descriptors;
import org.picklejar.system.Programs;

/** Starts programs by the system's own function, which can give them any descriptors: {@code posix_spawn}. */
final class SystemSpawn {
    private static final int OPEN = 0;
    private static final int CLOSE = 1;
    private static final int DUPLICATE = 2;
    /** SIGPIPE and SIGXFSZ. */
    private static final List<Integer> RESTORED = List.of(13, 25);

    private SystemSpawn() {}

    static void addTo(ModuleBuilder b) {
        String signature =
                "(path, argv, env, /, *, file_actions=None, setpgroup: index = -1, resetids: bool = False, setsid: bool = False, setsigmask=(), setsigdef=(), scheduler=None)";
        b.tailN("posix_spawn" + signature, (x, a) -> spawn(x, a, false))
                .tailN("posix_spawnp" + signature, (x, a) -> spawn(x, a, true))
                .constant("POSIX_SPAWN_OPEN", PyInt.of(OPEN))
                .constant("POSIX_SPAWN_CLOSE", PyInt.of(CLOSE))
                .constant("POSIX_SPAWN_DUP2", PyInt.of(DUPLICATE));
    }

    /**
     * Starts a child of the runtime.
     *
     * @param path of the program; a name without a slash is looked for in PATH
     * @param directory where it begins; null: the runtime's
     * @param files what it has open, by its numbers
     * @return its number
     */
    static int start(
            Execution x,
            byte[] path,
            List<byte[]> arguments,
            List<byte[]> environment,
            Path directory,
            SortedMap<Integer, OpenFile> files,
            boolean session,
            int group,
            List<Integer> mask,
            List<Integer> defaults) {
        SortedMap<Integer, Integer> descriptors = new TreeMap<>();
        try {
            for (Map.Entry<Integer, OpenFile> e : files.entrySet()) {
                descriptors.put(e.getKey(), e.getValue().systemDescriptor());
            }
            Environment e = Environment.of(x);
            byte[] program = path;
            List<byte[]> all = arguments;
            if (e.hasOwnUmask()) {
                String change = "umask " + Integer.toOctalString(e.umask()) + " && exec \"$@\"";
                all = new ArrayList<>(List.of(bytes("sh"), bytes("-c"), bytes(change), bytes("sh"), path));
                all.addAll(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
                program = bytes("/bin/sh");
            }
            Path start = directory == null ? e.directory() : directory;
            Programs.Start s = new Programs.Start(
                    program,
                    all,
                    environment,
                    bytes(start.toString()),
                    descriptors,
                    session,
                    session && group == 0 ? -1 : group,
                    mask,
                    defaults);
            int pid = Programs.start(s);
            Processes.of(x).add(new ChildOfSystem(pid));
            return pid;
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    static byte[] bytes(String s) {
        return FileName.encode(s);
    }

    /** Text of an argument as the system takes it. */
    static byte[] bytes(PyObject o) {
        return Values.payload(o) instanceof PyBytes b ? b.value : FileName.encode(FileName.argument(o));
    }

    static List<byte[]> allBytes(Execution x, PyObject sequence) {
        List<byte[]> out = new ArrayList<>();
        for (PyObject o : Iteration.itemsNow(x, sequence)) {
            out.add(bytes(o));
        }
        return out;
    }

    /** The runtime's variables as the system takes them. */
    static List<byte[]> variables(Execution x) {
        List<byte[]> out = new ArrayList<>();
        Environment.of(x).variables().forEach((k, v) -> out.add(bytes(k + "=" + v)));
        return out;
    }

    static List<Integer> restored(boolean wanted) {
        return wanted ? RESTORED : List.of();
    }

    private static List<Integer> numbers(Execution x, PyObject sequence) {
        List<Integer> out = new ArrayList<>();
        for (PyObject o : Iteration.itemsNow(x, sequence)) {
            int n = Values.toInt(x, o);
            if (n < 1 || n > 64) {
                throw Errors.valueError("signal number %d out of range [1; 64]", n);
            }
            out.add(n);
        }
        return out;
    }

    private static PyObject spawn(Execution x, PyObject[] a, boolean search) {
        String function = search ? "posix_spawnp" : "posix_spawn";
        FileName name = FileName.of(x, a[0], function, FileName.Accept.NAME);
        List<byte[]> arguments = allBytes(x, a[1]);
        if (arguments.isEmpty()) {
            throw Errors.valueError("%s: argv must not be empty", function);
        } else if (arguments.get(0).length == 0) {
            throw Errors.valueError("%s: argv first element cannot be empty", function);
        } else if (a[9] != PySingleton.NONE || Values.isTrue(a[5])) {
            throw Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, "%s: resetids and scheduler", function);
        }
        List<byte[]> environment = a[2] == PySingleton.NONE ? variables(x) : environment(x, a[2]);
        SortedMap<Integer, OpenFile> files = FileTable.of(x).inherited();
        List<Integer> opened = new ArrayList<>();
        try {
            if (a[3] != PySingleton.NONE) {
                for (PyObject action : Iteration.itemsNow(x, a[3])) {
                    act(x, files, opened, action);
                }
            }
            boolean searches = search && name.text().indexOf('/') < 0;
            String path = searches ? name.text() : name.path(x).toString();
            try {
                return PyInt.of(start(
                        x,
                        bytes(path),
                        arguments,
                        environment,
                        null,
                        files,
                        Values.isTrue(a[6]),
                        Values.toInt(a[4]),
                        numbers(x, a[7]),
                        numbers(x, a[8])));
            } catch (PyException e) {
                e.value.setMember("filename", a[0]);
                throw e;
            }
        } finally {
            for (int fd : opened) {
                closeQuietly(fd);
            }
        }
    }

    private static void closeQuietly(int fd) {
        try {
            Descriptors.close(fd);
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    private static List<byte[]> environment(Execution x, PyObject mapping) {
        List<byte[]> out = new ArrayList<>();
        for (PyObject o : Iteration.itemsNow(x, MethodCall.now(x, mapping, "items"))) {
            PyTuple pair = Values.tuple(o, "item of the environment");
            byte[] k = bytes(pair.get(0));
            byte[] v = bytes(pair.get(1));
            byte[] both = Arrays.copyOf(k, k.length + 1 + v.length);
            both[k.length] = '=';
            System.arraycopy(v, 0, both, k.length + 1, v.length);
            out.add(both);
        }
        return out;
    }

    /** Does to the files of the child what an entry of {@code file_actions} says. */
    private static void act(Execution x, SortedMap<Integer, OpenFile> files, List<Integer> opened, PyObject action) {
        PyTuple t = Values.tuple(action, "file action");
        Iterator<PyObject> rest = List.of(t.items).iterator();
        if (!rest.hasNext()) {
            throw Errors.typeError("Each file_actions element must be a non-empty tuple");
        }
        int kind = Values.toInt(x, rest.next());
        int expected = kind == OPEN ? 5 : kind == CLOSE ? 2 : kind == DUPLICATE ? 3 : -1;
        if (expected < 0) {
            throw Errors.typeError("Unknown file_actions identifier");
        } else if (t.items.length != expected) {
            throw Errors.typeError(
                    "A %s file_action tuple must have %d elements",
                    kind == OPEN ? "open" : kind == CLOSE ? "close" : "dup2", expected);
        }
        int fd = Values.toInt(x, rest.next());
        if (kind == CLOSE) {
            files.remove(fd);
            return;
        } else if (kind == DUPLICATE) {
            OpenFile f = files.get(fd);
            // One that is not inherited may be given by this.
            files.put(
                    Values.toInt(x, rest.next()),
                    f != null ? f : FileTable.of(x).get(fd));
            return;
        }
        FileName name = FileName.of(x, rest.next(), "posix_spawn", FileName.Accept.NAME);
        int flags = Values.toInt(x, rest.next());
        int mode = Values.toInt(x, rest.next());
        try {
            int number = Descriptors.open(bytes(name.path(x).toString()), flags, mode);
            opened.add(number);
            files.put(fd, new SystemFile(x.machine, number, 1));
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }
}
