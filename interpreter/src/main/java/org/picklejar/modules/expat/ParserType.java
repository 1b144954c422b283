package org.picklejar.modules.expat;

import java.util.function.ToLongFunction;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;
import org.picklejar.text.xml.XmlError;
import org.picklejar.text.xml.XmlEvent.Kind;
import org.picklejar.text.xml.XmlParser;

/** The table of {@code pyexpat.xmlparser}. */
final class ParserType {
    private static final long MOST_BUFFER = Integer.MAX_VALUE;

    private ParserType() {}

    static void define(TypeBuilder<PyXmlParser> b) {
        b.doc("XML parser")
                .constructor("xmlparser(cls, *args, **kwargs)", (x, cls, a) -> {
                    throw Errors.typeError("cannot create 'pyexpat.xmlparser' instances");
                })
                .frame("Parse(self, data, isfinal: bool = False, /)", ParseFrame::ofData)
                .frame("ParseFile(self, file, /)", ParseFrame::ofFile)
                .method("SetBase(self, base, /)", (p, base) -> {
                    p.parser.base = Values.str(base, "SetBase() argument must be str, not ")
                            .toString();
                    return PySingleton.NONE;
                })
                .method("GetBase(self, /)", p -> p.parser.base == null ? PySingleton.NONE : PyStr.of(p.parser.base))
                .method("GetInputContext(self, /)", ParserType::context)
                .method(
                        "ExternalEntityParserCreate(self, context, encoding=None, /)",
                        (p, context, encoding) -> p.ofEntity(context, encoding))
                .method(
                        "SetParamEntityParsing(self, flag: index, /)",
                        (p, flag) -> PyInt.of(p.parser.setParameterParsing(Values.toInt(flag)) ? 1 : 0))
                .method("UseForeignDTD(self, flag: bool = True, /)", (p, flag) -> {
                    if (!p.parser.setForeignDtd(flag == PyBool.TRUE)) {
                        throw ExpatModule.error(XmlError.CANT_CHANGE_FEATURE_ONCE_PARSING, p.parser);
                    }
                    return PySingleton.NONE;
                })
                .method("SetReparseDeferralEnabled(self, enabled: bool, /)", (p, enabled) -> {
                    p.parser.reparseDeferral = enabled == PyBool.TRUE;
                    return PySingleton.NONE;
                })
                .method("GetReparseDeferralEnabled(self, /)", p -> PyBool.of(p.parser.reparseDeferral))
                .member("intern", p -> p.intern);
        for (Kind k : Kind.values()) {
            if (k != Kind.UnknownEncoding) {
                handler(b, k, k == Kind.DefaultHandlerExpand ? k.name() : k.name() + "Handler");
            }
        }
        flags(b);
        number(b, "CurrentLineNumber", XmlParser::line);
        number(b, "CurrentColumnNumber", XmlParser::column);
        number(b, "CurrentByteIndex", XmlParser::byteIndex);
        number(b, "ErrorLineNumber", XmlParser::line);
        number(b, "ErrorColumnNumber", XmlParser::column);
        number(b, "ErrorByteIndex", XmlParser::byteIndex);
        number(b, "ErrorCode", p -> p.error() == null ? 0 : p.error().code());
    }

    private static PyObject context(PyXmlParser p) {
        byte[] bytes = p.inHandler ? p.parser.context() : null;
        return bytes == null ? PySingleton.NONE : new PyBytes(bytes);
    }

    private static void number(TypeBuilder<PyXmlParser> b, String name, ToLongFunction<XmlParser> value) {
        b.getter(name, p -> PyInt.of(value.applyAsLong(p.parser)));
    }

    private static void notDeleted(PyObject value) {
        if (value == null) {
            throw Errors.runtimeError("Cannot delete attribute");
        }
    }

    private static void handler(TypeBuilder<PyXmlParser> b, Kind kind, String name) {
        b.getSet(
                name,
                (x, o) -> {
                    PyObject h = ((PyXmlParser) o).handler(kind);
                    return h == null ? PySingleton.NONE : h;
                },
                (x, o, value) -> {
                    notDeleted(value);
                    PyXmlParser p = (PyXmlParser) o;
                    if (kind == Kind.CharacterData && p.buffer.length() > 0) {
                        // What was kept is for the old handler.
                        x.await(() -> p.flush(x));
                    }
                    p.setHandler(kind, value);
                });
    }

    private interface Flag {
        boolean get(PyXmlParser p);
    }

    private interface FlagSetter {
        void set(PyXmlParser p, boolean value);
    }

    private static void flag(TypeBuilder<PyXmlParser> b, String name, Flag get, FlagSetter set) {
        b.getSet(name, (x, o) -> PyBool.of(get.get((PyXmlParser) o)), (x, o, value) -> {
            notDeleted(value);
            set.set((PyXmlParser) o, Truth.test(x, value));
        });
    }

    private static void flags(TypeBuilder<PyXmlParser> b) {
        flag(b, "ordered_attributes", p -> p.orderedAttributes, (p, v) -> p.orderedAttributes = v);
        flag(b, "specified_attributes", p -> p.specifiedAttributes, (p, v) -> p.specifiedAttributes = v);
        flag(b, "namespace_prefixes", p -> p.parser.namespacePrefixes, (p, v) -> p.parser.namespacePrefixes = v);
        b.getSet("buffer_text", (x, o) -> PyBool.of(((PyXmlParser) o).buffersText), (x, o, value) -> {
            notDeleted(value);
            PyXmlParser p = (PyXmlParser) o;
            boolean on = Truth.test(x, value);
            if (!on && p.buffer.length() > 0) {
                x.await(() -> p.flush(x));
            }
            p.buffersText = on;
        });
        b.getSet("buffer_size", (x, o) -> PyInt.of(((PyXmlParser) o).bufferSize), (x, o, value) -> {
            notDeleted(value);
            PyXmlParser p = (PyXmlParser) o;
            if (!(Values.payload(value) instanceof PyInteger size)) {
                throw Errors.typeError("buffer_size must be an integer");
            }
            if (!size.isLong()) {
                throw Errors.overflowError("Python int too large to convert to C long");
            }
            if (size.longValue() <= 0) {
                throw Errors.valueError("buffer_size must be greater than zero");
            }
            if (size.longValue() > MOST_BUFFER) {
                throw Errors.valueError("buffer_size must not be greater than %d", MOST_BUFFER);
            }
            if (size.longValue() != p.bufferSize && p.buffer.length() > 0) {
                x.await(() -> p.flush(x));
            }
            p.bufferSize = (int) size.longValue();
        });
        b.getter("buffer_used", p -> PyInt.of(p.buffer.length()));
    }
}
