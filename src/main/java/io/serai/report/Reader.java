package io.serai.report;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the lines of a report say. */
@FunctionalInterface
interface Reader<T> {

    /** By the question's own steps and lines; what it says of the year before is nothing here. */
    Lines<T> read(JdbcClient session, ReportQuestion question);
}
