package io.serai.report.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.serai.report.Column;
import io.serai.report.ReportQuestion;
import io.serai.report.ReportTable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** JSON: what was asked, lines as objects, totals, notes. What there is not is left out. */
@Component
class JsonForm implements ReportForm {

    private final JsonFactory json = new JsonFactory();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public void write(String report, ReportQuestion question, ReportTable table, OutputStream out)
            throws IOException {
        try (JsonGenerator to =
                json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            to.writeStartObject();
            to.writeStringField("report", report);
            to.writeArrayFieldStart("hotels");
            for (int hotel : question.hotels()) {
                to.writeString(Integer.toString(hotel));
            }
            to.writeEndArray();
            to.writeStringField("from", question.period().from().toString());
            to.writeStringField("to", question.period().until().minusDays(1).toString());
            to.writeStringField("by", question.by().word());
            to.writeStringField("each", question.each().word());
            lines(to, "lines", table, table.lines());
            lines(to, "totals", table, table.totals());
            to.writeArrayFieldStart("notes");
            for (String note : table.notes()) {
                to.writeString(note);
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    private static void lines(
            JsonGenerator to, String name, ReportTable table, List<List<@Nullable Object>> lines)
            throws IOException {
        to.writeArrayFieldStart(name);
        for (List<@Nullable Object> line : lines) {
            to.writeStartObject();
            for (int i = 0; i < line.size(); i++) {
                value(to, table.columns().get(i), line.get(i));
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void value(JsonGenerator to, Column column, @Nullable Object value)
            throws IOException {
        if (value instanceof Long count) {
            to.writeNumberField(column.name(), count);
        } else if (value instanceof Boolean flag) {
            to.writeBooleanField(column.name(), flag);
        } else if (value instanceof BigDecimal number) {
            to.writeStringField(column.name(), number.toPlainString());
        } else if (value != null) {
            to.writeStringField(column.name(), value.toString());
        }
    }
}
