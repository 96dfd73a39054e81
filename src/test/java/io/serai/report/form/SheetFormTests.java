package io.serai.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.report.By;
import io.serai.report.Column;
import io.serai.report.Each;
import io.serai.report.Kind;
import io.serai.report.Period;
import io.serai.report.ReportQuestion;
import io.serai.report.ReportTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A report as a spreadsheet. */
class SheetFormTests {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 20);

    @Test
    void writesNumbersAsNumbersAndDaysAsDays() throws IOException {
        var table =
                new ReportTable(
                        List.of(
                                new Column("from", Kind.DAY),
                                new Column("bookings", Kind.COUNT),
                                new Column("adr", Kind.MONEY),
                                new Column("leadTime", Kind.MEAN)),
                        List.of(Arrays.asList(DAY, 7L, new BigDecimal("114.29"), null)),
                        List.of(),
                        List.of("A word to the reader"));

        Map<String, String> parts = unzipped(written(table));

        assertThat(parts.get("xl/workbook.xml"))
                .contains("name=\"revenue\"", "name=\"notes\"")
                .doesNotContain("totals");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("<v>46223.0</v>", "<v>7</v>", "<v>114.29</v>");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("leadTime", "A word to the reader");
    }

    private static byte[] written(ReportTable table) throws IOException {
        var question =
                new ReportQuestion(
                        List.of(1),
                        new Period(DAY, DAY.plusDays(1)),
                        By.STAY,
                        Each.DAY,
                        Set.of(),
                        null,
                        false,
                        7,
                        2,
                        false,
                        Instant.EPOCH);
        var out = new ByteArrayOutputStream();
        new SheetForm().write("revenue", question, table, out);
        return out.toByteArray();
    }

    /** By its directory, as programs read it: the library writes sizes there alone. */
    private static Map<String, String> unzipped(byte[] sheet) throws IOException {
        Path file = Files.write(Files.createTempFile("report", ".xlsx"), sheet);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }
}
