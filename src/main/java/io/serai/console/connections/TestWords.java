package io.serai.console.connections;

import io.serai.channel.connection.CredentialTrial;
import io.serai.channel.connection.StoredConnection;

/** What a channel's answer to a test means to whoever made it, and what to do. */
final class TestWords {

    private TestWords() {}

    static String of(CredentialTrial.Answer answer, StoredConnection connection) {
        String said = answer.words() == null ? "" : " It said: " + answer.words() + ".";
        return "The channel did not let hotel "
                + connection.remoteHotel()
                + " in."
                + said
                + " Compare the credentials and the hotel's number with those the channel shows, see that the hotel"
                + " chose you as its provider there, and test again.";
    }
}
