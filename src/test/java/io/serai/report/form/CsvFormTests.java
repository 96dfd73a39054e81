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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report as CSV. */
class CsvFormTests {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 20);

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void keepsATextFromBeingAFormula(String plan) throws IOException {
        assertThat(written(plan, new BigDecimal("-5.10"))).contains("'" + plan).contains("-5.10");
    }

    @Test
    void writesOtherTextsAndNumbersBelowZeroAsTheyAre() throws IOException {
        assertThat(written("BAR-1", new BigDecimal("-5.10")))
                .isEqualTo("ratePlan,from,count,change,nothing\nBAR-1,2026-07-20,-3,-5.10,\n");
    }

    private static String written(String plan, BigDecimal change) throws IOException {
        var table =
                new ReportTable(
                        List.of(
                                new Column("ratePlan", Kind.TEXT),
                                new Column("from", Kind.DAY),
                                new Column("count", Kind.COUNT),
                                new Column("change", Kind.MONEY),
                                new Column("nothing", Kind.TEXT)),
                        List.of(Arrays.asList(plan, DAY, -3L, change, null)),
                        List.of(),
                        List.of());
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
        new CsvForm().write("parity", question, table, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
