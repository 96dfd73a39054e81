package io.serai.alert;

/**
 * What a receiver is told in one go, and who sends it now.
 *
 * @param id the same however often it is sent
 * @param turn whose turn it is
 * @param tries how often it was begun, this time included
 * @param owner who may send it until its lease ends
 */
public record ClaimedDigest(String id, Turn turn, int tries, String owner) {

    /**
     * A receiver who is to be told something.
     *
     * @param way mail or webhook
     * @param failing whether what it was told last was not taken
     */
    public record Turn(long receiver, String way, boolean failing) {}
}
