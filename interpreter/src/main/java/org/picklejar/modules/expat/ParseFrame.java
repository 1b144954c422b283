package org.picklejar.modules.expat;

import java.nio.charset.StandardCharsets;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;
import org.picklejar.text.xml.XmlEvent;
import org.picklejar.text.xml.XmlEvent.Kind;

/** {@code xmlparser.Parse} and {@code ParseFile}: takes events from the parser and calls the handlers. */
public final class ParseFrame extends StepFrame {
    private static final int PIECE = 2048;

    /** What is waited for. */
    private enum Wait {
        NOTHING,
        /** The method read. */
        METHOD,
        DATA,
        ENCODING,
        /** The handler of text that was kept. */
        FLUSH,
        HANDLER,
        /** A handler that has to answer. */
        ANSWER,
        LAST_FLUSH
    }

    private PyXmlParser p;
    /** What is to be parsed: bytes, text or a file; null once it has been given to the parser. */
    private PyObject data;
    /** The method that reads a file. */
    private PyObject read;

    private boolean isFile;
    private boolean isFinal;
    private Wait wait = Wait.NOTHING;
    /** The handler that is called once the text that was kept is out, and what it gets. */
    private PyObject handler;

    private PyTuple arguments;
    private boolean answers;
    /** Whether they are text, which may be kept. */
    private boolean isText;

    /** For unpickling. */
    public ParseFrame() {}

    static ParseFrame ofData(PyObject[] a) {
        ParseFrame f = new ParseFrame();
        f.p = (PyXmlParser) a[0];
        f.data = a[1];
        f.isFinal = a[2] == PyBool.TRUE;
        return f;
    }

    static ParseFrame ofFile(PyObject[] a) {
        ParseFrame f = new ParseFrame();
        f.p = (PyXmlParser) a[0];
        f.data = a[1];
        f.isFile = true;
        return f;
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        if (wait == Wait.NOTHING) {
            v = begin(x);
        }
        while (v != Pending.PENDING) {
            v = next(x, v);
            if (wait == Wait.NOTHING) {
                return v;
            }
        }
        return v;
    }

    private PyObject begin(Execution x) {
        if (isFile) {
            read = Attributes.find(x, data, PyStr.of("read"));
            if (read == null) {
                throw Errors.typeError("argument must have 'read' attribute");
            }
            data = null;
        }
        if (p.parsing) {
            throw Errors.runtimeError("the parser is in use");
        }
        if (isFile) {
            p.parsing = true;
            return ask(Wait.DATA, x.call(read, new PyObject[] {PyInt.of(PIECE)}, null));
        }
        byte[] bytes;
        if (Values.payload(data) instanceof PyStr s) {
            bytes = s.toString().getBytes(StandardCharsets.UTF_8);
            p.parser.setProtocolEncoding("utf-8");
        } else {
            bytes = Buffers.bytes(data);
        }
        data = null;
        p.parsing = true;
        p.parser.feed(bytes, isFinal);
        return event(x);
    }

    private PyObject ask(Wait w, PyObject result) {
        wait = w;
        return result;
    }

    /** Goes on with the result of what was waited for. */
    private PyObject next(Execution x, PyObject v) {
        switch (wait) {
            case DATA -> takeData(v);
            case ENCODING -> encoding(v);
            case FLUSH -> {
                return call(x);
            }
            case ANSWER -> answer(v);
            case LAST_FLUSH -> {
                return done();
            }
            default -> {}
        }
        p.inHandler = false;
        return event(x);
    }

    private void takeData(PyObject v) {
        PyObject payload = Values.payload(v);
        byte[] bytes;
        if (payload instanceof PyBytes || payload instanceof PyByteArray) {
            bytes = Buffers.copy(v);
        } else {
            throw Errors.typeError(
                    "read() did not return a bytes object (type=%s)", v.type().name());
        }
        if (bytes.length > PIECE) {
            throw Errors.valueError(
                    "read() returned too much data: %d bytes requested, %d returned", PIECE, bytes.length);
        }
        isFinal = bytes.length == 0;
        p.parser.feed(bytes, isFinal);
    }

    private void encoding(PyObject v) {
        String text = Values.textOrNull(v);
        if (text == null || text.length() != 256) {
            throw Errors.valueError("multi-byte encodings are not supported");
        }
        char[] table = text.toCharArray();
        for (int i = 0; i < table.length; i++) {
            table[i] = table[i] == '\uFFFD' ? '\uFFFF' : table[i];
        }
        p.parser.setEncoding(table);
    }

    private void answer(PyObject v) {
        if (!(Values.payload(v) instanceof PyInteger i)) {
            throw Errors.typeError(
                    "'%s' object cannot be interpreted as an integer", v.type().name());
        }
        p.parser.answer(!i.isLong() || i.longValue() != 0);
    }

    /** Takes events until something has to be waited for. */
    private PyObject event(Execution x) {
        while (true) {
            XmlEvent e = p.parser.next();
            if (e == null) {
                return end(x);
            }
            if (e.kind() == Kind.UnknownEncoding) {
                byte[] all = new byte[256];
                for (int i = 0; i < all.length; i++) {
                    all[i] = (byte) i;
                }
                PyStr name = PyStr.of((String) e.args()[0]);
                return ask(Wait.ENCODING, MethodCall.call(x, new PyBytes(all), "decode", name, PyStr.of("replace")));
            }
            isText = e.kind() == Kind.CharacterData;
            handler = p.handler(e.kind());
            answers = e.kind() == Kind.ExternalEntityRef || e.kind() == Kind.NotStandalone;
            if (handler == null) {
                if (answers) {
                    p.parser.answer(true);
                }
                continue;
            }
            if (isText && p.buffersText && keep((String) e.args()[0])) {
                continue;
            }
            arguments = EventArguments.of(p, e);
            if (p.buffer.length() > 0) {
                p.inHandler = true;
                return ask(Wait.FLUSH, p.flush(x));
            }
            return call(x);
        }
    }

    /** Keeps text for later when there is room. */
    private boolean keep(String text) {
        if (p.buffer.length() + text.length() > p.bufferSize) {
            return false;
        }
        p.buffer.append(text);
        return true;
    }

    private PyObject call(Execution x) {
        if (p.buffersText && isText && arguments.get(0).toString().length() <= p.bufferSize) {
            // The text did not fit behind what was kept, but does alone.
            keep(arguments.get(0).toString());
            return event(x);
        }
        p.inHandler = true;
        return ask(answers ? Wait.ANSWER : Wait.HANDLER, x.call(handler, arguments.items.clone(), null));
    }

    private PyObject end(Execution x) {
        if (p.parser.error() != null) {
            p.parsing = false;
            throw ExpatModule.error(p.parser.error(), p.parser);
        }
        if (isFile && !isFinal) {
            return ask(Wait.DATA, x.call(read, new PyObject[] {PyInt.of(PIECE)}, null));
        }
        p.inHandler = p.buffer.length() > 0;
        return ask(Wait.LAST_FLUSH, p.flush(x));
    }

    private PyObject done() {
        wait = Wait.NOTHING;
        p.parsing = false;
        p.inHandler = false;
        return PyInt.ONE;
    }

    /** What a handler raises ends the parsing. */
    @Override
    protected PyObject failed(Execution x, PyException e) {
        if (p != null) {
            release();
        }
        throw e;
    }

    private void release() {
        p.parsing = false;
        p.inHandler = false;
        p.clearHandlers();
        p.buffer.setLength(0);
        p.parser.stop();
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {
            p,
            data,
            read,
            PyBool.of(isFile),
            PyBool.of(isFinal),
            PyInt.of(wait.ordinal()),
            handler,
            arguments,
            PyBool.of(answers),
            PyBool.of(isText)
        };
    }

    @Override
    protected void setFields(PyObject[] s) {
        p = (PyXmlParser) s[0];
        data = s[1];
        read = s[2];
        isFile = s[3] == PyBool.TRUE;
        isFinal = s[4] == PyBool.TRUE;
        wait = Wait.values()[Values.toInt(s[5])];
        handler = s[6];
        arguments = (PyTuple) s[7];
        answers = s[8] == PyBool.TRUE;
        isText = s[9] == PyBool.TRUE;
    }
}
