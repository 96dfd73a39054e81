/**
 * Where Serai keeps what it knows: its own PostgreSQL or a given one, and who may see which rows.
 */
@NullMarked
package io.serai.database;

import org.jspecify.annotations.NullMarked;
