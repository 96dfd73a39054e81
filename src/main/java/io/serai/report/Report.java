package io.serai.report;

import org.springframework.jdbc.core.simple.JdbcClient;

/** One of the reports. */
interface Report {

    /** Its name in the address of the API. */
    String name();

    /** Makes it of what the session sees. */
    ReportTable make(JdbcClient session, ReportQuestion question);
}
