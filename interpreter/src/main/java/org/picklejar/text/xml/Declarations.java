package org.picklejar.text.xml;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.picklejar.text.xml.PrologRoles.Role;
import org.picklejar.text.xml.XmlEvent.Kind;
import org.picklejar.text.xml.XmlParser.Source;

/** Declarations of entities, notations, attributes and elements. */
final class Declarations implements Serializable {
    private static final long serialVersionUID = 1;

    /** A group of a content model that is not closed. */
    private static final class Group implements Serializable {
        private static final long serialVersionUID = 1;
        int type = ContentModel.SEQUENCE;
        char connector;
        final ArrayList<ContentModel> children = new ArrayList<>();
    }

    private final XmlParser p;
    /** Null for one that was declared before. */
    private Dtd.Entity entity;

    private String notation;
    private String notationPublicId;
    private String element;
    private String attribute;
    private String type;
    private boolean isText;
    private boolean inElement;
    private final ArrayDeque<Group> groups = new ArrayDeque<>();

    Declarations(XmlParser parser) {
        p = parser;
    }

    /** Returns whether the token is for the default handler. */
    boolean handle(Role role, XmlToken k, String text, Source s, int from) {
        return switch (role) {
            case GENERAL_ENTITY_NAME,
                    PARAM_ENTITY_NAME,
                    ENTITY_NONE,
                    ENTITY_VALUE,
                    ENTITY_SYSTEM_ID,
                    ENTITY_PUBLIC_ID,
                    ENTITY_COMPLETE,
                    ENTITY_NOTATION_NAME -> !entity(role, text, s, from);
            case NOTATION_NONE, NOTATION_NAME, NOTATION_SYSTEM_ID, NOTATION_NO_SYSTEM_ID, NOTATION_PUBLIC_ID ->
                !notation(role, text, from);
            case ELEMENT_NONE,
                    ELEMENT_NAME,
                    CONTENT_ANY,
                    CONTENT_EMPTY,
                    CONTENT_PCDATA,
                    GROUP_OPEN,
                    GROUP_CLOSE,
                    GROUP_CHOICE,
                    GROUP_SEQUENCE,
                    CONTENT_ELEMENT -> !element(role, k, text);
            default -> !attlist(role, text, s, from);
        };
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    // ---- entities

    private boolean entity(Role role, String text, Source s, int from) {
        Dtd dtd = p.dtd;
        boolean handled = p.has(Kind.EntityDecl);
        switch (role) {
            case GENERAL_ENTITY_NAME, PARAM_ENTITY_NAME -> {
                entity = null;
                boolean isParameter = role == Role.PARAM_ENTITY_NAME;
                Map<String, Dtd.Entity> known = isParameter ? dtd.parameters : dtd.entities;
                boolean isPredefined = !isParameter && XmlCharacters.predefined(text) != 0;
                if (dtd.keepProcessing && !isPredefined && !known.containsKey(text)) {
                    boolean isInternal = !p.isExternal && p.source().entity == null;
                    entity = new Dtd.Entity(text, isParameter, isInternal);
                    known.put(text, entity);
                }
                return entity != null && handled;
            }
            case ENTITY_VALUE -> {
                if (dtd.keepProcessing) {
                    value(s, from, text.length());
                }
            }
            case ENTITY_SYSTEM_ID -> {
                if (dtd.keepProcessing && entity != null) {
                    entity.systemId = unquoted(text);
                    entity.base = p.base;
                }
            }
            case ENTITY_PUBLIC_ID -> {
                String id = PrologProcessor.publicId(text, from);
                if (dtd.keepProcessing && entity != null) {
                    entity.publicId = id;
                }
            }
            case ENTITY_COMPLETE -> {
                if (dtd.keepProcessing && entity != null && handled) {
                    declared(null);
                }
            }
            case ENTITY_NOTATION_NAME -> {
                if (dtd.keepProcessing && entity != null) {
                    entity.notation = text;
                    if (p.has(Kind.UnparsedEntityDecl)) {
                        p.emit(
                                Kind.UnparsedEntityDecl,
                                entity.name,
                                entity.base,
                                entity.systemId,
                                entity.publicId,
                                text);
                        return true;
                    }
                    if (handled) {
                        declared(null);
                    }
                }
            }
            default -> {}
        }
        return dtd.keepProcessing && handled;
    }

    private void declared(String value) {
        p.emit(
                Kind.EntityDecl,
                entity.name,
                entity.isParameter ? 1 : 0,
                value,
                entity.base,
                entity.systemId,
                entity.publicId,
                entity.notation);
    }

    private void value(Source s, int from, int size) {
        StringBuilder out = new StringBuilder();
        int[] at = new int[1];
        boolean inDocument = !p.isExternal && s.entity == null;
        boolean complete = Values.entity(p, s.text, from + 1, from + size - 1, inDocument, out, at);
        if (entity != null) {
            entity.text = out.toString();
            if (p.has(Kind.EntityDecl)) {
                String base = entity.base;
                p.emitAt(
                        s,
                        complete ? from : at[0],
                        Kind.EntityDecl,
                        entity.name,
                        entity.isParameter ? 1 : 0,
                        entity.text,
                        base == null ? p.base : base,
                        null,
                        null,
                        null);
            }
        }
        if (!complete) {
            throw new XmlException(XmlError.PARAM_ENTITY_REF, at[0]);
        }
    }

    // ---- notations

    private boolean notation(Role role, String text, int from) {
        boolean handled = p.has(Kind.NotationDecl);
        switch (role) {
            case NOTATION_NAME -> {
                notation = text;
                notationPublicId = null;
            }
            case NOTATION_PUBLIC_ID -> notationPublicId = PrologProcessor.publicId(text, from);
            case NOTATION_SYSTEM_ID -> {
                if (handled) {
                    p.emit(Kind.NotationDecl, notation, p.base, unquoted(text), notationPublicId);
                }
            }
            case NOTATION_NO_SYSTEM_ID -> {
                if (handled) {
                    p.emit(Kind.NotationDecl, notation, p.base, null, notationPublicId);
                }
            }
            default -> {}
        }
        return handled;
    }

    // ---- attributes

    private boolean attlist(Role role, String text, Source s, int from) {
        boolean keeps = p.dtd.keepProcessing;
        switch (role) {
            case ATTLIST_ELEMENT_NAME -> element = text;
            case ATTRIBUTE_NAME -> {
                attribute = text;
                type = null;
                isText = false;
            }
            case ATTRIBUTE_TYPE -> {
                type = text;
                isText = text.equals("CDATA");
            }
            case ATTRIBUTE_ENUM_VALUE -> type = (type == null ? "(" : type + "|") + text;
            case ATTRIBUTE_NOTATION_VALUE -> type = (type == null ? "NOTATION(" : type + "|") + text;
            case IMPLIED_VALUE, REQUIRED_VALUE -> {
                if (keeps) {
                    define(null, role == Role.REQUIRED_VALUE);
                }
            }
            case DEFAULT_VALUE, FIXED_VALUE -> {
                if (keeps) {
                    String value = Values.attribute(p, s.text, from + 1, from + text.length() - 1, isText, true);
                    define(value, role == Role.FIXED_VALUE);
                }
            }
            default -> {}
        }
        return keeps && p.has(Kind.AttlistDecl);
    }

    private void define(String value, boolean required) {
        p.dtd.attributesOf(element).putIfAbsent(attribute, new Dtd.Attribute(attribute, isText, value));
        if (p.has(Kind.AttlistDecl)) {
            String shown = type.indexOf('(') >= 0 ? type + ")" : type;
            p.emit(Kind.AttlistDecl, element, attribute, shown, value, required ? 1 : 0);
        }
    }

    // ---- elements

    private boolean element(Role role, XmlToken k, String text) {
        boolean handled = p.has(Kind.ElementDecl);
        switch (role) {
            case ELEMENT_NAME -> {
                element = text;
                inElement = handled;
                groups.clear();
            }
            case CONTENT_ANY -> model(new ContentModel(ContentModel.ANY, 0, null, List.of()));
            case CONTENT_EMPTY -> model(new ContentModel(ContentModel.EMPTY, 0, null, List.of()));
            case GROUP_OPEN -> groups.push(new Group());
            case CONTENT_PCDATA -> groups.peek().type = ContentModel.MIXED;
            case GROUP_SEQUENCE, GROUP_CHOICE -> {
                Group g = groups.peek();
                char c = role == Role.GROUP_CHOICE ? '|' : ',';
                if (g.connector != 0 && g.connector != c) {
                    throw new XmlException(XmlError.SYNTAX);
                }
                g.connector = c;
                if (c == '|' && g.type != ContentModel.MIXED) {
                    g.type = ContentModel.CHOICE;
                }
            }
            case CONTENT_ELEMENT -> {
                int quantifier = quantifier(k);
                String name = quantifier == 0 ? text : text.substring(0, text.length() - 1);
                groups.peek().children.add(new ContentModel(ContentModel.NAME, quantifier, name, List.of()));
            }
            case GROUP_CLOSE -> {
                Group g = groups.pop();
                ContentModel m = new ContentModel(g.type, quantifier(k), null, g.children);
                if (groups.isEmpty()) {
                    model(m);
                } else {
                    groups.peek().children.add(m);
                }
            }
            default -> {}
        }
        return handled;
    }

    private static int quantifier(XmlToken k) {
        return switch (k) {
            case NAME_QUESTION, CLOSE_PAREN_QUESTION -> 1;
            case NAME_ASTERISK, CLOSE_PAREN_ASTERISK -> 2;
            case NAME_PLUS, CLOSE_PAREN_PLUS -> 3;
            default -> 0;
        };
    }

    private void model(ContentModel m) {
        if (inElement && p.has(Kind.ElementDecl)) {
            p.emit(Kind.ElementDecl, element, m);
        }
        inElement = false;
    }
}
