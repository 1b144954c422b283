package org.picklejar.modules.expat;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Values;
import org.picklejar.text.xml.Dtd;
import org.picklejar.text.xml.XmlEvent.Kind;
import org.picklejar.text.xml.XmlParser;

/** {@code pyexpat.xmlparser}. */
public final class PyXmlParser extends PyObject {
    public static final PyType TYPE = PyType.builtin("xmlparser", PyXmlParser.class, PyType.OBJECT)
            .inModule("pyexpat")
            .notSubclassable();
    private static final int BUFFER_SIZE = 8192;
    static final int HANDLERS = Kind.UnknownEncoding.ordinal();

    final XmlParser parser;
    final PyDtd dtd;
    final PyObject intern;
    /** Null for none. */
    private final PyObject[] handlers = new PyObject[HANDLERS];

    boolean orderedAttributes;
    boolean specifiedAttributes;
    boolean buffersText;
    int bufferSize = BUFFER_SIZE;
    final StringBuilder buffer = new StringBuilder();
    /** Whether {@code Parse} is in progress. */
    boolean parsing;
    /** Whether a handler is being called. */
    boolean inHandler;

    PyXmlParser(XmlParser parser, PyObject intern) {
        this(parser, new PyDtd(parser.dtd()), intern);
    }

    private PyXmlParser(XmlParser parser, PyDtd dtd, PyObject intern) {
        this.parser = parser;
        this.dtd = dtd;
        this.intern = intern;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** The handler, null for none. */
    PyObject handler(Kind kind) {
        return handlers[kind.ordinal()];
    }

    /** @param handler None for none */
    void setHandler(Kind kind, PyObject handler) {
        handlers[kind.ordinal()] = handler == PySingleton.NONE ? null : handler;
        parser.setHandler(kind, handlers[kind.ordinal()] != null);
    }

    void clearHandlers() {
        for (Kind k : Kind.values()) {
            if (k != Kind.UnknownEncoding) {
                setHandler(k, PySingleton.NONE);
            }
        }
    }

    /** The same object for the same name, when names are kept. */
    PyObject name(String text) {
        PyStr s = PyStr.of(text);
        if (!(Values.payload(intern) instanceof PyDict d)) {
            return s;
        }
        PyObject known = d.get(s);
        if (known != null) {
            return known;
        }
        d.put(s, s);
        return s;
    }

    /** Calls the handler for the text that was kept; nothing when there is none. PENDING when that has to be waited for. */
    PyObject flush(Execution x) {
        PyStr text = PyStr.of(buffer.toString());
        buffer.setLength(0);
        PyObject handler = handler(Kind.CharacterData);
        return text.length() == 0 || handler == null ? PySingleton.NONE : x.call(handler, new PyObject[] {text}, null);
    }

    PyXmlParser ofEntity(PyObject context, PyObject encoding) {
        XmlParser p = parser.ofEntity(text(context), text(encoding));
        PyXmlParser child = new PyXmlParser(p, dtd, intern);
        child.buffersText = buffersText;
        child.bufferSize = bufferSize;
        child.orderedAttributes = orderedAttributes;
        child.specifiedAttributes = specifiedAttributes;
        System.arraycopy(handlers, 0, child.handlers, 0, HANDLERS);
        return child;
    }

    private static String text(PyObject o) {
        if (o == PySingleton.NONE) {
            return null;
        }
        String s = Values.textOrNull(o);
        if (s == null) {
            throw Errors.typeError(
                    "argument must be str or None, not %s", o.type().name());
        }
        return s;
    }

    // ---- states

    /** All that a parser, or what several of them share, consists of; None for other objects. */
    public static PyObject parts(PyObject o) {
        if (o instanceof PyDtd d) {
            return PyTuple.of(new PyBytes(ParserState.write(d.dtd)));
        }
        if (!(o instanceof PyXmlParser p)) {
            return PySingleton.NONE;
        }
        List<PyObject> parts = new ArrayList<>(List.of(
                new PyBytes(ParserState.write(p.parser)),
                p.dtd,
                p.intern,
                PyBool.of(p.orderedAttributes),
                PyBool.of(p.specifiedAttributes),
                PyBool.of(p.buffersText),
                PyInt.of(p.bufferSize),
                PyStr.of(p.buffer.toString()),
                PyBool.of(p.parsing),
                PyBool.of(p.inHandler)));
        return PyTuple.of(parts.toArray(new PyObject[0]));
    }

    /** The handlers, which may lead back to the parser. */
    public static PyObject handlers(PyObject o) {
        PyDict d = new PyDict();
        for (Kind k : Kind.values()) {
            if (k != Kind.UnknownEncoding && ((PyXmlParser) o).handler(k) != null) {
                d.put(PyStr.of(k.name()), ((PyXmlParser) o).handler(k));
            }
        }
        return d;
    }

    /** An object that goes on where another one stood.
     * @param parts what {@link #parts} gave */
    public static PyObject restore(PyTuple parts) {
        PyObject[] s = parts.items;
        if (s.length == 1) {
            return new PyDtd(ParserState.read(((PyBytes) s[0]).value, Dtd.class));
        }
        XmlParser parser = ParserState.read(((PyBytes) s[0]).value, XmlParser.class);
        PyXmlParser p = new PyXmlParser(parser, (PyDtd) s[1], s[2]);
        parser.setDtd(p.dtd.dtd);
        p.orderedAttributes = s[3] == PyBool.TRUE;
        p.specifiedAttributes = s[4] == PyBool.TRUE;
        p.buffersText = s[5] == PyBool.TRUE;
        p.bufferSize = Values.toInt(s[6]);
        p.buffer.append(s[7]);
        p.parsing = s[8] == PyBool.TRUE;
        p.inHandler = s[9] == PyBool.TRUE;
        return p;
    }

    /** Takes what {@link #handlers} gave. */
    public static void fill(PyObject o, PyDict handlers) {
        for (Kind k : Kind.values()) {
            PyObject h = k == Kind.UnknownEncoding ? null : handlers.get(k.name());
            if (h != null) {
                ((PyXmlParser) o).setHandler(k, h);
            }
        }
    }
}
