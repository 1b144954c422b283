package org.picklejar.text.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What can be told of SQL without a database. */
public final class SqlText {
    /** Where a text stands within a statement; only in the definition of a trigger a semicolon does not end it. */
    private enum Place {
        START,
        EXPLAIN,
        CREATE,
        STATEMENT,
        TRIGGER,
        /** In a trigger, behind a semicolon. */
        TRIGGER_STEP,
        /** In a trigger, behind "; END". */
        TRIGGER_END;

        Place behind(SqlScanner.Kind kind, String word) {
            if (kind == SqlScanner.Kind.SEMICOLON) {
                return this == TRIGGER || this == TRIGGER_STEP ? TRIGGER_STEP : START;
            }
            return switch (this) {
                case START -> word.equals("explain") ? EXPLAIN : word.equals("create") ? CREATE : STATEMENT;
                // EXPLAIN QUERY PLAN
                case EXPLAIN ->
                    word.equals("create") ? CREATE : word.equals("query") || word.equals("plan") ? EXPLAIN : STATEMENT;
                case CREATE ->
                    word.equals("temp") || word.equals("temporary")
                            ? CREATE
                            : word.equals("trigger") ? TRIGGER : STATEMENT;
                case STATEMENT -> STATEMENT;
                case TRIGGER, TRIGGER_END -> TRIGGER;
                case TRIGGER_STEP -> word.equals("end") ? TRIGGER_END : TRIGGER;
            };
        }
    }

    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "replace");

    private SqlText() {}

    private static boolean isBlank(SqlScanner s) {
        return s.kind == SqlScanner.Kind.SPACE || s.kind == SqlScanner.Kind.COMMENT;
    }

    private static Place follow(Place place, SqlScanner s) {
        if (isBlank(s)) {
            return place;
        }
        return place.behind(s.kind, s.kind == SqlScanner.Kind.WORD ? s.token().toLowerCase(Locale.ROOT) : "");
    }

    /** Whether a text ends behind a statement ({@code sqlite3_complete}). */
    public static boolean isComplete(String sql) {
        SqlScanner s = new SqlScanner(sql, 0);
        Place place = Place.STATEMENT;
        boolean begun = false;
        while (s.next()) {
            if (s.kind == SqlScanner.Kind.COMMENT
                    && s.token().startsWith("/*")
                    && !s.token().endsWith("*/")) {
                return false;
            }
            if (!isBlank(s)) {
                place = follow(begun ? place : Place.START, s);
                begun = true;
            }
        }
        return begun && place == Place.START;
    }

    /** Where the first statement ends: behind its semicolon, or the end of the text. Semicolons before it belong to it. */
    public static int end(String sql, int from) {
        SqlScanner s = new SqlScanner(sql, from);
        Place place = Place.START;
        while (s.next()) {
            Place before = place;
            place = follow(place, s);
            if (place == Place.START && before != Place.START) {
                return s.end;
            }
        }
        return sql.length();
    }

    /** Whether there is a statement. */
    public static boolean hasStatement(String sql) {
        SqlScanner s = new SqlScanner(sql, 0);
        while (s.next()) {
            if (!isBlank(s) && s.kind != SqlScanner.Kind.SEMICOLON) {
                return true;
            }
        }
        return false;
    }

    /** Where something else than spaces and comments begins. */
    public static int content(String sql, int from) {
        SqlScanner s = new SqlScanner(sql, from);
        while (s.next()) {
            if (!isBlank(s)) {
                return s.start;
            }
        }
        return sql.length();
    }

    /** The first word in small letters; empty when it begins otherwise. */
    public static String firstWord(String sql) {
        SqlScanner s = new SqlScanner(sql, content(sql, 0));
        return s.next() && s.kind == SqlScanner.Kind.WORD ? s.token().toLowerCase(Locale.ROOT) : "";
    }

    /** Whether a statement is one that gives rows and changes nothing, by its words. */
    public static boolean onlyReads(String sql) {
        String first = firstWord(sql);
        if (!first.equals("with")) {
            return first.equals("select") || first.equals("values");
        }
        SqlScanner s = new SqlScanner(sql, 0);
        while (s.next()) {
            if (s.kind == SqlScanner.Kind.WORD && CHANGES.contains(s.token().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    /** A part of a statement.
     * @param parameter the number of the parameter that it is, from 1; 0 for text */
    public record Piece(String text, int parameter) {}

    /** A statement as text and parameters, numbered as SQLite does it. */
    public static List<Piece> pieces(String sql) {
        List<Piece> out = new ArrayList<>();
        Map<String, Integer> known = new LinkedHashMap<>();
        SqlScanner s = new SqlScanner(sql, 0);
        int most = 0;
        int text = 0;
        while (s.next()) {
            if (s.kind == SqlScanner.Kind.PARAMETER) {
                out.add(new Piece(sql.substring(text, s.start), 0));
                text = s.end;
                String name = s.token();
                int number = most + 1;
                if (name.length() > 1) {
                    number = name.charAt(0) == '?' ? number(name) : known.getOrDefault(name, number);
                    known.put(name, number);
                }
                most = Math.max(most, number);
                out.add(new Piece(name, number));
            }
        }
        out.add(new Piece(sql.substring(text), 0));
        return out;
    }

    private static int number(String name) {
        // More digits than SQLite takes: it says what is wrong.
        return name.length() > 7 ? 1 : Integer.parseInt(name.substring(1));
    }

    /** The names of the parameters with their sign; null for one without. Numbers that nothing mentions have none either. */
    public static String[] parameters(String sql) {
        List<Piece> pieces = pieces(sql);
        int most = pieces.stream().mapToInt(Piece::parameter).max().orElse(0);
        String[] out = new String[most];
        for (Piece p : pieces) {
            if (p.parameter > 0 && p.text.length() > 1 && out[p.parameter - 1] == null) {
                out[p.parameter - 1] = p.text;
            }
        }
        return out;
    }
}
