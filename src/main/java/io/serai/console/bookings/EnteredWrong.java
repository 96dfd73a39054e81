package io.serai.console.bookings;

import io.serai.console.Refusal;
import java.util.Set;

/** What somebody entered cannot be meant. */
final class EnteredWrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;
    private final transient Set<String> fields;

    private EnteredWrong(Refusal refusal, Set<String> fields) {
        super(refusal.words());
        this.refusal = refusal;
        this.fields = fields;
    }

    /** In the words of programs: {@code where: met (expected: what)}. */
    static EnteredWrong of(String told) {
        Refusal refusal = Refusal.of(told);
        return new EnteredWrong(refusal, Set.of(refusal.field()));
    }

    /** Nothing was entered where something is needed. */
    static EnteredWrong missing(String field) {
        return new EnteredWrong(Refusal.missing(field), Set.of(field));
    }

    /** The days of a span are the wrong way round. */
    static EnteredWrong turned() {
        return new EnteredWrong(
                new Refusal("from", "The first day lies after the last: exchange them."),
                Set.of("from", "to"));
    }

    /** For the person who entered it. */
    String words() {
        return refusal.words();
    }

    /** The fields that it is about. */
    Set<String> fields() {
        return fields;
    }
}
