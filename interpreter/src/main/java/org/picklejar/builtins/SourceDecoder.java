package org.picklejar.builtins;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyStr;

/** Source bytes to text: UTF-8, or what a line such as {@code # -*- coding: latin-1 -*-} says (PEP 263). */
public final class SourceDecoder {
    private static final Pattern CODING = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");

    private SourceDecoder() {}

    public static String decode(byte[] source) {
        int from = source.length >= 3
                        && (source[0] & 0xff) == 0xef
                        && (source[1] & 0xff) == 0xbb
                        && (source[2] & 0xff) == 0xbf
                ? 3
                : 0;
        Charset charset = StandardCharsets.UTF_8;
        String head = new String(source, from, Math.min(source.length - from, 400), StandardCharsets.ISO_8859_1);
        String[] lines = head.split("\r\n|\n|\r", 3);
        for (int i = 0; i < Math.min(2, lines.length); i++) {
            Matcher m = CODING.matcher(lines[i]);
            if (m.find()) {
                String name = m.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
                try {
                    charset = name.startsWith("utf-8") || name.equals("utf8")
                            ? StandardCharsets.UTF_8
                            : name.startsWith("latin-1") || name.equals("iso-latin-1")
                                    ? StandardCharsets.ISO_8859_1
                                    : Charset.forName(name);
                } catch (IllegalArgumentException e) {
                    throw Errors.of(ExceptionTypes.SYNTAX_ERROR, PyStr.of("encoding problem: " + m.group(1)));
                }
                break;
            }
            if (!lines[i].isBlank() && !lines[i].stripLeading().startsWith("#")) {
                break;
            }
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(source, from, source.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Errors.of(
                    ExceptionTypes.SYNTAX_ERROR,
                    PyStr.of("(unicode error) '" + charset.name().toLowerCase(Locale.ROOT)
                            + "' codec can't decode the source"));
        }
    }
}
