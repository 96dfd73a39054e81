package io.serai.console.engineer;

import io.serai.console.Times;
import io.serai.flow.FlowFile;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A file beside the program.
 *
 * @param path as engineers name it
 * @param state running, refused (what ran before goes on), or broken (nothing of it runs)
 * @param ids what runs from it
 * @param loaded when what runs was loaded; empty when nothing does
 * @param refusal where and why its newest text was refused; empty when it was not
 */
record FileRow(String path, String state, String ids, String loaded, String refusal) {

    static FileRow of(FlowFile file, ZoneId zone) {
        Instant loaded = file.loaded();
        boolean refused = file.state() == FlowFile.State.REFUSED;
        return new FileRow(
                file.path(),
                !refused ? "running" : loaded == null ? "broken" : "refused",
                String.join(", ", file.ids()),
                loaded == null ? "" : Times.moment(loaded, zone),
                file.refusal() == null ? "" : file.refusal());
    }
}
