package io.serai.database.place;

/** Is told, within the transaction that keeps it, that the database may be older than it was. */
public interface MoveHeard {

    /**
     * It was restored, moved, or taken over by another server.
     *
     * @param words what was noticed, for people
     */
    void moved(String words);
}
