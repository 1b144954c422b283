package org.picklejar.text.xml;

import java.io.Serializable;

/** What each token of a prolog or DTD means where it stands. Compare Expat: xmlrole.c. */
final class PrologRoles implements Serializable {
    private static final long serialVersionUID = 1;

    /** What a token means. */
    enum Role {
        ERROR,
        NONE,
        XML_DECL,
        TEXT_DECL,
        INSTANCE_START,
        PI,
        COMMENT,
        DOCTYPE_NONE,
        DOCTYPE_NAME,
        DOCTYPE_SYSTEM_ID,
        DOCTYPE_PUBLIC_ID,
        DOCTYPE_INTERNAL_SUBSET,
        DOCTYPE_CLOSE,
        GENERAL_ENTITY_NAME,
        PARAM_ENTITY_NAME,
        ENTITY_NONE,
        ENTITY_VALUE,
        ENTITY_SYSTEM_ID,
        ENTITY_PUBLIC_ID,
        ENTITY_COMPLETE,
        ENTITY_NOTATION_NAME,
        NOTATION_NONE,
        NOTATION_NAME,
        NOTATION_SYSTEM_ID,
        NOTATION_NO_SYSTEM_ID,
        NOTATION_PUBLIC_ID,
        ATTLIST_NONE,
        ATTLIST_ELEMENT_NAME,
        ATTRIBUTE_NAME,
        ATTRIBUTE_TYPE,
        ATTRIBUTE_ENUM_VALUE,
        ATTRIBUTE_NOTATION_VALUE,
        IMPLIED_VALUE,
        REQUIRED_VALUE,
        DEFAULT_VALUE,
        FIXED_VALUE,
        ELEMENT_NONE,
        ELEMENT_NAME,
        CONTENT_ANY,
        CONTENT_EMPTY,
        CONTENT_PCDATA,
        GROUP_OPEN,
        GROUP_CLOSE,
        GROUP_CHOICE,
        GROUP_SEQUENCE,
        CONTENT_ELEMENT,
        PARAM_ENTITY_REF,
        INNER_PARAM_ENTITY_REF,
        IGNORE_SECTION
    }

    private enum State {
        PROLOG0,
        PROLOG1,
        PROLOG2,
        DOCTYPE0,
        DOCTYPE1,
        DOCTYPE2,
        DOCTYPE3,
        DOCTYPE4,
        DOCTYPE5,
        INTERNAL_SUBSET,
        EXTERNAL_SUBSET0,
        EXTERNAL_SUBSET1,
        ENTITY0,
        ENTITY1,
        ENTITY2,
        ENTITY3,
        ENTITY4,
        ENTITY5,
        ENTITY6,
        ENTITY7,
        ENTITY8,
        ENTITY9,
        ENTITY10,
        NOTATION0,
        NOTATION1,
        NOTATION2,
        NOTATION3,
        NOTATION4,
        ATTLIST0,
        ATTLIST1,
        ATTLIST2,
        ATTLIST3,
        ATTLIST4,
        ATTLIST5,
        ATTLIST6,
        ATTLIST7,
        ATTLIST8,
        ATTLIST9,
        ELEMENT0,
        ELEMENT1,
        ELEMENT2,
        ELEMENT3,
        ELEMENT4,
        ELEMENT5,
        ELEMENT6,
        ELEMENT7,
        CONDITION0,
        CONDITION1,
        CONDITION2,
        DECL_CLOSE
    }

    private static final String TYPES = " CDATA ID IDREF IDREFS ENTITY ENTITIES NMTOKEN NMTOKENS ";

    private State state;
    private Role closing = Role.NONE;
    private int level;
    private int included;
    private final boolean ofDocument;

    private PrologRoles(State state, boolean ofDocument) {
        this.state = state;
        this.ofDocument = ofDocument;
    }

    static PrologRoles ofDocument() {
        return new PrologRoles(State.PROLOG0, true);
    }

    /** For the external subset, or an external parameter entity. */
    static PrologRoles ofExternalSubset() {
        return new PrologRoles(State.EXTERNAL_SUBSET0, false);
    }

    /** Whether a text may end here. */
    boolean mayEnd() {
        return state == State.EXTERNAL_SUBSET0 || state == State.EXTERNAL_SUBSET1 && included == 0;
    }

    boolean isBehindDoctype() {
        return state == State.PROLOG2;
    }

    private Role to(State s, Role r) {
        state = s;
        return r;
    }

    private Role close(Role whileClosing, Role r) {
        closing = whileClosing;
        return to(State.DECL_CLOSE, r);
    }

    private Role topLevel(Role r) {
        return to(ofDocument ? State.INTERNAL_SUBSET : State.EXTERNAL_SUBSET1, r);
    }

    private Role other(XmlToken k) {
        return !ofDocument && k == XmlToken.PARAM_ENTITY_REF ? Role.INNER_PARAM_ENTITY_REF : Role.ERROR;
    }

    private static boolean isName(XmlToken k) {
        return k == XmlToken.NAME;
    }

    private static boolean isAnyName(XmlToken k) {
        return k == XmlToken.NAME || k == XmlToken.PREFIXED_NAME;
    }

    private static boolean isElement(XmlToken k) {
        return isAnyName(k) || k == XmlToken.NAME_QUESTION || k == XmlToken.NAME_ASTERISK || k == XmlToken.NAME_PLUS;
    }

    /** @param text of the token; of a declaration's begin its name */
    Role role(XmlToken k, String text) {
        return switch (state) {
            case PROLOG0, PROLOG1, PROLOG2 -> prolog(k, text);
            case DOCTYPE0, DOCTYPE1, DOCTYPE2, DOCTYPE3, DOCTYPE4, DOCTYPE5 -> doctype(k, text);
            case INTERNAL_SUBSET -> subset(k, text);
            case EXTERNAL_SUBSET0, EXTERNAL_SUBSET1 -> externalSubset(k, text);
            case ENTITY0, ENTITY1, ENTITY2, ENTITY3, ENTITY4, ENTITY5, ENTITY6, ENTITY7, ENTITY8, ENTITY9, ENTITY10 ->
                k == XmlToken.SPACE ? Role.ENTITY_NONE : entity(k, text);
            case NOTATION0, NOTATION1, NOTATION2, NOTATION3, NOTATION4 ->
                k == XmlToken.SPACE ? Role.NOTATION_NONE : notation(k, text);
            case ATTLIST0, ATTLIST1, ATTLIST2, ATTLIST3, ATTLIST4, ATTLIST5, ATTLIST6, ATTLIST7, ATTLIST8, ATTLIST9 ->
                k == XmlToken.SPACE ? Role.ATTLIST_NONE : attlist(k, text);
            case ELEMENT0, ELEMENT1, ELEMENT2, ELEMENT3, ELEMENT4, ELEMENT5, ELEMENT6, ELEMENT7 ->
                k == XmlToken.SPACE ? Role.ELEMENT_NONE : element(k, text);
            case CONDITION0, CONDITION1, CONDITION2 -> k == XmlToken.SPACE ? Role.NONE : condition(k, text);
            case DECL_CLOSE -> k == XmlToken.SPACE ? closing : k == XmlToken.DECL_CLOSE ? topLevel(closing) : other(k);
        };
    }

    private Role prolog(XmlToken k, String text) {
        State next = state == State.PROLOG0 ? State.PROLOG1 : state;
        return switch (k) {
            case SPACE -> to(next, Role.NONE);
            case BOM -> Role.NONE;
            case XML_DECL -> state == State.PROLOG0 ? to(next, Role.XML_DECL) : Role.ERROR;
            case PI -> to(next, Role.PI);
            case COMMENT -> to(next, Role.COMMENT);
            case DECL_OPEN ->
                state != State.PROLOG2 && text.equals("DOCTYPE") ? to(State.DOCTYPE0, Role.DOCTYPE_NONE) : Role.ERROR;
            case INSTANCE_START -> Role.INSTANCE_START;
            default -> Role.ERROR;
        };
    }

    private Role doctype(XmlToken k, String text) {
        if (k == XmlToken.SPACE) {
            return Role.DOCTYPE_NONE;
        }
        boolean takesMore = state == State.DOCTYPE1 || state == State.DOCTYPE4;
        if (takesMore && k == XmlToken.OPEN_BRACKET) {
            return to(State.INTERNAL_SUBSET, Role.DOCTYPE_INTERNAL_SUBSET);
        }
        if ((takesMore || state == State.DOCTYPE5) && k == XmlToken.DECL_CLOSE) {
            return to(State.PROLOG2, Role.DOCTYPE_CLOSE);
        }
        if (state == State.DOCTYPE0 && isAnyName(k)) {
            return to(State.DOCTYPE1, Role.DOCTYPE_NAME);
        }
        if (state == State.DOCTYPE1 && isName(k) && text.equals("SYSTEM")) {
            return to(State.DOCTYPE3, Role.DOCTYPE_NONE);
        }
        if (state == State.DOCTYPE1 && isName(k) && text.equals("PUBLIC")) {
            return to(State.DOCTYPE2, Role.DOCTYPE_NONE);
        }
        if (state == State.DOCTYPE2 && k == XmlToken.LITERAL) {
            return to(State.DOCTYPE3, Role.DOCTYPE_PUBLIC_ID);
        }
        if (state == State.DOCTYPE3 && k == XmlToken.LITERAL) {
            return to(State.DOCTYPE4, Role.DOCTYPE_SYSTEM_ID);
        }
        return other(k);
    }

    private Role subset(XmlToken k, String text) {
        return switch (k) {
            case SPACE, NONE -> Role.NONE;
            case DECL_OPEN ->
                switch (text) {
                    case "ENTITY" -> to(State.ENTITY0, Role.ENTITY_NONE);
                    case "ATTLIST" -> to(State.ATTLIST0, Role.ATTLIST_NONE);
                    case "ELEMENT" -> to(State.ELEMENT0, Role.ELEMENT_NONE);
                    case "NOTATION" -> to(State.NOTATION0, Role.NOTATION_NONE);
                    default -> Role.ERROR;
                };
            case PI -> Role.PI;
            case COMMENT -> Role.COMMENT;
            case PARAM_ENTITY_REF -> Role.PARAM_ENTITY_REF;
            case CLOSE_BRACKET -> ofDocument ? to(State.DOCTYPE5, Role.DOCTYPE_NONE) : Role.ERROR;
            default -> other(k);
        };
    }

    private Role externalSubset(XmlToken k, String text) {
        boolean first = state == State.EXTERNAL_SUBSET0;
        state = State.EXTERNAL_SUBSET1;
        if (first && k == XmlToken.XML_DECL) {
            return Role.TEXT_DECL;
        }
        if (k == XmlToken.CONDITION_OPEN) {
            return to(State.CONDITION0, Role.NONE);
        }
        if (k == XmlToken.CONDITION_CLOSE && included > 0) {
            included--;
            return Role.NONE;
        }
        if (k == XmlToken.NONE && included > 0) {
            return Role.ERROR;
        }
        return subset(k, text);
    }

    private Role entity(XmlToken k, String text) {
        boolean literal = k == XmlToken.LITERAL;
        boolean system = isName(k) && text.equals("SYSTEM");
        boolean isPublic = isName(k) && text.equals("PUBLIC");
        switch (state) {
            case ENTITY0 -> {
                if (k == XmlToken.PERCENT) {
                    return to(State.ENTITY1, Role.ENTITY_NONE);
                }
                if (isName(k)) {
                    return to(State.ENTITY2, Role.GENERAL_ENTITY_NAME);
                }
            }
            case ENTITY1 -> {
                if (isName(k)) {
                    return to(State.ENTITY7, Role.PARAM_ENTITY_NAME);
                }
            }
            case ENTITY2, ENTITY7 -> {
                boolean general = state == State.ENTITY2;
                if (system) {
                    return to(general ? State.ENTITY4 : State.ENTITY9, Role.ENTITY_NONE);
                }
                if (isPublic) {
                    return to(general ? State.ENTITY3 : State.ENTITY8, Role.ENTITY_NONE);
                }
                if (literal) {
                    return close(Role.ENTITY_NONE, Role.ENTITY_VALUE);
                }
            }
            case ENTITY3, ENTITY8 -> {
                if (literal) {
                    return to(state == State.ENTITY3 ? State.ENTITY4 : State.ENTITY9, Role.ENTITY_PUBLIC_ID);
                }
            }
            case ENTITY4, ENTITY9 -> {
                if (literal) {
                    return to(state == State.ENTITY4 ? State.ENTITY5 : State.ENTITY10, Role.ENTITY_SYSTEM_ID);
                }
            }
            case ENTITY5, ENTITY10 -> {
                if (k == XmlToken.DECL_CLOSE) {
                    return topLevel(Role.ENTITY_COMPLETE);
                }
                if (state == State.ENTITY5 && isName(k) && text.equals("NDATA")) {
                    return to(State.ENTITY6, Role.ENTITY_NONE);
                }
            }
            default -> {
                if (isName(k)) {
                    return close(Role.ENTITY_NONE, Role.ENTITY_NOTATION_NAME);
                }
            }
        }
        return other(k);
    }

    private Role notation(XmlToken k, String text) {
        if (state == State.NOTATION0 && isName(k)) {
            return to(State.NOTATION1, Role.NOTATION_NAME);
        }
        if (state == State.NOTATION1 && isName(k) && text.equals("SYSTEM")) {
            return to(State.NOTATION3, Role.NOTATION_NONE);
        }
        if (state == State.NOTATION1 && isName(k) && text.equals("PUBLIC")) {
            return to(State.NOTATION2, Role.NOTATION_NONE);
        }
        if (state == State.NOTATION2 && k == XmlToken.LITERAL) {
            return to(State.NOTATION4, Role.NOTATION_PUBLIC_ID);
        }
        if ((state == State.NOTATION3 || state == State.NOTATION4) && k == XmlToken.LITERAL) {
            return close(Role.NOTATION_NONE, Role.NOTATION_SYSTEM_ID);
        }
        if (state == State.NOTATION4 && k == XmlToken.DECL_CLOSE) {
            return topLevel(Role.NOTATION_NO_SYSTEM_ID);
        }
        return other(k);
    }

    private Role attlist(XmlToken k, String text) {
        boolean name = isName(k);
        switch (state) {
            case ATTLIST0 -> {
                if (isAnyName(k)) {
                    return to(State.ATTLIST1, Role.ATTLIST_ELEMENT_NAME);
                }
            }
            case ATTLIST1 -> {
                if (k == XmlToken.DECL_CLOSE) {
                    return topLevel(Role.ATTLIST_NONE);
                }
                if (isAnyName(k)) {
                    return to(State.ATTLIST2, Role.ATTRIBUTE_NAME);
                }
            }
            case ATTLIST2 -> {
                if (name && TYPES.contains(" " + text + " ")) {
                    return to(State.ATTLIST8, Role.ATTRIBUTE_TYPE);
                }
                if (name && text.equals("NOTATION")) {
                    return to(State.ATTLIST5, Role.ATTLIST_NONE);
                }
                if (k == XmlToken.OPEN_PAREN) {
                    return to(State.ATTLIST3, Role.ATTLIST_NONE);
                }
            }
            case ATTLIST3 -> {
                if (isAnyName(k) || k == XmlToken.NMTOKEN) {
                    return to(State.ATTLIST4, Role.ATTRIBUTE_ENUM_VALUE);
                }
            }
            case ATTLIST5 -> {
                if (k == XmlToken.OPEN_PAREN) {
                    return to(State.ATTLIST6, Role.ATTLIST_NONE);
                }
            }
            case ATTLIST6 -> {
                if (name) {
                    return to(State.ATTLIST7, Role.ATTRIBUTE_NOTATION_VALUE);
                }
            }
            case ATTLIST4, ATTLIST7 -> {
                if (k == XmlToken.CLOSE_PAREN) {
                    return to(State.ATTLIST8, Role.ATTLIST_NONE);
                }
                if (k == XmlToken.OR) {
                    return to(state == State.ATTLIST4 ? State.ATTLIST3 : State.ATTLIST6, Role.ATTLIST_NONE);
                }
            }
            case ATTLIST8 -> {
                if (k == XmlToken.POUND_NAME) {
                    switch (text) {
                        case "#IMPLIED" -> {
                            return to(State.ATTLIST1, Role.IMPLIED_VALUE);
                        }
                        case "#REQUIRED" -> {
                            return to(State.ATTLIST1, Role.REQUIRED_VALUE);
                        }
                        case "#FIXED" -> {
                            return to(State.ATTLIST9, Role.ATTLIST_NONE);
                        }
                        default -> {
                            return Role.ERROR;
                        }
                    }
                }
                if (k == XmlToken.LITERAL) {
                    return to(State.ATTLIST1, Role.DEFAULT_VALUE);
                }
            }
            default -> {
                if (k == XmlToken.LITERAL) {
                    return to(State.ATTLIST1, Role.FIXED_VALUE);
                }
            }
        }
        return other(k);
    }

    private Role element(XmlToken k, String text) {
        switch (state) {
            case ELEMENT0 -> {
                if (isAnyName(k)) {
                    return to(State.ELEMENT1, Role.ELEMENT_NAME);
                }
            }
            case ELEMENT1 -> {
                if (isName(k) && text.equals("EMPTY")) {
                    return close(Role.ELEMENT_NONE, Role.CONTENT_EMPTY);
                }
                if (isName(k) && text.equals("ANY")) {
                    return close(Role.ELEMENT_NONE, Role.CONTENT_ANY);
                }
                if (k == XmlToken.OPEN_PAREN) {
                    level = 1;
                    return to(State.ELEMENT2, Role.GROUP_OPEN);
                }
            }
            case ELEMENT2, ELEMENT6 -> {
                if (state == State.ELEMENT2 && k == XmlToken.POUND_NAME && text.equals("#PCDATA")) {
                    return to(State.ELEMENT3, Role.CONTENT_PCDATA);
                }
                if (k == XmlToken.OPEN_PAREN) {
                    level++;
                    return to(State.ELEMENT6, Role.GROUP_OPEN);
                }
                if (isElement(k)) {
                    return to(State.ELEMENT7, Role.CONTENT_ELEMENT);
                }
            }
            case ELEMENT3, ELEMENT5 -> {
                if (k == XmlToken.CLOSE_PAREN_ASTERISK || state == State.ELEMENT3 && k == XmlToken.CLOSE_PAREN) {
                    return close(Role.ELEMENT_NONE, Role.GROUP_CLOSE);
                }
                if (k == XmlToken.OR) {
                    return to(State.ELEMENT4, Role.ELEMENT_NONE);
                }
            }
            case ELEMENT4 -> {
                if (isAnyName(k)) {
                    return to(State.ELEMENT5, Role.CONTENT_ELEMENT);
                }
            }
            default -> {
                if (k == XmlToken.COMMA) {
                    return to(State.ELEMENT6, Role.GROUP_SEQUENCE);
                }
                if (k == XmlToken.OR) {
                    return to(State.ELEMENT6, Role.GROUP_CHOICE);
                }
                if (k == XmlToken.CLOSE_PAREN
                        || k == XmlToken.CLOSE_PAREN_ASTERISK
                        || k == XmlToken.CLOSE_PAREN_QUESTION
                        || k == XmlToken.CLOSE_PAREN_PLUS) {
                    return --level == 0 ? close(Role.ELEMENT_NONE, Role.GROUP_CLOSE) : Role.GROUP_CLOSE;
                }
            }
        }
        return other(k);
    }

    private Role condition(XmlToken k, String text) {
        if (state == State.CONDITION0 && isName(k) && text.equals("INCLUDE")) {
            return to(State.CONDITION1, Role.NONE);
        }
        if (state == State.CONDITION0 && isName(k) && text.equals("IGNORE")) {
            return to(State.CONDITION2, Role.NONE);
        }
        if (state != State.CONDITION0 && k == XmlToken.OPEN_BRACKET) {
            boolean include = state == State.CONDITION1;
            included += include ? 1 : 0;
            return to(State.EXTERNAL_SUBSET1, include ? Role.NONE : Role.IGNORE_SECTION);
        }
        return other(k);
    }
}
