package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.IDN;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.FileTable;
import org.picklejar.modules.posix.OpenFile;
import org.picklejar.modules.posix.Pipe;
import org.picklejar.modules.posix.Readiness;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/**
 * {@code _socket_calls}: what the system does with sockets, by their descriptors. None of the functions waits; None says that one has to.
 * Addresses go in as {@link SocketAddresses#of} takes them.
 */
public final class SocketModule {
    private static final int MOST_AT_ONCE = 1 << 18;
    private static final int LINGER_SIZE = 8;
    private static final int SOCK_RAW = 3;
    private static final int MOST_TYPE = 10;

    private SocketModule() {}

    public static PyModule create() {
        ModuleBuilder b = new ModuleBuilder("_socket_calls").doc("System calls of sockets; none waits.");
        connections(b);
        transfers(b);
        options(b);
        names(b);
        return b.build();
    }

    private static SocketFile socket(Execution x, PyObject fd) {
        if (FileTable.of(x).get(Values.toInt(fd)) instanceof SocketFile s) {
            return s;
        }
        throw SocketFailure.of(SocketFailure.ENOTSOCK);
    }

    private static PyObject none(SocketFailure.Action<?> action) {
        SocketFailure.guard(action);
        return PySingleton.NONE;
    }

    // ---- connections

    private static void connections(ModuleBuilder b) {
        b.tail(
                        "open(family: index, type: index, proto: index, /)",
                        (x, family, type, proto) ->
                                PyInt.of(open(x, Values.toInt(family), Values.toInt(type), Values.toInt(proto))))
                .tail("pair(proto: index, /)", (x, proto) -> {
                    Readiness r = Readiness.of(x.machine);
                    Pipe there = r.pipe();
                    Pipe back = r.pipe();
                    there.join(back);
                    FileTable t = FileTable.of(x);
                    int p = Values.toInt(proto);
                    return PyTuple.of(
                            PyInt.of(t.add(new PairSocket(r, there, back, p))),
                            PyInt.of(t.add(new PairSocket(r, back, there, p))));
                })
                .tail("kind(fd: index, /)", (x, fd) -> {
                    SocketFile s = socket(x, fd);
                    return PyTuple.of(PyInt.of(s.family), PyInt.of(s.type), PyInt.of(s.proto));
                })
                .tail(
                        "bind(fd: index, address, /)",
                        (x, fd, address) -> none(() -> {
                            SocketFile s = socket(x, fd);
                            s.bind(SocketAddresses.of(x, address));
                            s.localName = address instanceof PyStr ? address : null;
                            return null;
                        }))
                .tail(
                        "listen(fd: index, backlog: index, /)",
                        (x, fd, backlog) -> none(() -> {
                            socket(x, fd).listen(Values.toInt(backlog));
                            return null;
                        }))
                .tail("accept(fd: index, /)", (x, fd) -> {
                    SocketFile s = socket(x, fd);
                    SocketFile accepted = SocketFailure.guard(s::accept);
                    return accepted == null
                            ? PySingleton.NONE
                            : PyTuple.of(
                                    PyInt.of(FileTable.of(x).add(accepted)),
                                    SocketAddresses.python(SocketFailure.guard(accepted::peer), s.family));
                })
                .tail(
                        "connect(fd: index, address, /)",
                        (x, fd, address) -> none(() -> {
                            SocketFile s = socket(x, fd);
                            s.peerName = address instanceof PyStr ? address : null;
                            s.connect(address == PySingleton.NONE ? null : SocketAddresses.of(x, address));
                            return null;
                        }))
                .tail(
                        "shutdown(fd: index, how: index, /)",
                        (x, fd, how) -> none(() -> {
                            int h = Values.toInt(how);
                            if (h < SocketFile.SHUT_RD || h > SocketFile.SHUT_RDWR) {
                                throw OsFailure.of(OsFailure.EINVAL);
                            }
                            socket(x, fd).shutdown(h);
                            return null;
                        }))
                .tail("local(fd: index, /)", (x, fd) -> {
                    SocketFile s = socket(x, fd);
                    return s.localName != null
                            ? s.localName
                            : SocketAddresses.python(SocketFailure.guard(s::local), s.family);
                })
                .tail("peer(fd: index, /)", (x, fd) -> {
                    SocketFile s = socket(x, fd);
                    if (!(s instanceof PairSocket) && SocketFailure.guard(s::peer) == null) {
                        throw SocketFailure.of(SocketFailure.ENOTCONN);
                    }
                    return s.peerName != null
                            ? s.peerName
                            : SocketAddresses.python(SocketFailure.guard(s::peer), s.family);
                });
    }

    private static int open(Execution x, int family, int type, int proto) {
        boolean six = family == SocketAddresses.AF_INET6;
        if (family != SocketAddresses.AF_UNIX && family != SocketAddresses.AF_INET && !six) {
            throw SocketFailure.of(SocketFailure.EAFNOSUPPORT);
        }
        Readiness r = Readiness.of(x.machine);
        boolean stream = type == SocketFile.SOCK_STREAM;
        if (type <= 0 || type > MOST_TYPE) {
            throw OsFailure.of(OsFailure.EINVAL);
        } else if (!stream && type != SocketFile.SOCK_DGRAM) {
            throw SocketFailure.of(type == SOCK_RAW ? SocketFailure.EPROTONOSUPPORT : SocketFailure.ESOCKTNOSUPPORT);
        } else if (family == SocketAddresses.AF_UNIX) {
            // Java has no datagrams over Unix sockets.
            if (!stream || proto > 1) {
                throw SocketFailure.of(SocketFailure.EPROTONOSUPPORT);
            }
        } else if (proto != 0 && proto != (stream ? 6 : 17)) {
            throw SocketFailure.of(SocketFailure.EPROTONOSUPPORT);
        }
        SocketFile s = SocketFailure.guard(
                () -> stream ? new StreamSocket(r, family, proto) : new PacketSocket(r, family, proto));
        return FileTable.of(x).add(s);
    }

    // ---- transfers

    /** Where bytes of a buffer can be written. */
    private record Room(ByteBufferOwner owner, int offset, int length) {
        static Room of(PyObject o) {
            PyObject v = Values.payload(o);
            if (v instanceof PyMemoryView m && !m.readOnly && m.isContiguous()) {
                m.checkReleased();
                return new Room(m.owner, m.offset, m.byteLength());
            } else if (v instanceof ByteBufferOwner b && !b.isReadOnly()) {
                return new Room(b, 0, b.byteLength());
            }
            throw Errors.typeError(
                    "a read-write bytes-like object is required, not '%s'",
                    o.type().name());
        }
    }

    private static void transfers(ModuleBuilder b) {
        b.tail("receive(fd: index, count: index, flags: index, /)", SocketModule::receive)
                .tail("room(buffer, /)", (x, buffer) -> PyInt.of(Room.of(buffer).length()))
                .tailN("receive_into(fd: index, buffer, from: index, count: index, flags: index, /)", (x, a) -> {
                    SocketFile s = socket(x, a[0]);
                    Room room = Room.of(a[1]);
                    int from = Values.toInt(a[2]);
                    int count = Math.min(Values.toInt(a[3]), room.length() - from);
                    boolean there = room.owner().isArray();
                    byte[] storage = there ? room.owner().storage() : new byte[count];
                    int at = room.offset() + from;
                    SocketFile.Arrival r =
                            SocketFailure.guard(() -> s.receive(storage, there ? at : 0, count, Values.toInt(a[4])));
                    if (r != null && !there) {
                        room.owner().write(at, storage, 0, r.count());
                    }
                    return r == null
                            ? PySingleton.NONE
                            : PyTuple.of(PyInt.of(r.count()), from(s, r), PyInt.of(r.flags()));
                })
                .tailN("send(fd: index, data, from: index, flags: index, address, /)", (x, a) -> {
                    SocketFile s = socket(x, a[0]);
                    Buffers.Stretch data = Buffers.stretch(a[1]);
                    int from = Values.toInt(a[2]);
                    int flags = Values.toInt(a[3]);
                    SocketFile.checkFlags(flags & ~SocketFile.MSG_OOB);
                    int at = data.offset() + from;
                    int count = data.length() - from;
                    int n = SocketFailure.guard(() -> (flags & SocketFile.MSG_OOB) != 0
                            ? s.sendUrgent(data.storage(), at, count)
                            : s.send(
                                    data.storage(),
                                    at,
                                    count,
                                    a[4] == PySingleton.NONE ? null : SocketAddresses.of(x, a[4])));
                    return n < 0 ? PySingleton.NONE : PyInt.of(n);
                });
    }

    /** @return (bytes, sender's address or None, flags), or None */
    private static PyObject receive(Execution x, PyObject fd, PyObject count, PyObject flags) {
        SocketFile s = socket(x, fd);
        byte[] room = new byte[Math.min(Values.toInt(count), MOST_AT_ONCE)];
        SocketFile.Arrival r = SocketFailure.guard(() -> s.receive(room, 0, room.length, Values.toInt(flags)));
        if (r == null) {
            return PySingleton.NONE;
        }
        byte[] bytes = r.count() == room.length ? room : Arrays.copyOf(room, Math.min(r.count(), room.length));
        return PyTuple.of(new PyBytes(bytes), from(s, r), PyInt.of(r.flags()));
    }

    /** For what stands on sockets. @return how many bytes; 0 at the end of a stream; -1: nothing yet */
    public static int receiveNow(Execution x, int fd, byte[] into) {
        SocketFile s = socket(x, PyInt.of(fd));
        SocketFile.Arrival r = SocketFailure.guard(() -> s.receive(into, 0, into.length, 0));
        return r == null ? SocketFile.LATER : r.count();
    }

    /** Likewise. @return how many bytes; -1: none yet */
    public static int sendNow(Execution x, int fd, byte[] bytes, int from, int count) {
        SocketFile s = socket(x, PyInt.of(fd));
        return SocketFailure.guard(() -> s.send(bytes, from, count, null));
    }

    private static PyObject from(SocketFile s, SocketFile.Arrival r) {
        return r.from() == null ? PySingleton.NONE : SocketAddresses.python(r.from(), s.family);
    }

    // ---- options

    private static void options(ModuleBuilder b) {
        b.tail("get_option(fd: index, level: index, name: index, /)", (x, fd, level, name) -> {
                    SocketFile s = socket(x, fd);
                    return PyInt.of(option(s, Values.toInt(level), Values.toInt(name)));
                })
                .tailN("set_option(fd: index, level: index, name: index, value, /)", (x, a) -> {
                    SocketFile s = socket(x, a[0]);
                    int level = Values.toInt(a[1]);
                    int name = Values.toInt(a[2]);
                    boolean known = SocketFailure.guard(() -> a[3] instanceof PyBytes bytes
                            ? setBytes(s, level, name, bytes.value)
                            : setNumber(s, level, name, Values.toInt(a[3])));
                    if (!known) {
                        throw SocketFailure.of(SocketFailure.ENOPROTOOPT);
                    }
                    return PySingleton.NONE;
                });
    }

    private static int option(SocketFile s, int level, int name) {
        if (level == SocketOptions.SOL_SOCKET) {
            switch (name) {
                case SocketOptions.SO_TYPE:
                    return s.type;
                case SocketOptions.SO_DOMAIN:
                    return s.family;
                case SocketOptions.SO_PROTOCOL:
                    return s.family == SocketAddresses.AF_UNIX ? 0 : s.type == SocketFile.SOCK_STREAM ? 6 : 17;
                case SocketOptions.SO_ACCEPTCONN:
                    return s.isListening() ? 1 : 0;
                case SocketOptions.SO_ERROR:
                    return SocketFailure.guard(s::takeError);
                default:
            }
        }
        Integer value = SocketFailure.guard(() -> s.option(level, name));
        if (value == null) {
            throw SocketFailure.of(SocketFailure.ENOPROTOOPT);
        }
        return value;
    }

    private static boolean setNumber(SocketFile s, int level, int name, int value) throws IOException {
        if (level == SocketOptions.SOL_SOCKET && name == SocketOptions.SO_LINGER) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        return s.setOption(level, name, value);
    }

    private static boolean setBytes(SocketFile s, int level, int name, byte[] value) throws IOException {
        if (s.setMembership(level, name, value)) {
            return true;
        }
        boolean linger = level == SocketOptions.SOL_SOCKET && name == SocketOptions.SO_LINGER;
        if (value.length < (linger ? LINGER_SIZE : 4)) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        ByteBuffer numbers = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        int first = numbers.getInt();
        return s.setOption(level, name, !linger ? first : first == 0 ? -1 : numbers.getInt());
    }

    // ---- names

    private static void names(ModuleBuilder b) {
        b.function("to_bytes(family: index, text, /)", (family, text) -> {
                    byte[] r = Values.toInt(family) == SocketAddresses.AF_INET
                            ? NumericAddress.four(text.toString())
                            : NumericAddress.six(text.toString());
                    return r == null ? PySingleton.NONE : new PyBytes(r);
                })
                .function("loose_to_bytes(text, /)", text -> {
                    byte[] r = NumericAddress.loose(text.toString());
                    return r == null ? PySingleton.NONE : new PyBytes(r);
                })
                .function("to_text(packed, /)", packed -> PyStr.of(NumericAddress.text(Buffers.bytes(packed))))
                .function("ascii_name(name, /)", name -> {
                    try {
                        return PyStr.of(IDN.toASCII(name.toString()));
                    } catch (IllegalArgumentException e) {
                        return PySingleton.NONE;
                    }
                })
                .tail(
                        "look_up(name, /)",
                        (x, name) -> PyInt.of(
                                FileTable.of(x).add(Lookup.addresses(Readiness.of(x.machine), name.toString()))))
                .tail(
                        "look_up_address(packed, /)",
                        (x, packed) -> PyInt.of(FileTable.of(x)
                                .add(Lookup.name(
                                        Readiness.of(x.machine), SocketAddresses.address(Buffers.bytes(packed), 0)))))
                .tail("answer(fd: index, /)", (x, fd) -> {
                    OpenFile f = FileTable.of(x).get(Values.toInt(fd));
                    PyObject a = f instanceof Lookup l ? l.answer() : null;
                    if (a == null) {
                        throw OsFailure.of(OsFailure.EINVAL);
                    }
                    return a;
                })
                .function(
                        "port_of(service, protocol, /)",
                        (service, protocol) -> PyInt.of(NetworkDatabase.port(service.toString(), protocol.toString())))
                .function("service_at(port: index, protocol, /)", (port, protocol) -> {
                    String s = NetworkDatabase.service(Values.toInt(port), protocol.toString());
                    return s == null ? PySingleton.NONE : PyStr.of(s);
                })
                .function("protocol(name, /)", name -> PyInt.of(NetworkDatabase.protocol(name.toString())))
                .function("interfaces()", () -> {
                    List<PyObject> out = new ArrayList<>();
                    for (NetworkInterface i :
                            SocketFailure.guard(() -> Collections.list(NetworkInterface.getNetworkInterfaces()))) {
                        out.add(PyTuple.of(PyInt.of(i.getIndex()), PyStr.of(i.getName())));
                    }
                    out.sort(Comparator.comparingLong(t -> ((PyInt) ((PyTuple) t).get(0)).value));
                    return PyList.of(out);
                });
    }
}
