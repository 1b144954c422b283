package org.picklejar.text.xml;

import java.io.Serializable;
import java.util.List;

/**
 * What an element may contain.
 *
 * @param type EMPTY 1, ANY 2, MIXED 3, NAME 4, CHOICE 5, SEQ 6
 * @param quantifier NONE 0, OPT 1, REP 2, PLUS 3
 * @param name of an element, null for others
 */
public record ContentModel(int type, int quantifier, String name, List<ContentModel> children) implements Serializable {
    static final int EMPTY = 1;
    static final int ANY = 2;
    static final int MIXED = 3;
    static final int NAME = 4;
    static final int CHOICE = 5;
    static final int SEQUENCE = 6;
}
