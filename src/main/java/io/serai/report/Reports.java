package io.serai.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** All reports, by name. */
@Service
public class Reports {

    /** Whoever may look may see these. */
    private static final Set<String> WITHOUT_AMOUNTS = Set.of("parity", "conversion");

    /** Parity is of nights, the reconciliation of departures. */
    private static final Set<String> OF_ONE_DATE = Set.of("parity", "reconciliation");

    private final Map<String, Report> reports;

    Reports(List<Report> reports) {
        this.reports =
                reports.stream()
                        .collect(
                                Collectors.toMap(
                                        Report::name,
                                        Function.identity(),
                                        (a, b) -> a,
                                        TreeMap::new));
    }

    /**
     * Makes one.
     *
     * @param session sees the hotels that are asked about
     * @param name as in the address of the API
     * @throws IllegalArgumentException where there is none of this name
     * @throws ReportTooLong where it would have too many lines
     */
    public ReportTable make(JdbcClient session, String name, ReportQuestion question) {
        Report report = reports.get(name);
        if (report == null) {
            throw new IllegalArgumentException(
                    "report: '%s' (expected: one of %s)".formatted(name, reports.keySet()));
        }
        return report.make(session, question);
    }

    /** Whether a report tells what was earned or paid. */
    public static boolean hasAmounts(String name) {
        return !WITHOUT_AMOUNTS.contains(name);
    }

    /** Whether a report has its own date and steps, and no other. */
    public static boolean hasOneDate(String name) {
        return OF_ONE_DATE.contains(name);
    }
}
