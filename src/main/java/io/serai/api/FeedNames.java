package io.serai.api;

import org.jspecify.annotations.Nullable;

/** Reads what a request about revisions names. */
final class FeedNames {

    private FeedNames() {}

    /**
     * Who reads: by the name that is given, or who asks.
     *
     * @throws Problem 400 for what is no name
     */
    static String reader(Caller caller, @Nullable String name) {
        if (name == null) {
            return caller.actor();
        }
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Problem.bad(
                    "reader: '" + name + "' (expected: 1 to 64 letters, digits, dots, - and _)");
        }
        return name;
    }

    /**
     * The number of a revision.
     *
     * @throws Problem 400 for what is none
     */
    static long revision(String field, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.bad(field + ": '" + id + "' (expected: the id of a revision)");
        }
        return Long.parseLong(id);
    }

    /**
     * True or false; false when it is missing.
     *
     * @throws Problem 400 for anything else
     */
    static boolean flag(String name, @Nullable String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Problem.bad(name + ": '" + value + "' (expected: true or false)");
        }
        return "true".equals(value);
    }
}
