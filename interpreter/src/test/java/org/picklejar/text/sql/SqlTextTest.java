package org.picklejar.text.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlTextTest {
    private static final String TRIGGER = "create temp trigger a after insert on t begin select 1; select ';'; end;";

    private static String first(String sql) {
        return sql.substring(0, SqlText.end(sql, 0));
    }

    @Test
    void aStatementEndsBehindItsSemicolon() {
        assertEquals("select 1;", first("select 1; select 2"));
        assertEquals(
                "select ';', \";\", [;], `;` /* ; */ -- ;\n;", first("select ';', \";\", [;], `;` /* ; */ -- ;\n; x"));
        assertEquals("select 'it''s;';", first("select 'it''s;'; x"));
        assertEquals(" ; ;select 1;", first(" ; ;select 1; x"));
        assertEquals("select 1", first("select 1"));
        assertEquals("select 'open; x", first("select 'open; x"));
    }

    @Test
    void aTriggerEndsBehindItsEnd() {
        assertEquals(TRIGGER, first(TRIGGER + " select 2;"));
        assertEquals("explain " + TRIGGER, first("explain " + TRIGGER + "x"));
        assertEquals("create table trigger(a);", first("create table trigger(a); x"));
    }

    @Test
    void completeIsWhatEndsBehindAStatement() {
        for (String s : new String[] {";", "select 1; ", "select 1; -- x", TRIGGER, "select 1; /* a */"}) {
            assertTrue(SqlText.isComplete(s), s);
        }
        for (String s :
                new String[] {"", " ", "select 1", "select 1; /* a", "select ';", TRIGGER.replace("end;", ""), "-- ;"
                }) {
            assertFalse(SqlText.isComplete(s), s);
        }
    }

    @Test
    void parametersAreNumberedAsInSqlite() {
        assertArrayEquals(
                new String[] {null, ":a", null, "@b", "$c::d(e)"}, SqlText.parameters("? :a ? :a @b $c::d(e)"));
        assertArrayEquals(
                new String[] {null, null, "?3", null, ":x"}, SqlText.parameters("?3 ? :x"), "behind the highest");
        assertArrayEquals(new String[0], SqlText.parameters("':a' [?] \"@b\" -- ?"));
    }

    @Test
    void piecesAreTheStatement() {
        String sql = "select ?, 'x', :a";
        assertEquals(sql, SqlText.pieces(sql).stream().map(SqlText.Piece::text).collect(Collectors.joining()));
    }

    @Test
    void onlyQueriesOnlyRead() {
        assertTrue(SqlText.onlyReads(" -- insert\n SELECT 1"));
        assertTrue(SqlText.onlyReads("with a as (select 1) select * from a"));
        assertFalse(SqlText.onlyReads("with a as (select 1) insert into t select * from a"));
        assertFalse(SqlText.onlyReads("pragma journal_mode = wal"));
    }
}
