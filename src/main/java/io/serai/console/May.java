package io.serai.console;

import io.serai.console.access.Grants;
import io.serai.console.access.Right;

/**
 * What a page offers to whoever looks at it: at its hotel, or at any where it has none. The page's
 * acts ask again.
 *
 * @param operate set, send, book, replay
 * @param finance charge and refund, see what was earned
 * @param revealCard see a card in full
 * @param engineer look into messages, routes and jobs
 * @param admin give rights and keys, change credentials
 */
public record May(
        boolean operate, boolean finance, boolean revealCard, boolean engineer, boolean admin) {

    static May at(Grants grants, int hotel) {
        return new May(
                grants.may(Right.OPERATE, hotel),
                grants.may(Right.FINANCE, hotel),
                grants.may(Right.REVEAL_CARD, hotel),
                grants.may(Right.ENGINEER, hotel),
                grants.may(Right.ADMIN, hotel));
    }

    static May anywhere(Grants grants) {
        return new May(
                grants.mayAnywhere(Right.OPERATE),
                grants.mayAnywhere(Right.FINANCE),
                grants.mayAnywhere(Right.REVEAL_CARD),
                grants.mayAnywhere(Right.ENGINEER),
                grants.mayAnywhere(Right.ADMIN));
    }
}
