package org.picklejar.text.xml;

/** The values of attributes and entities. */
final class Values {
    private Values() {}

    /** The text with each end of a line as a newline. */
    static String withNewlines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Where a piece ends that begins at a place and has so many bytes in UTF-8 at most. */
    static int sizeAtMost(String text, int from, int bytes) {
        if (bytes >= 3L * (text.length() - from)) {
            return text.length();
        }
        int left = bytes;
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(c);
            left -= c < 0x80 ? 1 : c < 0x800 ? 2 : isPair ? 4 : 3;
            if (left < 0) {
                break;
            }
            i += isPair ? 2 : 1;
        }
        return i;
    }

    /** The character that a reference by number names. */
    static int character(String reference) {
        boolean hex = reference.charAt(2) == 'x';
        int n = 0;
        for (int i = hex ? 3 : 2; i < reference.length() - 1; i++) {
            n = n * (hex ? 16 : 10) + Character.digit(reference.charAt(i), 16);
            if (n > 0x10FFFF) {
                throw new XmlException(XmlError.BAD_CHAR_REF);
            }
        }
        if (!XmlCharacters.isReference(n)) {
            throw new XmlException(XmlError.BAD_CHAR_REF);
        }
        return n;
    }

    /** The value of an attribute.
     * @param isText whether spaces stay; else it consists of tokens with one between them */
    static String attribute(XmlParser p, char[] t, int from, int to, boolean isText) {
        return attribute(p, t, from, to, isText, false);
    }

    /** @param unchecked whether no tokenizer has looked at it, as at a default in a DTD */
    static String attribute(XmlParser p, char[] t, int from, int to, boolean isText, boolean unchecked) {
        StringBuilder out = new StringBuilder(to - from);
        append(p, t, from, to, isText, out, unchecked);
        if (!isText && !out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static void append(
            XmlParser p, char[] t, int from, int to, boolean isText, StringBuilder out, boolean inEntity) {
        for (int i = from; i < to; ) {
            char c = t[i];
            if (c == '&') {
                int end = i + 1;
                while (end < to && t[end] != ';') {
                    end++;
                }
                if (inEntity && (end == to || new XmlTokenizer(t, to, p.namespaces).content(i) == XmlToken.INVALID)) {
                    throw new XmlException(XmlError.INVALID_TOKEN);
                }
                reference(p, new String(t, i, end + 1 - i), i, isText, out, inEntity);
                i = end + 1;
                continue;
            }
            if (inEntity && c == '<') {
                throw new XmlException(XmlError.INVALID_TOKEN);
            }
            if (XmlCharacters.isSpace(c)) {
                space(isText, out);
                i += c == '\r' && i + 1 < to && t[i + 1] == '\n' ? 2 : 1;
            } else {
                out.append(c);
                i++;
            }
        }
    }

    private static void space(boolean isText, StringBuilder out) {
        if (isText || !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static void reference(
            XmlParser p, String text, int at, boolean isText, StringBuilder out, boolean inEntity) {
        int place = inEntity ? -1 : at;
        if (text.charAt(1) == '#') {
            int c;
            try {
                c = character(text);
            } catch (XmlException e) {
                throw new XmlException(e.error, place);
            }
            if (c == ' ') {
                space(isText, out);
            } else {
                out.appendCodePoint(c);
            }
            return;
        }
        String name = text.substring(1, text.length() - 1);
        char c = XmlCharacters.predefined(name);
        if (c != 0) {
            out.append(c);
            return;
        }
        Dtd.Entity e = p.dtd.entities.get(name);
        if (!p.dtd.hasParameterReferences || p.dtd.standalone) {
            if (e == null) {
                throw new XmlException(XmlError.UNDEFINED_ENTITY);
            }
            if (!e.isInternal) {
                throw new XmlException(XmlError.ENTITY_DECLARED_IN_PE);
            }
        } else if (e == null) {
            return;
        }
        if (e.open) {
            throw new XmlException(XmlError.RECURSIVE_ENTITY_REF, place);
        }
        if (e.notation != null) {
            throw new XmlException(XmlError.BINARY_ENTITY_REF, place);
        }
        if (e.text == null) {
            throw new XmlException(XmlError.ATTRIBUTE_EXTERNAL_ENTITY_REF, place);
        }
        e.open = true;
        try {
            p.accountValue(e.text.length());
            char[] inner = e.text.toCharArray();
            append(p, inner, 0, inner.length, isText, out, true);
        } finally {
            e.open = false;
        }
    }

    /**
     * The text of an entity that is declared: references to characters and parameter entities are replaced.
     *
     * @return null when there is a parameter entity where there must be none; {@code out} has what stands before it then
     */
    static boolean entity(XmlParser p, char[] t, int from, int to, boolean inDocument, StringBuilder out, int[] at) {
        for (int i = from; i < to; ) {
            char c = t[i];
            at[0] = i;
            if (c == '\r') {
                out.append('\n');
                i += i + 1 < to && t[i + 1] == '\n' ? 2 : 1;
                continue;
            }
            if (c != '&' && c != '%') {
                out.append(c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < to && t[end] != ';') {
                end++;
            }
            if (end == to || !isReference(t, i + 1, end, c, p.namespaces)) {
                throw new XmlException(XmlError.INVALID_TOKEN, i);
            }
            String text = new String(t, i, end + 1 - i);
            if (c == '&') {
                if (text.charAt(1) == '#') {
                    out.appendCodePoint(character(text));
                } else {
                    out.append(text);
                }
            } else {
                if (inDocument) {
                    return false;
                }
                parameter(p, text.substring(1, text.length() - 1), out);
            }
            i = end + 1;
        }
        return true;
    }

    private static boolean isReference(char[] t, int from, int to, char kind, boolean namespaces) {
        String text = kind == '&' ? new String(t, from - 1, to + 2 - from) : "&" + new String(t, from, to - from) + ";";
        XmlTokenizer tokenizer = new XmlTokenizer(text.toCharArray(), text.length(), namespaces);
        XmlToken k = tokenizer.content(0);
        return tokenizer.next == text.length() && (k == XmlToken.ENTITY_REF || k == XmlToken.CHAR_REF && kind == '&');
    }

    private static void parameter(XmlParser p, String name, StringBuilder out) {
        Dtd.Entity e = p.dtd.parameters.get(name);
        if (e == null) {
            p.dtd.keepProcessing = p.dtd.standalone;
            return;
        }
        if (e.open) {
            throw new XmlException(XmlError.RECURSIVE_ENTITY_REF);
        }
        if (e.text == null) {
            // One from outside would have to be read within a value: it is skipped, as by parsers that do not read it.
            p.dtd.keepProcessing = p.dtd.standalone;
            return;
        }
        e.open = true;
        try {
            p.accountValue(e.text.length());
            char[] inner = e.text.toCharArray();
            entity(p, inner, 0, inner.length, false, out, new int[1]);
        } finally {
            e.open = false;
        }
    }
}
