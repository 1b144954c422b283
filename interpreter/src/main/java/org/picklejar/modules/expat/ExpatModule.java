package org.picklejar.modules.expat;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.xml.XmlError;
import org.picklejar.text.xml.XmlParser;

/** The module {@code pyexpat}. */
public final class ExpatModule {
    static final PyType ERROR = PyType.builtin("ExpatError", PyBaseException.class, ExceptionTypes.EXCEPTION)
            .inModule("xml.parsers.expat")
            .withDict();
    private static final String[] CONTENT_TYPES = {"EMPTY", "ANY", "MIXED", "NAME", "CHOICE", "SEQ"};
    private static final String[] QUANTIFIERS = {"NONE", "OPT", "REP", "PLUS"};
    private static final Object[][] FEATURES = {
        {"sizeof(XML_Char)", 1},
        {"sizeof(XML_LChar)", 1},
        {"XML_DTD", 0},
        {"XML_CONTEXT_BYTES", 1024},
        {"XML_NS", 0},
        {"XML_BLAP_MAX_AMP", 100},
        {"XML_BLAP_ACT_THRES", 8 << 20},
        {"XML_GE", 0}
    };

    private ExpatModule() {}

    public static PyModule create(Execution x) {
        List<PyObject> features = new ArrayList<>();
        for (Object[] f : FEATURES) {
            features.add(PyTuple.of(PyStr.of((String) f[0]), PyInt.of((Integer) f[1])));
        }
        return new ModuleBuilder("pyexpat")
                .doc("Python wrapper for Expat parser.")
                .constant("ExpatError", ERROR)
                .constant("error", ERROR)
                .constant("XMLParserType", PyXmlParser.TYPE)
                .constant("EXPAT_VERSION", PyStr.of("expat_2.7.1"))
                .constant("version_info", PyTuple.of(PyInt.of(2), PyInt.of(7), PyInt.of(1)))
                .constant("native_encoding", PyStr.of("UTF-8"))
                .constant("features", PyList.of(features.toArray(new PyObject[0])))
                .constant("XML_PARAM_ENTITY_PARSING_NEVER", PyInt.of(0))
                .constant("XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", PyInt.of(1))
                .constant("XML_PARAM_ENTITY_PARSING_ALWAYS", PyInt.of(2))
                .constant("errors", submodule(x, errors()))
                .constant("model", submodule(x, model()))
                .function(
                        "ParserCreate(encoding=None, namespace_separator=None, intern=<unset>)",
                        ExpatModule::parserCreate)
                .function("ErrorString(code: index, /)", ExpatModule::errorString)
                .build();
    }

    /** @return whether the type is one of these */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "xml.parsers.expat.ExpatError" -> {}
            case "pyexpat.xmlparser" -> ParserType.define(b.of(PyXmlParser.class));
            case "pyexpat._dtd" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private static PyModule submodule(Execution x, PyModule m) {
        x.machine.modules.put(m.namespace().get("__name__").toString(), m);
        return m;
    }

    private static PyModule errors() {
        ModuleBuilder b = new ModuleBuilder("pyexpat.errors").doc("Constants used to describe error conditions.");
        PyDict codes = new PyDict();
        PyDict messages = new PyDict();
        for (XmlError e : XmlError.values()) {
            if (e == XmlError.NOT_STARTED) {
                continue;
            }
            PyStr message = PyStr.of(e.message);
            b.constant("XML_ERROR_" + e.name(), message);
            codes.put(message, PyInt.of(e.code()));
            messages.putPlain(PyInt.of(e.code()), message);
        }
        return b.constant("codes", codes).constant("messages", messages).build();
    }

    private static PyModule model() {
        ModuleBuilder b =
                new ModuleBuilder("pyexpat.model").doc("Constants used to interpret content model information.");
        for (int i = 0; i < CONTENT_TYPES.length; i++) {
            b.constant("XML_CTYPE_" + CONTENT_TYPES[i], PyInt.of(i + 1));
        }
        for (int i = 0; i < QUANTIFIERS.length; i++) {
            b.constant("XML_CQUANT_" + QUANTIFIERS[i], PyInt.of(i));
        }
        return b.build();
    }

    private static PyObject errorString(PyObject code) {
        int n = Values.toInt(code);
        XmlError[] all = XmlError.values();
        return n < 1 || n > all.length ? PySingleton.NONE : PyStr.of(all[n - 1].message);
    }

    private static String textOrNull(PyObject o, String name) {
        if (o == PySingleton.NONE) {
            return null;
        }
        String s = Values.textOrNull(o);
        if (s == null) {
            throw Errors.typeError(
                    "ParserCreate() argument '%s' must be str or None, not %s",
                    name, o.type().name());
        }
        return s;
    }

    private static PyObject parserCreate(PyObject encoding, PyObject separator, PyObject intern) {
        String name = textOrNull(encoding, "encoding");
        String between = textOrNull(separator, "namespace_separator");
        if (between != null && between.length() > 1) {
            throw Errors.valueError("namespace_separator must be at most one character, omitted, or None");
        }
        PyObject names = intern == null ? new PyDict() : intern;
        if (names != PySingleton.NONE && !(Values.payload(names) instanceof PyDict)) {
            throw Errors.typeError("intern must be a dictionary");
        }
        char c = between == null || between.isEmpty() ? 0 : between.charAt(0);
        return new PyXmlParser(XmlParser.of(name, between != null, c), names);
    }

    /** The exception for an error, with where it was found. */
    static PyException error(XmlError e, XmlParser p) {
        long line = p.line();
        long column = p.column();
        String text = e.message + ": line " + line + ", column " + column;
        PyException raised = Errors.of(ERROR, PyStr.of(text));
        raised.value.setField(PyStr.of("code"), PyInt.of(e.code()));
        raised.value.setField(PyStr.of("offset"), PyInt.of(column));
        raised.value.setField(PyStr.of("lineno"), PyInt.of(line));
        return raised;
    }
}
