package org.picklejar.text.xml;

/** The kinds of tokens. */
enum XmlToken {
    /** There is nothing. */
    NONE,
    INVALID,
    /** The text ends within the token. */
    PARTIAL,
    // in content
    START_TAG,
    EMPTY_ELEMENT,
    END_TAG,
    DATA,
    NEWLINE,
    CDATA_OPEN,
    CDATA_CLOSE,
    ENTITY_REF,
    CHAR_REF,
    /** A carriage return, or brackets, at the end of the text: what follows may belong to them. */
    TRAILING_RETURN,
    TRAILING_BRACKET,
    // everywhere
    PI,
    XML_DECL,
    COMMENT,
    BOM,
    // in the prolog
    SPACE,
    DECL_OPEN,
    DECL_CLOSE,
    INSTANCE_START,
    NAME,
    /** With a colon, in a document with namespaces. */
    PREFIXED_NAME,
    NMTOKEN,
    POUND_NAME,
    OR,
    PERCENT,
    OPEN_PAREN,
    CLOSE_PAREN,
    CLOSE_PAREN_QUESTION,
    CLOSE_PAREN_ASTERISK,
    CLOSE_PAREN_PLUS,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    LITERAL,
    PARAM_ENTITY_REF,
    NAME_QUESTION,
    NAME_ASTERISK,
    NAME_PLUS,
    CONDITION_OPEN,
    CONDITION_CLOSE,
    COMMA;

    /** The token that a character of a declaration is by itself, null for none. */
    static XmlToken single(char c) {
        return switch (c) {
            case ',' -> COMMA;
            case '[' -> OPEN_BRACKET;
            case '(' -> OPEN_PAREN;
            case '|' -> OR;
            case '>' -> DECL_CLOSE;
            default -> null;
        };
    }
}
