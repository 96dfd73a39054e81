package io.serai.console.connections;

import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.reservation.hook.HookBook;
import io.serai.reservation.hook.StoredHook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a user works on one of the places at which a hotel's systems are told. */
@Component
class HookPlace {

    private final Desk desk;

    HookPlace(Desk desk) {
        this.desk = desk;
    }

    /** What is done there. */
    interface Work<T> {

        T at(JdbcClient session, Hotel hotel, StoredHook hook);
    }

    /**
     * Works on it in a transaction that sees its hotel alone.
     *
     * @throws NotHere when it is none of the hotel's
     */
    <T> T at(SignedIn user, int hotel, long hook, Work<T> work) {
        return desk.at(
                user,
                hotel,
                (session, here) ->
                        work.at(
                                session,
                                here,
                                new HookBook(session, hotel)
                                        .find(hook)
                                        .orElseThrow(() -> new NotHere("webhook " + hook))));
    }
}
