package io.serai.sandbox.wire;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an OTA answer: Success or Errors, Warnings, and the RUID comment after the root. */
public final class OtaAnswer {

    /** OTA error type 3: a business rule. */
    private static final String BUSINESS_RULE = "3";

    private final String root;
    private final StringBuilder text = new StringBuilder(512);

    public OtaAnswer(String root, String version) {
        this.root = root;
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(root);
        text.append(" xmlns=\"").append(Xml.OTA).append("\" TimeStamp=\"").append(now());
        text.append("\" Target=\"Production\" Version=\"").append(version).append("\">\n");
    }

    public static String now() {
        return OffsetDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"));
    }

    public OtaAnswer success() {
        text.append("  <Success/>\n");
        return this;
    }

    /** An element without content; attributes come as name, value, name, value. */
    public OtaAnswer element(String name, @Nullable Object... attributes) {
        text.append("  ").append(new Tags().empty(name, attributes));
        return this;
    }

    /** A list of one such element. */
    public OtaAnswer list(String list, String name, @Nullable Object... attributes) {
        text.append(new Tags().open(list).empty(name, attributes).close(list));
        return this;
    }

    public OtaAnswer errors(List<Problem> problems, boolean named) {
        return list("Error", problems, named);
    }

    public OtaAnswer warnings(List<Problem> problems, boolean named) {
        return list("Warning", problems, named);
    }

    private OtaAnswer list(String kind, List<Problem> problems, boolean named) {
        if (problems.isEmpty()) {
            return this;
        }
        text.append("  <").append(kind).append("s>\n");
        for (var problem : problems) {
            text.append("    <").append(kind);
            attribute("ShortText", problem.sentence());
            if (!problem.code().isEmpty()) {
                attribute("Code", problem.code());
                attribute("Type", BUSINESS_RULE);
            }
            if (named && problem.record() != null) {
                attribute("RecordID", problem.record());
            }
            text.append("/>\n");
        }
        text.append("  </").append(kind).append("s>\n");
        return this;
    }

    private void attribute(String name, String value) {
        text.append(' ').append(name).append("=\"").append(Xml.escape(value)).append('"');
    }

    public String end(String ruid) {
        text.append("</").append(root).append(">\n<!-- RUID: [").append(ruid).append("] -->\n");
        return text.toString();
    }
}
