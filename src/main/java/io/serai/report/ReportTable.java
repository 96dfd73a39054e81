package io.serai.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report, whatever form it is written in.
 *
 * @param lines values in the order of the columns: String, LocalDate, Instant, Boolean, Long, or
 *     BigDecimal with the digits that are shown; null: there is none
 * @param totals lines of the whole period; none where lines of several steps cannot be put together
 * @param notes what a reader must know of these figures, in words
 */
public record ReportTable(
        List<Column> columns,
        List<List<@Nullable Object>> lines,
        List<List<@Nullable Object>> totals,
        List<String> notes) {}
