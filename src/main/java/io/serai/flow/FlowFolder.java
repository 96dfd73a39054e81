package io.serai.flow;

/** The two folders that are followed. */
public enum FlowFolder {
    /** Routes, and beside them {@code channel.yaml}: what happens, in which order. */
    ROUTES,
    /** Mappings and the schemas of the ports: how a message of theirs becomes one of ours. */
    MAPPINGS;

    /** The name files of this folder are shown under: {@code routes/…}, {@code mappings/…}. */
    public String shown(String file) {
        return name().toLowerCase(java.util.Locale.ROOT) + "/" + file;
    }
}
