package io.serai.console.people;

import io.serai.channel.account.CredentialAges.Age;
import io.serai.channel.account.CredentialAges.Due;
import io.serai.console.Times;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The credentials of a connection in the list.
 *
 * @param due a word for what is to be done
 * @param todo what is to be done
 */
record CredentialRow(
        long connection,
        int hotel,
        String hotelName,
        String name,
        String changed,
        long days,
        String expires,
        String due,
        String todo) {

    static CredentialRow of(Age age, String hotel, ZoneId zone) {
        return new CredentialRow(
                age.connection(),
                age.hotel(),
                hotel,
                age.name(),
                Times.date(age.changedAt().atZone(zone).toLocalDate()),
                age.days(),
                age.expiresAt() == null
                        ? "not known"
                        : Times.date(age.expiresAt().atZone(zone).toLocalDate()),
                age.due().name().toLowerCase(Locale.ROOT),
                todo(age));
    }

    /** What is most urgent comes first. */
    Due urgency() {
        return Due.valueOf(due.toUpperCase(Locale.ROOT));
    }

    private static String todo(Age age) {
        return switch (age.due()) {
            case BROKEN ->
                    "The channel does not take them ("
                            + age.reason()
                            + "). Get new ones from the channel and enter them.";
            case ENDED -> "They are over. Get new ones from the channel and enter them.";
            case ENDS -> "They end soon. Get new ones from the channel and enter them before.";
            case OLD -> "They are old. Have the channel make new ones, and enter them.";
            case NOTHING -> "Nothing.";
        };
    }
}
