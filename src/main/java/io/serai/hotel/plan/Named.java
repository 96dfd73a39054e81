package io.serai.hotel.plan;

/** By what a hotel calls what it sells. */
public final class Named {

    /** Signs of a code at most. */
    public static final int LONGEST_CODE = 60;

    /** Signs of a name at most. */
    public static final int LONGEST_NAME = 200;

    private Named() {}

    /**
     * Demands a code and a name.
     *
     * @throws PlanRefused where one is missing or too long
     */
    public static void demand(String code, String name) {
        demand("code", code, LONGEST_CODE);
        demand("name", name, LONGEST_NAME);
    }

    private static void demand(String field, String text, int longest) {
        if (text.isBlank()) {
            throw PlanRefused.of(field, "missing", "a text");
        }
        demandLength(field, text, longest);
    }

    static void demandLength(String field, String text, int longest) {
        if (text.length() > longest) {
            throw PlanRefused.of(
                    field,
                    "a text of " + text.length() + " characters",
                    "one of at most " + longest);
        }
    }
}
