package io.serai.console.access;

/**
 * Who acts, and what they may do as of now.
 *
 * @param name as the audit names them: {@code user:…}, {@code key:…}
 * @param grants what they may do, and where
 */
public record Actor(String name, Grants grants) {

    /**
     * What is for all hotels alike is not one hotel's people's to give.
     *
     * @throws AccessRefused when they do not administer all hotels, those to come among them
     */
    public void demandAdmin() {
        if (!grants.mayEverywhere(Right.ADMIN)) {
            throw AccessRefused.lacking(Right.ADMIN);
        }
    }

    /**
     * Nobody gives away at all hotels what they may not do at all hotels.
     *
     * @throws AccessRefused naming the first right that they lack
     */
    void demand(Iterable<Right> rights) {
        for (Right right : rights) {
            if (!grants.mayEverywhere(right)) {
                throw AccessRefused.lacking(right);
            }
        }
    }
}
