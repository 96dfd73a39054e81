package io.serai.console.engineer;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder of routes and mappings.
 *
 * @param folder its name
 * @param channel what people call the channel that it is; empty where it is none
 * @param description whether its channel.yaml is in force, and why not; empty where it needs none
 * @param files its files, by path
 * @param hasMappings whether mappings lie there, which can be tried
 */
record FolderRow(
        String folder,
        String channel,
        String description,
        List<FileRow> files,
        boolean hasMappings) {

    /** Those whose newest text was refused. */
    public List<FileRow> refused() {
        return files.stream().filter(file -> !file.state().equals("running")).toList();
    }

    /** Those whose path, routes or refusal have this in them; running, or refused. */
    List<FileRow> files(String part, String state) {
        String small = part.toLowerCase(Locale.ROOT);
        return files.stream()
                .filter(
                        file ->
                                state.isEmpty()
                                        || state.equals("running")
                                                == file.state().equals("running"))
                .filter(
                        file ->
                                (file.path() + " " + file.ids() + " " + file.refusal())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(small))
                .toList();
    }

    /** All folders, by name. */
    static List<FolderRow> of(List<FileRow> files, Channels channels) {
        Map<String, List<FileRow>> folders = new TreeMap<>();
        for (FileRow file : files) {
            String[] parts = file.path().split("/");
            folders.computeIfAbsent(parts.length > 2 ? parts[1] : "", name -> new ArrayList<>())
                    .add(file);
        }
        channels.refused().keySet().forEach(name -> folders.computeIfAbsent(name, it -> List.of()));
        return folders.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue(), channels))
                .toList();
    }

    private static FolderRow row(String folder, List<FileRow> files, Channels channels) {
        Channel channel = channels.find(folder).orElse(null);
        String refused = channels.refused().get(folder);
        return new FolderRow(
                folder,
                channel == null ? "" : channel.definition().name(),
                refused != null ? refused : channel == null ? "" : "in force",
                files,
                channel != null
                        && files.stream()
                                .anyMatch(file -> file.path().startsWith("mappings/" + folder)));
    }
}
