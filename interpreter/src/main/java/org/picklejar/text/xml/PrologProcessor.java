package org.picklejar.text.xml;

import java.io.Serializable;
import org.picklejar.text.xml.PrologRoles.Role;
import org.picklejar.text.xml.XmlEvent.Kind;
import org.picklejar.text.xml.XmlParser.After;
import org.picklejar.text.xml.XmlParser.Mode;
import org.picklejar.text.xml.XmlParser.Source;

/** What stands before the first element and behind the last, and the DTD. Compare Expat: doProlog in xmlparse.c. */
final class PrologProcessor implements Serializable {
    private static final long serialVersionUID = 1;

    private final XmlParser p;
    private final PrologRoles roles;
    private final Declarations declarations;
    private String doctypeName;
    private String doctypeSystemId;
    private String doctypePublicId;
    private boolean hasSystemId;
    private boolean hadParameterReferences;
    private Dtd.Entity opened;

    PrologProcessor(XmlParser parser) {
        p = parser;
        roles = parser.isParameterEntity ? PrologRoles.ofExternalSubset() : PrologRoles.ofDocument();
        declarations = new Declarations(parser);
    }

    /** Handles one token. False when there is none without more input. */
    boolean step(Source s) {
        p.beginToken(s);
        int from = s.at;
        XmlTokenizer t = new XmlTokenizer(s.text, s.end, p.namespaces);
        if (p.mode == Mode.IGNORED) {
            return ignored(s, t);
        }
        XmlToken k = from < s.end && s.text[from] == '\uFEFF' && s.entity == null && p.isAtStart()
                ? XmlToken.BOM
                : t.prolog(from);
        if (k == XmlToken.PARTIAL && !p.hasMore(s)) {
            k = last(s, from);
            t.next = s.end;
        }
        switch (k) {
            case NONE -> {
                return endOfText(s);
            }
            case INVALID -> throw new XmlException(XmlError.INVALID_TOKEN, t.next);
            case PARTIAL -> {
                if (p.hasMore(s)) {
                    return false;
                }
                throw new XmlException(XmlError.UNCLOSED_TOKEN);
            }
            case BOM -> {
                s.at = from + 1;
                roles.role(k, "");
                return true;
            }
            default -> {
                String text = k == XmlToken.DECL_OPEN ? s.text(from + 2, t.next) : s.text(from, t.next);
                Role role = roles.role(k, text);
                if (role == Role.INSTANCE_START) {
                    p.settleEncoding();
                    return instance();
                }
                s.at = t.next;
                if (role != Role.XML_DECL && role != Role.TEXT_DECL && role != Role.ERROR) {
                    p.settleEncoding();
                }
                if (handle(role, k, text, s, from)) {
                    p.emitDefault(s, from, t.next);
                }
                return true;
            }
        }
    }

    /** What stands at the end of the text, where nothing can follow that would belong to it. */
    private static XmlToken last(Source s, int from) {
        char c = s.text[from];
        return XmlCharacters.isSpace(c)
                ? XmlToken.SPACE
                : XmlCharacters.isNameStart(c)
                        ? XmlToken.NAME
                        : s.end - from > 1
                                ? XmlToken.PARTIAL
                                : c == ']'
                                        ? XmlToken.CLOSE_BRACKET
                                        : c == ')' ? XmlToken.CLOSE_PAREN : XmlToken.PARTIAL;
    }

    private boolean endOfText(Source s) {
        if (s.entity != null) {
            p.closeEntity();
            return true;
        }
        if (p.hasMore(s)) {
            return false;
        }
        p.checkRest();
        if (p.isParameterEntity) {
            if (!roles.mayEnd()) {
                throw new XmlException(XmlError.INCOMPLETE_PE);
            }
            return false;
        }
        throw new XmlException(XmlError.NO_ELEMENTS);
    }

    private boolean ignored(Source s, XmlTokenizer t) {
        int from = s.at;
        XmlToken k = t.ignored(from);
        if (k == XmlToken.INVALID) {
            throw new XmlException(XmlError.INVALID_TOKEN, t.next);
        }
        if (k == XmlToken.PARTIAL || s.at == s.end) {
            if (p.hasMore(s)) {
                return false;
            }
            throw new XmlException(XmlError.SYNTAX);
        }
        s.at = t.next;
        p.emitDefault(s, from, s.at);
        p.mode = Mode.PROLOG;
        return true;
    }

    boolean stepEpilog(Source s) {
        p.beginToken(s);
        int from = s.at;
        XmlTokenizer t = new XmlTokenizer(s.text, s.end, p.namespaces);
        XmlToken k = t.prolog(from);
        switch (k) {
            case NONE -> {
                if (!p.hasMore(s)) {
                    p.checkRest();
                }
                return false;
            }
            case INVALID -> throw new XmlException(XmlError.INVALID_TOKEN, t.next);
            case PARTIAL -> {
                if (p.hasMore(s)) {
                    return false;
                }
                if (XmlCharacters.isSpace(s.text[from])) {
                    s.at = s.end;
                    p.emitDefault(s, from, s.at);
                    return true;
                }
                boolean isMarkup = s.text[from] == '<';
                throw new XmlException(isMarkup ? XmlError.UNCLOSED_TOKEN : XmlError.JUNK_AFTER_DOC_ELEMENT);
            }
            case SPACE -> {
                s.at = t.next;
                p.emitDefault(s, from, s.at);
            }
            case PI -> {
                s.at = t.next;
                p.content.instruction(s, from);
            }
            case COMMENT -> {
                s.at = t.next;
                p.content.comment(s, from);
            }
            default -> throw new XmlException(XmlError.JUNK_AFTER_DOC_ELEMENT);
        }
        return true;
    }

    /** The first element begins. */
    private boolean instance() {
        if (p.foreignDtd && loadForeign()) {
            return true;
        }
        p.mode = Mode.CONTENT;
        return true;
    }

    private boolean loadForeign() {
        p.foreignDtd = false;
        return loadSubset(After.FOREIGN_SUBSET);
    }

    /** Asks for the external subset. False when it is not read. */
    private boolean loadSubset(After then) {
        hadParameterReferences = p.dtd.hasParameterReferences;
        p.dtd.hasParameterReferences = true;
        if (p.parameterParsing == 0 || !p.has(Kind.ExternalEntityRef)) {
            return false;
        }
        p.dtd.parameterRead = false;
        p.ask(then, Kind.ExternalEntityRef, null, p.base, doctypeSystemId, doctypePublicId);
        return true;
    }

    /** What follows once a handler has answered. */
    void answered(After then) {
        switch (then) {
            case EXTERNAL_SUBSET -> {
                subsetRead();
                endDoctype();
            }
            case FOREIGN_SUBSET -> {
                subsetRead();
                if (roles.isBehindDoctype()) {
                    endDoctype();
                }
            }
            case PARAMETER_ENTITY -> {
                if (opened != null) {
                    opened.open = false;
                    opened = null;
                }
                if (!p.dtd.parameterRead) {
                    p.dtd.keepProcessing = p.dtd.standalone;
                } else {
                    askStandalone();
                }
            }
            default -> {}
        }
    }

    private void subsetRead() {
        if (p.dtd.parameterRead) {
            askStandalone();
        } else if (!hasSystemId) {
            p.dtd.hasParameterReferences = hadParameterReferences;
        }
    }

    private void askStandalone() {
        if (!p.dtd.standalone && p.has(Kind.NotStandalone)) {
            p.ask(After.STANDALONE, Kind.NotStandalone);
        }
    }

    private void endDoctype() {
        if (p.has(Kind.EndDoctypeDecl)) {
            p.emit(Kind.EndDoctypeDecl);
        }
    }

    private void startDoctype(boolean internalSubset) {
        p.emit(Kind.StartDoctypeDecl, doctypeName, doctypeSystemId, doctypePublicId, internalSubset ? 1 : 0);
        doctypeName = null;
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    /** A public identifier as it is compared: with single spaces. */
    static String publicId(String literal, int from) {
        String text = unquoted(literal);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!XmlCharacters.isPublicId(c)) {
                throw new XmlException(XmlError.PUBLICID, from + 1 + i);
            }
            if (!XmlCharacters.isSpace(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().stripTrailing();
    }

    /** Returns whether the token is for the default handler. */
    private boolean handle(Role role, XmlToken k, String text, Source s, int from) {
        switch (role) {
            case XML_DECL -> {
                new XmlDeclaration(s.text, s.at, p).document(s, from);
                return false;
            }
            case TEXT_DECL -> {
                new XmlDeclaration(s.text, s.at, p).text(s, s.at - 1);
                return false;
            }
            case PI -> {
                p.content.instruction(s, from);
                return false;
            }
            case COMMENT -> {
                p.content.comment(s, from);
                return false;
            }
            case DOCTYPE_NONE -> {
                return !p.has(Kind.StartDoctypeDecl);
            }
            case DOCTYPE_NAME -> {
                doctypeName = text;
                return !p.has(Kind.StartDoctypeDecl);
            }
            case DOCTYPE_PUBLIC_ID -> {
                p.foreignDtd = false;
                doctypePublicId = publicId(text, from);
                return !p.has(Kind.StartDoctypeDecl);
            }
            case DOCTYPE_SYSTEM_ID -> {
                p.foreignDtd = false;
                p.dtd.hasParameterReferences = true;
                doctypeSystemId = unquoted(text);
                hasSystemId = true;
                boolean handled = p.has(Kind.StartDoctypeDecl);
                if (p.parameterParsing == 0) {
                    askStandalone();
                }
                return !handled;
            }
            case DOCTYPE_INTERNAL_SUBSET -> {
                if (p.has(Kind.StartDoctypeDecl)) {
                    startDoctype(true);
                    return false;
                }
                doctypeName = null;
                return true;
            }
            case DOCTYPE_CLOSE -> {
                return closeDoctype();
            }
            case IGNORE_SECTION -> {
                p.emitDefault(s, from, s.at);
                p.mode = Mode.IGNORED;
                return false;
            }
            case PARAM_ENTITY_REF, INNER_PARAM_ENTITY_REF -> {
                return parameter(text.substring(1, text.length() - 1), role == Role.PARAM_ENTITY_REF);
            }
            case ERROR ->
                throw new XmlException(
                        switch (k) {
                            case PARAM_ENTITY_REF -> XmlError.PARAM_ENTITY_REF;
                            case XML_DECL -> XmlError.MISPLACED_XML_PI;
                            default -> XmlError.SYNTAX;
                        });
            case NONE -> {
                return true;
            }
            default -> {
                return declarations.handle(role, k, text, s, from);
            }
        }
    }

    private boolean closeDoctype() {
        boolean isDefault = true;
        if (doctypeName != null && p.has(Kind.StartDoctypeDecl)) {
            startDoctype(false);
            isDefault = false;
        }
        isDefault &= !p.has(Kind.EndDoctypeDecl);
        boolean loads = hasSystemId ? loadSubset(After.EXTERNAL_SUBSET) : p.foreignDtd && loadForeign();
        if (!loads) {
            endDoctype();
        }
        return isDefault;
    }

    private boolean parameter(String name, boolean betweenDeclarations) {
        Dtd dtd = p.dtd;
        dtd.hasParameterReferences = true;
        if (p.parameterParsing == 0) {
            dtd.keepProcessing = dtd.standalone;
            askStandalone();
            return true;
        }
        Dtd.Entity e = dtd.parameters.get(name);
        if (e == null) {
            if (dtd.standalone && !p.isExternal && p.source().entity == null) {
                throw new XmlException(XmlError.UNDEFINED_ENTITY);
            }
            dtd.keepProcessing = dtd.standalone;
            if (betweenDeclarations && p.has(Kind.SkippedEntity)) {
                p.emit(Kind.SkippedEntity, name, 1);
                return false;
            }
            return true;
        }
        if (e.open) {
            throw new XmlException(XmlError.RECURSIVE_ENTITY_REF);
        }
        if (e.text != null) {
            // The space ends what stands last in it.
            p.open(e, e.text + " ");
            return false;
        }
        if (p.has(Kind.ExternalEntityRef)) {
            dtd.parameterRead = false;
            e.open = true;
            opened = e;
            p.ask(After.PARAMETER_ENTITY, Kind.ExternalEntityRef, null, e.base, e.systemId, e.publicId);
            return false;
        }
        dtd.keepProcessing = dtd.standalone;
        return true;
    }
}
