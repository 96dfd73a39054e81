package io.serai.sandbox.wire;

import java.util.List;

/** Writes B.XML answers; each ends with the RUID comment after the root. */
public final class BxmlAnswer {

    private static final String HEAD = "<?xml version=\"1.0\" standalone=\"yes\"?>\n";

    private BxmlAnswer() {}

    /** A whole document around elements already written. */
    public static String document(String elements, String ruid) {
        return HEAD + elements + "\n<!-- RUID: [" + ruid + "] -->\n";
    }

    /** {@code <ok/>}, or errors and warnings below {@code <response>}. */
    public static String settled(
            boolean applied, List<Problem> errors, List<Problem> warnings, String ruid) {
        if (errors.isEmpty() && warnings.isEmpty()) {
            return document("<ok/>", ruid);
        }
        return document(
                "<response>"
                        + (applied ? "<ok/>" : "")
                        + list("error", errors)
                        + list("warning", warnings)
                        + "</response>",
                ruid);
    }

    static String of(String root, Refusal refusal, String ruid) {
        if (refusal.status() != 401) {
            return settled(false, List.of(Problem.of(refusal)), List.of(), ruid);
        }
        return document(
                "<%s>\n  <fault code=\"401\" string=\"%s\"/>\n</%s>"
                        .formatted(root, Xml.escape(refusal.words()), root),
                ruid);
    }

    private static String list(String kind, List<Problem> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("<" + kind + "s>");
        for (var problem : problems) {
            text.append("<%s code=\"%s\"><message>".formatted(kind, problem.code()));
            text.append(Xml.escape(problem.words())).append("</message></" + kind + ">");
        }
        return text.append("</" + kind + "s>").toString();
    }
}
