package io.serai.flow;

/** Says in one line why Camel would not load a text. */
final class Reasons {

    private static final int LONGEST = 400;

    private static final int WRAPPING = 80;

    private Reasons() {}

    /**
     * The innermost message that says something, with what little its wrapper adds; the outer ones
     * repeat it around dumps of the route.
     */
    static String of(Throwable failure) {
        String reason = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank() && !isAddedTo(reason, message)) {
                reason = message;
            }
        }
        String line =
                (reason.isEmpty() ? failure.toString() : reason).strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static boolean isAddedTo(String outer, String inner) {
        return outer.contains(inner)
                && outer.length() < inner.length() + WRAPPING
                && !outer.startsWith("Failed to create route")
                && !outer.startsWith("Failed to resolve endpoint");
    }
}
