package io.serai.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.serai.payment.ReconciledBooking;
import io.serai.payment.ReconciledGroup;
import java.util.List;
import java.util.stream.Collectors;

/** Reconciliation as a table: CSV (RFC 4180) with a line of names. */
final class ReconciliationTable {

    private static final CsvMapper CSV =
            CsvMapper.csvBuilder()
                    .addModule(new JavaTimeModule())
                    .addModule(new SimpleModule().addSerializer(String.class, new PlainCell()))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                    .build();

    private ReconciliationTable() {}

    /** A line of the table of months or channels: its causes in one column. */
    private record Line(
            String of,
            String currency,
            int bookings,
            int differing,
            String expected,
            String paid,
            String difference,
            String causes) {}

    static String ofBookings(List<ReconciledBooking> bookings) throws JsonProcessingException {
        return CSV.writer(CSV.schemaFor(ReconciledBooking.class).withHeader())
                .writeValueAsString(bookings);
    }

    static String ofGroups(List<ReconciledGroup> groups) throws JsonProcessingException {
        return CSV.writer(CSV.schemaFor(Line.class).withHeader())
                .writeValueAsString(groups.stream().map(ReconciliationTable::line).toList());
    }

    private static Line line(ReconciledGroup group) {
        return new Line(
                group.of(),
                group.currency(),
                group.bookings(),
                group.differing(),
                group.expected(),
                group.paid(),
                group.difference(),
                group.causes().entrySet().stream()
                        .map(cause -> cause.getKey() + " " + cause.getValue())
                        .collect(Collectors.joining("; ")));
    }
}
