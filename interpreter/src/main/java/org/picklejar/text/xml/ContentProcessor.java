package org.picklejar.text.xml;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.picklejar.text.xml.XmlEvent.Kind;
import org.picklejar.text.xml.XmlParser.After;
import org.picklejar.text.xml.XmlParser.Mode;
import org.picklejar.text.xml.XmlParser.Source;

/** Elements and text. */
final class ContentProcessor implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * An open element.
     *
     * @param raw its name as it stands in the document
     * @param bindings the prefixes that it declares
     */
    private record Tag(String raw, String name, List<String> bindings) implements Serializable {}

    private final XmlParser p;
    private final Namespaces names;
    private final List<Tag> tags = new ArrayList<>();
    /** Elements that are open outside of an external entity count for one. */
    private final int outer;

    private boolean textDeclPossible;

    ContentProcessor(XmlParser parser) {
        p = parser;
        names = new Namespaces(parser);
        outer = parser.isExternal && !parser.isParameterEntity ? 1 : 0;
        textDeclPossible = outer == 1;
    }

    int tagLevel() {
        return outer + tags.size();
    }

    /** What an external entity has to know: the prefixes that are bound and the entities that are open. */
    private String context() {
        List<String> parts = names.context();
        parts.addAll(p.openEntities());
        return String.join("\f", parts);
    }

    void setContext(String context) {
        for (String part : context.split("\f")) {
            int equals = part.indexOf('=');
            if (equals >= 0) {
                names.set(part.substring(0, equals), part.substring(equals + 1));
            } else if (p.dtd.entities.get(part) != null) {
                p.dtd.entities.get(part).open = true;
            }
        }
    }

    private XmlTokenizer tokenizer(Source s) {
        return new XmlTokenizer(s.text, s.end, p.namespaces);
    }

    /** Handles one token. False when there is none without more input. */
    boolean step(Source s) {
        p.beginToken(s);
        XmlTokenizer t = tokenizer(s);
        XmlToken k = t.content(s.at);
        if (textDeclPossible && k != XmlToken.PARTIAL && k != XmlToken.NONE) {
            if (s.text[s.at] == '\uFEFF') {
                s.at++;
                return true;
            }
            textDeclPossible = false;
            if (k == XmlToken.XML_DECL) {
                s.at = t.next;
                new XmlDeclaration(s.text, t.next, p).text(s, t.next - 1);
                return true;
            }
            p.settleEncoding();
        }
        int from = s.at;
        switch (k) {
            case NONE -> {
                return endOfText(s);
            }
            case INVALID -> throw new XmlException(XmlError.INVALID_TOKEN, t.next);
            case PARTIAL -> {
                return partial(s);
            }
            case TRAILING_RETURN, TRAILING_BRACKET -> {
                if (p.hasMore(s)) {
                    return false;
                }
                s.at = s.end;
                text(s, from, k == XmlToken.TRAILING_RETURN ? "\n" : s.text(from, s.end));
                return true;
            }
            case XML_DECL -> throw new XmlException(XmlError.MISPLACED_XML_PI);
            default -> {
                s.at = t.next;
                token(s, from, k, t);
                return true;
            }
        }
    }

    private boolean partial(Source s) {
        if (p.hasMore(s)) {
            return false;
        }
        throw new XmlException(XmlError.UNCLOSED_TOKEN);
    }

    private boolean endOfText(Source s) {
        if (s.entity != null) {
            if (s.tagLevel != tagLevel()) {
                throw new XmlException(XmlError.ASYNC_ENTITY);
            }
            p.closeEntity();
            return true;
        }
        if (p.hasMore(s)) {
            return false;
        }
        p.checkRest();
        if (outer == 0) {
            throw new XmlException(XmlError.NO_ELEMENTS);
        }
        if (!tags.isEmpty()) {
            throw new XmlException(XmlError.ASYNC_ENTITY);
        }
        return false;
    }

    private void token(Source s, int from, XmlToken k, XmlTokenizer t) {
        switch (k) {
            case DATA -> text(s, from, s.text(from, s.at));
            case NEWLINE -> text(s, from, "\n");
            case CHAR_REF -> {
                int c = Values.character(s.text(from, s.at));
                text(s, from, Character.toString(c));
            }
            case ENTITY_REF -> entity(s, from);
            case START_TAG, EMPTY_ELEMENT -> start(s, from, k == XmlToken.EMPTY_ELEMENT, t);
            case END_TAG -> end(s, from, s.text(from + 2, t.nameEnd));
            case CDATA_OPEN -> {
                if (p.has(Kind.StartCdataSection)) {
                    p.emit(Kind.StartCdataSection);
                } else {
                    p.emitDefault(s, from, s.at);
                }
                p.mode = Mode.CDATA;
            }
            case PI -> instruction(s, from);
            case COMMENT -> comment(s, from);
            default -> throw new IllegalStateException(k.name());
        }
    }

    boolean stepCdata(Source s) {
        p.beginToken(s);
        XmlTokenizer t = tokenizer(s);
        int from = s.at;
        XmlToken k = t.cdata(from);
        switch (k) {
            case NONE, PARTIAL -> {
                if (p.hasMore(s)) {
                    return false;
                }
                if (k == XmlToken.NONE) {
                    p.checkRest();
                }
                throw new XmlException(XmlError.UNCLOSED_CDATA_SECTION);
            }
            case INVALID -> throw new XmlException(XmlError.INVALID_TOKEN, t.next);
            case CDATA_CLOSE -> {
                s.at = t.next;
                if (p.has(Kind.EndCdataSection)) {
                    p.emit(Kind.EndCdataSection);
                } else {
                    p.emitDefault(s, from, s.at);
                }
                p.mode = Mode.CONTENT;
            }
            default -> {
                s.at = t.next;
                text(s, from, k == XmlToken.NEWLINE ? "\n" : s.text(from, s.at));
            }
        }
        return true;
    }

    private void text(Source s, int from, String text) {
        if (p.has(Kind.CharacterData)) {
            int most = p.mostText();
            int at = 0;
            while (Values.sizeAtMost(text, at, most) < text.length()) {
                int end = Values.sizeAtMost(text, at, most);
                p.emitAt(s, from + at, Kind.CharacterData, text.substring(at, end));
                at = end;
            }
            p.emitAt(s, from + at, Kind.CharacterData, text.substring(at));
        } else {
            p.emitDefault(s, from, s.at);
        }
    }

    void instruction(Source s, int from) {
        if (!p.has(Kind.ProcessingInstruction)) {
            p.emitDefault(s, from, s.at);
            return;
        }
        int nameEnd = from + 2;
        while (!XmlCharacters.isSpace(s.text[nameEnd]) && s.text[nameEnd] != '?') {
            nameEnd++;
        }
        int data = nameEnd;
        while (XmlCharacters.isSpace(s.text[data])) {
            data++;
        }
        p.emit(Kind.ProcessingInstruction, s.text(from + 2, nameEnd), Values.withNewlines(s.text(data, s.at - 2)));
    }

    void comment(Source s, int from) {
        if (p.has(Kind.Comment)) {
            p.emit(Kind.Comment, Values.withNewlines(s.text(from + 4, s.at - 3)));
        } else {
            p.emitDefault(s, from, s.at);
        }
    }

    private void entity(Source s, int from) {
        String name = s.text(from + 1, s.at - 1);
        char c = XmlCharacters.predefined(name);
        if (c != 0) {
            text(s, from, String.valueOf(c));
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
            skipped(s, from, name);
            return;
        }
        if (e.open) {
            throw new XmlException(XmlError.RECURSIVE_ENTITY_REF);
        }
        if (e.notation != null) {
            throw new XmlException(XmlError.BINARY_ENTITY_REF);
        }
        if (e.text != null) {
            if (p.expandsEntities()) {
                p.open(e, e.text);
            } else {
                skipped(s, from, name);
            }
        } else if (p.has(Kind.ExternalEntityRef)) {
            e.open = true;
            String context = context();
            e.open = false;
            p.ask(After.ENTITY, Kind.ExternalEntityRef, context, e.base, e.systemId, e.publicId);
        } else {
            p.emitDefault(s, from, s.at);
        }
    }

    private void skipped(Source s, int from, String name) {
        if (p.has(Kind.SkippedEntity)) {
            p.emit(Kind.SkippedEntity, name, 0);
        } else {
            p.emitDefault(s, from, s.at);
        }
    }

    // ---- tags

    private void start(Source s, int from, boolean isEmpty, XmlTokenizer t) {
        String raw = s.text(from + 1, t.nameEnd);
        List<String> bound = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        int specified;
        String name;
        try {
            specified = attributes(s, t, raw, bound, attributes);
            names.expand(attributes);
            name = names.element(raw);
        } catch (XmlException e) {
            if (isEmpty) {
                names.unbind(bound, null);
            }
            throw e;
        }
        boolean handled = false;
        if (p.has(Kind.StartElement)) {
            handled = true;
            p.emit(Kind.StartElement, name, attributes.toArray(new String[0]), specified);
        }
        if (!isEmpty) {
            if (!handled) {
                p.emitDefault(s, from, s.at);
            }
            tags.add(new Tag(raw, name, bound));
            return;
        }
        if (p.has(Kind.EndElement)) {
            p.emitAt(s, s.at, Kind.EndElement, name);
            handled = true;
        }
        if (!handled) {
            p.emitDefault(s, from, s.at);
        }
        names.unbind(bound, s);
        if (tagLevel() == 0) {
            p.mode = Mode.EPILOG;
        }
    }

    private void end(Source s, int from, String raw) {
        if (tagLevel() == s.tagLevel || tags.isEmpty()) {
            throw new XmlException(XmlError.ASYNC_ENTITY);
        }
        Tag tag = tags.remove(tags.size() - 1);
        if (!tag.raw.equals(raw)) {
            throw new XmlException(XmlError.TAG_MISMATCH, from + 2);
        }
        if (p.has(Kind.EndElement)) {
            p.emit(Kind.EndElement, tag.name);
        } else {
            p.emitDefault(s, from, s.at);
        }
        names.unbind(tag.bindings, null);
        if (tagLevel() == 0) {
            p.mode = Mode.EPILOG;
        }
    }

    /** Collects names and values, with the defaults of the DTD, and binds prefixes. Returns how many of the list are in the document. */
    private int attributes(Source s, XmlTokenizer t, String element, List<String> bound, List<String> into) {
        Map<String, Dtd.Attribute> declared = p.dtd.attributes.getOrDefault(element, Map.of());
        Set<String> seen = t.attributeCount > 1 || !declared.isEmpty() ? new HashSet<>() : null;
        for (int i = 0; i < 4 * t.attributeCount; i += 4) {
            int[] a = t.attributes;
            String name = s.text(a[i], a[i + 1]);
            if (seen != null && !seen.add(name)) {
                throw new XmlException(XmlError.DUPLICATE_ATTRIBUTE, a[i]);
            }
            Dtd.Attribute d = declared.get(name);
            String value = Values.attribute(p, s.text, a[i + 2], a[i + 3], d == null || d.isText());
            add(name, value, bound, into);
        }
        int specified = into.size();
        for (Dtd.Attribute d : declared.values()) {
            if (d.value() != null && !seen.contains(d.name())) {
                add(d.name(), d.value(), bound, into);
            }
        }
        return specified;
    }

    private void add(String name, String value, List<String> bound, List<String> into) {
        String prefix = names.declared(name);
        if (prefix == null) {
            into.add(name);
            into.add(value);
        } else {
            names.bind(prefix, value, bound);
        }
    }
}
