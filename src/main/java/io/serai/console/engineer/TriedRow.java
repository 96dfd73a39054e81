package io.serai.console.engineer;

import io.serai.console.Times;
import io.serai.console.Words;
import io.serai.flow.trial.FieldDifference;
import io.serai.flow.trial.TriedMapping;
import io.serai.flow.trial.TriedMapping.Cut;
import io.serai.flow.trial.TriedMessage;
import java.time.ZoneId;
import java.util.List;

/**
 * A mapping that was tried over the messages kept of it.
 *
 * @param mapping its file
 * @param said how many were tried, and what became of them
 * @param refused why it cannot run; empty: it can
 * @param messages those it makes something else of
 */
record TriedRow(String mapping, String said, String refused, List<Message> messages) {

    /**
     * One of them.
     *
     * @param name which it is
     * @param against with what is compared
     * @param failed why the mapping fails on it; empty: it does not
     * @param more how many fields differ beside those shown
     */
    record Message(
            String name, String against, String failed, List<FieldDifference> fields, int more) {}

    static TriedRow of(TriedMapping tried, ZoneId zone) {
        return new TriedRow(
                tried.mapping(),
                said(tried),
                tried.refused() == null ? "" : tried.refused(),
                tried.others().stream().map(message -> message(tried, message, zone)).toList());
    }

    private static String said(TriedMapping tried) {
        if (tried.cut() == Cut.BEFORE) {
            return "Not tried: the mapping before it ended the trial.";
        }
        if (tried.kept() == 0 && tried.cut() == null) {
            return "No message of it is kept: none came since it runs here, or its time is over.";
        }
        String said =
                "%d of %s tried: %d the same, %d others, it fails on %d."
                        .formatted(
                                tried.tried(),
                                Words.counted(tried.kept(), "message"),
                                tried.tried() - tried.others().size(),
                                tried.others().size() - tried.failing(),
                                tried.failing());
        return tried.cut() == null ? said : said + ended(tried.cut()).formatted(tried.tried() + 1);
    }

    private static String ended(Cut cut) {
        return switch (cut) {
            case TIME -> " Then its time was over, on message %d: it may never end.";
            case MEMORY -> " Then its memory was full, on message %d.";
            case LOST, BEFORE -> " Then the process that tried it ended by itself, on message %d.";
        };
    }

    private static Message message(TriedMapping tried, TriedMessage message, ZoneId zone) {
        String attempt = message.attempt() == null ? "" : ", attempt " + message.attempt();
        String booking = message.booking().isEmpty() ? "" : ", booking " + message.booking();
        return new Message(
                "Message %d of %d (%d), %s%s%s"
                        .formatted(
                                message.place(),
                                tried.kept(),
                                message.id(),
                                Times.moment(message.at(), zone),
                                attempt,
                                booking),
                message.against(),
                message.failed() == null ? "" : message.failed(),
                message.fields(),
                message.more());
    }
}
