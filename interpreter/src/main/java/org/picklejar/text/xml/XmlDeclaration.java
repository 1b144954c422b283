package org.picklejar.text.xml;

import org.picklejar.text.xml.XmlEvent.Kind;
import org.picklejar.text.xml.XmlParser.Source;

/** Reads {@code <?xml version="1.0" ...?>}. */
final class XmlDeclaration {
    private static final int BEFORE = 5;

    private final char[] t;
    private final int end;
    private final XmlParser p;
    private XmlError error;
    private int at = BEFORE;
    private int nameAt;
    private int valueAt;
    private String value;

    XmlDeclaration(char[] text, int end, XmlParser parser) {
        t = text;
        this.end = end - 2;
        p = parser;
    }

    private XmlException wrong(int place) {
        return new XmlException(error, place);
    }

    private void skipSpace() {
        while (at < end && XmlCharacters.isSpace(t[at])) {
            at++;
        }
    }

    /** The name of the next part, null at the end. */
    private String next() {
        int from = at;
        skipSpace();
        if (at == end) {
            return null;
        }
        if (at == from) {
            throw wrong(at);
        }
        nameAt = at;
        while (at < end && t[at] != '=' && !XmlCharacters.isSpace(t[at])) {
            at++;
        }
        String name = new String(t, nameAt, at - nameAt);
        skipSpace();
        if (at == end || t[at] != '=') {
            throw wrong(at);
        }
        at++;
        skipSpace();
        if (at == end || t[at] != '"' && t[at] != '\'') {
            throw wrong(at);
        }
        char quote = t[at++];
        valueAt = at;
        while (at < end && t[at] != quote) {
            boolean right = t[at] < 0x80 && Character.isLetterOrDigit(t[at]) || "-._".indexOf(t[at]) >= 0;
            if (!right) {
                throw wrong(at);
            }
            at++;
        }
        if (at == end) {
            throw wrong(at);
        }
        value = new String(t, valueAt, at - valueAt);
        at++;
        return name;
    }

    /** Of a document. The token has been taken. */
    void document(Source s, int from) {
        error = XmlError.XML_DECL;
        at = from + BEFORE;
        String name = next();
        if (name == null) {
            throw wrong(at);
        }
        read(s, from, name, false);
    }

    /** Of an external entity. */
    void text(Source s, int to) {
        error = XmlError.TEXT_DECL;
        int from = to;
        while (t[from] != '<') {
            from--;
        }
        at = from + BEFORE;
        String name = next();
        if (name == null) {
            throw wrong(at);
        }
        read(s, from, name, true);
    }

    private void read(Source s, int from, String first, boolean isText) {
        String name = first;
        String version = null;
        String encoding = null;
        int encodingAt = 0;
        int standalone = -1;
        if (name.equals("version")) {
            version = value;
            name = next();
        } else if (!isText) {
            throw wrong(nameAt);
        }
        if (name == null && isText) {
            throw wrong(at);
        }
        if (name != null && name.equals("encoding")) {
            if (value.isEmpty() || !Character.isLetter(value.charAt(0))) {
                throw wrong(valueAt);
            }
            encoding = value;
            encodingAt = valueAt;
            name = next();
        }
        if (name != null) {
            if (isText || !name.equals("standalone")) {
                throw wrong(nameAt);
            }
            if (!value.equals("yes") && !value.equals("no")) {
                throw wrong(valueAt);
            }
            standalone = value.equals("yes") ? 1 : 0;
            if (next() != null) {
                throw wrong(nameAt);
            }
        }
        if (standalone == 1) {
            p.dtd.standalone = true;
            p.parameterParsing = p.parameterParsing == 1 ? 0 : p.parameterParsing;
        }
        if (p.has(Kind.XmlDecl)) {
            p.emit(Kind.XmlDecl, version, encoding, standalone);
        } else {
            p.emitDefault(s, from, s.at);
        }
        if (encoding != null) {
            p.declareEncoding(encoding, encodingAt);
        }
        p.settleEncoding();
    }
}
