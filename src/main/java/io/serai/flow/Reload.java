package io.serai.flow;

/** Has the folders of routes and mappings looked at at once, those refused tried again. */
public interface Reload {

    /** Returns when what can be taken is taken, and what cannot be is refused. */
    void now();
}
