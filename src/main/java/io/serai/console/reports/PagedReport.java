package io.serai.console.reports;

import io.serai.report.ParityPages;
import io.serai.report.ReportQuestion;
import io.serai.report.ReportTable;

/**
 * A page of a report.
 *
 * @param question that it answers
 * @param table all lines, or those of the page alone
 * @param skip lines of the table before those of the page
 * @param page which one, from 1
 * @param pages how many there are
 * @param count lines of all of them
 * @param names what its codes are called
 */
record PagedReport(
        ReportQuestion question,
        ReportTable table,
        int skip,
        int page,
        int pages,
        int count,
        ReportNames names) {

    static PagedReport of(ReportQuestion question, ParityPages.Page read, ReportNames names) {
        return new PagedReport(
                question, read.table(), 0, read.page(), read.pages(), read.count(), names);
    }

    static PagedReport of(
            ReportQuestion question, ReportTable table, int asked, int size, ReportNames names) {
        int count = table.lines().size();
        int pages = Math.max(1, (count + size - 1) / size);
        int page = Math.min(Math.max(asked, 1), pages);
        return new PagedReport(question, table, (page - 1) * size, page, pages, count, names);
    }
}
