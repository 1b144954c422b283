package org.picklejar.text.xml;

import java.util.Arrays;

/** Finds the end of the token that begins at a place of a text, and what kind it is. What is not well-formed within a token it finds too. */
final class XmlTokenizer {
    private static final String CDATA = "CDATA[";

    private final char[] t;
    private final int end;
    private final boolean namespaces;

    /** Where the token ends; where something invalid stands. */
    int next;
    /** Of a tag: for each attribute where its name begins and ends and where its value does. */
    int[] attributes = new int[16];

    int attributeCount;
    /** Where the name of a tag ends. */
    int nameEnd;

    private int at;

    /** Ends the scanning of a token. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        final XmlToken kind;

        Stop(XmlToken kind) {
            super(null, null, false, false);
            this.kind = kind;
        }
    }

    XmlTokenizer(char[] text, int end, boolean namespaces) {
        t = text;
        this.end = end;
        this.namespaces = namespaces;
    }

    private interface Scanner {
        XmlToken scan();
    }

    private XmlToken token(int from, Scanner scanner) {
        if (from >= end) {
            return XmlToken.NONE;
        }
        at = from;
        attributeCount = 0;
        try {
            XmlToken k = scanner.scan();
            next = at;
            return k;
        } catch (Stop s) {
            next = at;
            return s.kind;
        }
    }

    XmlToken content(int from) {
        return token(from, this::scanContent);
    }

    XmlToken cdata(int from) {
        return token(from, this::scanCdata);
    }

    XmlToken prolog(int from) {
        return token(from, this::scanProlog);
    }

    XmlToken ignored(int from) {
        return token(from, this::scanIgnored);
    }

    private char peek() {
        if (at >= end) {
            throw new Stop(XmlToken.PARTIAL);
        }
        return t[at];
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new Stop(XmlToken.INVALID);
        }
        at++;
    }

    private boolean hasName() {
        return XmlCharacters.isName(peek());
    }

    private void nameStart() {
        if (!XmlCharacters.isNameStart(peek()) || namespaces && t[at] == ':') {
            throw new Stop(XmlToken.INVALID);
        }
        at++;
    }

    /** A name, which in a document with namespaces has at most one colon, between two parts. */
    private void name() {
        nameStart();
        boolean colon = false;
        while (hasName()) {
            if (namespaces && t[at] == ':') {
                if (colon) {
                    throw new Stop(XmlToken.INVALID);
                }
                colon = true;
                at++;
                nameStart();
            } else {
                at++;
            }
        }
    }

    private boolean skipSpace() {
        boolean some = false;
        while (XmlCharacters.isSpace(peek())) {
            at++;
            some = true;
        }
        return some;
    }

    private void allowed() {
        if (!XmlCharacters.isAllowed(peek())) {
            throw new Stop(XmlToken.INVALID);
        }
        at++;
    }

    // ---- content

    private XmlToken scanContent() {
        switch (t[at]) {
            case '<' -> {
                at++;
                return tag();
            }
            case '&' -> {
                at++;
                return reference();
            }
            case '\n', '\r' -> {
                return newline(XmlToken.TRAILING_RETURN);
            }
            case ']' -> {
                int first = at++;
                if (at == end) {
                    return XmlToken.TRAILING_BRACKET;
                }
                if (t[at] == ']') {
                    at++;
                    if (at == end) {
                        return XmlToken.TRAILING_BRACKET;
                    }
                    if (t[at] == '>') {
                        throw new Stop(XmlToken.INVALID);
                    }
                    at = first + 1;
                }
            }
            default -> allowed();
        }
        return data();
    }

    private XmlToken data() {
        for (; at < end; at++) {
            char c = t[at];
            if (c == '&' || c == '<' || c == '\n' || c == '\r' || !XmlCharacters.isAllowed(c)) {
                break;
            }
            if (c == ']') {
                if (end - at < 3) {
                    break;
                }
                if (t[at + 1] == ']' && t[at + 2] == '>') {
                    at += 2;
                    throw new Stop(XmlToken.INVALID);
                }
            }
        }
        return XmlToken.DATA;
    }

    private XmlToken newline(XmlToken trailing) {
        if (t[at++] == '\r') {
            if (at == end) {
                return trailing;
            }
            if (t[at] == '\n') {
                at++;
            }
        }
        return XmlToken.NEWLINE;
    }

    private XmlToken scanCdata() {
        switch (t[at]) {
            case ']' -> {
                at++;
                if (peek() == ']') {
                    at++;
                    if (peek() == '>') {
                        at++;
                        return XmlToken.CDATA_CLOSE;
                    }
                    at--;
                }
            }
            case '\n', '\r' -> {
                return newline(XmlToken.PARTIAL);
            }
            default -> allowed();
        }
        while (at < end && t[at] != ']' && t[at] != '\n' && t[at] != '\r' && XmlCharacters.isAllowed(t[at])) {
            at++;
        }
        return XmlToken.DATA;
    }

    private XmlToken tag() {
        switch (peek()) {
            case '!' -> {
                at++;
                if (peek() == '-') {
                    at++;
                    return comment();
                }
                expect('[');
                for (int i = 0; i < CDATA.length(); i++) {
                    expect(CDATA.charAt(i));
                }
                return XmlToken.CDATA_OPEN;
            }
            case '?' -> {
                at++;
                return instruction();
            }
            case '/' -> {
                at++;
                name();
                nameEnd = at;
                skipSpace();
                expect('>');
                return XmlToken.END_TAG;
            }
            default -> {
                name();
                nameEnd = at;
                return startTag();
            }
        }
    }

    private XmlToken startTag() {
        while (true) {
            boolean space = skipSpace();
            char c = t[at];
            if (c == '>') {
                at++;
                return XmlToken.START_TAG;
            }
            if (c == '/') {
                at++;
                expect('>');
                return XmlToken.EMPTY_ELEMENT;
            }
            if (!space) {
                throw new Stop(XmlToken.INVALID);
            }
            attribute();
        }
    }

    private void attribute() {
        int place = 4 * attributeCount;
        if (place == attributes.length) {
            attributes = Arrays.copyOf(attributes, 2 * place);
        }
        attributes[place] = at;
        name();
        attributes[place + 1] = at;
        skipSpace();
        expect('=');
        skipSpace();
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            throw new Stop(XmlToken.INVALID);
        }
        at++;
        attributes[place + 2] = at;
        while (peek() != quote) {
            char c = t[at];
            if (c == '<') {
                throw new Stop(XmlToken.INVALID);
            }
            if (c == '&') {
                at++;
                reference();
            } else {
                allowed();
            }
        }
        attributes[place + 3] = at++;
        attributeCount++;
        char c = peek();
        if (c != '>' && c != '/' && !XmlCharacters.isSpace(c)) {
            throw new Stop(XmlToken.INVALID);
        }
    }

    /** Behind an ampersand. */
    private XmlToken reference() {
        if (peek() == '#') {
            at++;
            boolean hex = peek() == 'x';
            if (hex) {
                at++;
            }
            do {
                if (Character.digit(peek(), hex ? 16 : 10) < 0 || t[at] > 0x7F) {
                    throw new Stop(XmlToken.INVALID);
                }
                at++;
            } while (peek() != ';');
            at++;
            return XmlToken.CHAR_REF;
        }
        name();
        expect(';');
        return XmlToken.ENTITY_REF;
    }

    private XmlToken comment() {
        expect('-');
        while (true) {
            if (peek() == '-') {
                at++;
                if (peek() == '-') {
                    at++;
                    expect('>');
                    return XmlToken.COMMENT;
                }
            } else {
                allowed();
            }
        }
    }

    private XmlToken instruction() {
        int from = at;
        nameStart();
        while (hasName()) {
            if (namespaces && t[at] == ':') {
                throw new Stop(XmlToken.INVALID);
            }
            at++;
        }
        String target = new String(t, from, at - from);
        XmlToken kind = target.equals("xml") ? XmlToken.XML_DECL : XmlToken.PI;
        if (kind == XmlToken.PI && target.equalsIgnoreCase("xml")) {
            throw new Stop(XmlToken.INVALID);
        }
        if (t[at] == '?') {
            at++;
            expect('>');
            return kind;
        }
        if (!XmlCharacters.isSpace(t[at])) {
            throw new Stop(XmlToken.INVALID);
        }
        while (true) {
            if (peek() == '?') {
                at++;
                if (peek() == '>') {
                    at++;
                    return kind;
                }
            } else {
                allowed();
            }
        }
    }

    // ---- prolog

    private XmlToken scanProlog() {
        char c = t[at];
        switch (c) {
            case '"', '\'' -> {
                at++;
                while (peek() != c) {
                    allowed();
                }
                at++;
                // At the end of the text it may be followed by anything.
                if (at < end && !XmlCharacters.isSpace(t[at]) && t[at] != '>' && t[at] != '%' && t[at] != '[') {
                    throw new Stop(XmlToken.INVALID);
                }
                if (at == end) {
                    throw new Stop(XmlToken.PARTIAL);
                }
                return XmlToken.LITERAL;
            }
            case '<' -> {
                return declaration();
            }
            case ' ', '\t', '\n', '\r' -> {
                while (at < end && XmlCharacters.isSpace(t[at])) {
                    // What follows a return may belong to it.
                    if (t[at] == '\r' && at + 1 == end) {
                        if (at == 0 || !XmlCharacters.isSpace(t[at - 1])) {
                            throw new Stop(XmlToken.PARTIAL);
                        }
                        break;
                    }
                    at++;
                }
                return XmlToken.SPACE;
            }
            case '%' -> {
                at++;
                char d = peek();
                if (XmlCharacters.isSpace(d) || d == '%') {
                    return XmlToken.PERCENT;
                }
                name();
                expect(';');
                return XmlToken.PARAM_ENTITY_REF;
            }
            case ']' -> {
                at++;
                if (peek() == ']') {
                    if (at + 1 >= end) {
                        throw new Stop(XmlToken.PARTIAL);
                    }
                    if (t[at + 1] == '>') {
                        at += 2;
                        return XmlToken.CONDITION_CLOSE;
                    }
                }
                return XmlToken.CLOSE_BRACKET;
            }
            case ')' -> {
                at++;
                return closing();
            }
            case '#' -> {
                at++;
                nameStart();
                while (hasName()) {
                    at++;
                }
                delimiter("|,>%)");
                return XmlToken.POUND_NAME;
            }
            default -> {
                XmlToken single = XmlToken.single(c);
                if (single != null) {
                    at++;
                    return single;
                }
                return nameToken();
            }
        }
    }

    private XmlToken closing() {
        char c = peek();
        XmlToken k = c == '*'
                ? XmlToken.CLOSE_PAREN_ASTERISK
                : c == '?' ? XmlToken.CLOSE_PAREN_QUESTION : c == '+' ? XmlToken.CLOSE_PAREN_PLUS : null;
        if (k != null) {
            at++;
            return k;
        }
        if (!XmlCharacters.isSpace(c) && ">,|)".indexOf(c) < 0) {
            throw new Stop(XmlToken.INVALID);
        }
        return XmlToken.CLOSE_PAREN;
    }

    private void delimiter(String others) {
        char c = peek();
        if (!XmlCharacters.isSpace(c) && others.indexOf(c) < 0) {
            throw new Stop(XmlToken.INVALID);
        }
    }

    private XmlToken nameToken() {
        XmlToken kind =
                XmlCharacters.isNameStart(peek()) && !(namespaces && t[at] == ':') ? XmlToken.NAME : XmlToken.NMTOKEN;
        if (kind == XmlToken.NMTOKEN && !hasName()) {
            throw new Stop(XmlToken.INVALID);
        }
        boolean colon = false;
        while (hasName()) {
            if (namespaces && t[at] == ':' && kind == XmlToken.NAME) {
                if (colon || at + 1 < end && !XmlCharacters.isNameStart(t[at + 1])) {
                    kind = XmlToken.NMTOKEN;
                }
                colon = true;
            }
            at++;
        }
        char c = t[at];
        if (c == '?' || c == '*' || c == '+') {
            if (kind == XmlToken.NMTOKEN) {
                throw new Stop(XmlToken.INVALID);
            }
            at++;
            return c == '?' ? XmlToken.NAME_QUESTION : c == '*' ? XmlToken.NAME_ASTERISK : XmlToken.NAME_PLUS;
        }
        delimiter(">),|[%");
        return colon && kind == XmlToken.NAME ? XmlToken.PREFIXED_NAME : kind;
    }

    private XmlToken declaration() {
        at++;
        char c = peek();
        if (c == '!') {
            at++;
            return markup();
        }
        if (c == '?') {
            at++;
            return instruction();
        }
        if (c == '/' || !XmlCharacters.isNameStart(peek())) {
            throw new Stop(XmlToken.INVALID);
        }
        at--;
        return XmlToken.INSTANCE_START;
    }

    private XmlToken markup() {
        char c = peek();
        if (c == '-') {
            at++;
            return comment();
        }
        if (c == '[') {
            at++;
            return XmlToken.CONDITION_OPEN;
        }
        if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
            throw new Stop(XmlToken.INVALID);
        }
        while (true) {
            c = peek();
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_') {
                at++;
            } else if (XmlCharacters.isSpace(c)) {
                return XmlToken.DECL_OPEN;
            } else if (c == '%') {
                if (at + 1 >= end) {
                    throw new Stop(XmlToken.PARTIAL);
                }
                if (XmlCharacters.isSpace(t[at + 1]) || t[at + 1] == '%') {
                    throw new Stop(XmlToken.INVALID);
                }
                return XmlToken.DECL_OPEN;
            } else {
                throw new Stop(XmlToken.INVALID);
            }
        }
    }

    private XmlToken scanIgnored() {
        int level = 0;
        while (true) {
            char c = peek();
            if (c == '<' || c == ']') {
                if (at + 2 >= end) {
                    throw new Stop(XmlToken.PARTIAL);
                }
                if (c == '<' && t[at + 1] == '!' && t[at + 2] == '[') {
                    level++;
                    at += 3;
                    continue;
                }
                if (c == ']' && t[at + 1] == ']' && t[at + 2] == '>') {
                    at += 3;
                    if (level-- == 0) {
                        return XmlToken.NONE;
                    }
                    continue;
                }
            }
            allowed();
        }
    }
}
