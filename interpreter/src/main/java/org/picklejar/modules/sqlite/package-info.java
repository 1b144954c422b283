/** What {@code sqlite3} needs of SQLite. */
package org.picklejar.modules.sqlite;
