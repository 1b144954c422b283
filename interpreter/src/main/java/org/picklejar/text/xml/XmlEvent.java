package org.picklejar.text.xml;

import java.io.Serializable;

/**
 * Something that a handler is called for.
 *
 * @param kind the handler
 * @param args strings, Integers, null, an array of strings (attributes), or a {@link ContentModel}
 */
public record XmlEvent(Kind kind, Serializable... args) implements Serializable {
    /** The handlers, by the names that Python has for them without the word Handler. */
    public enum Kind {
        StartElement,
        EndElement,
        ProcessingInstruction,
        CharacterData,
        UnparsedEntityDecl,
        NotationDecl,
        StartNamespaceDecl,
        EndNamespaceDecl,
        Comment,
        StartCdataSection,
        EndCdataSection,
        Default,
        DefaultHandlerExpand,
        NotStandalone,
        ExternalEntityRef,
        StartDoctypeDecl,
        EndDoctypeDecl,
        EntityDecl,
        XmlDecl,
        ElementDecl,
        AttlistDecl,
        SkippedEntity,
        /** No handler: the encoding of this name has to be told by {@link XmlParser#setEncoding}. */
        UnknownEncoding
    }
}
