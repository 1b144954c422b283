package org.picklejar.text.xml;

/** Ends the parsing of a document. The parser knows where. */
final class XmlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    final XmlError error;
    /** Where in the text it was found, -1 for the beginning of the token. */
    final int at;

    XmlException(XmlError error, int at) {
        super(error.message, null, false, false);
        this.error = error;
        this.at = at;
    }

    XmlException(XmlError error) {
        this(error, -1);
    }
}
