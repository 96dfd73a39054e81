package io.serai.flow.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.flow.FlowSettings;
import io.serai.flow.Mappings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Tries the mappings of a channel: over their examples, and over the last messages that were really
 * received and sent.
 */
@Component
public class MappingTrial {

    private final FlowSettings folders;
    private final Mappings mappings;
    private final KeptMessages messages;
    private final Trials trials;

    MappingTrial(
            FlowSettings folders,
            Mappings mappings,
            KeptMessages messages,
            KeptMessageSettings settings) {
        this.folders = folders;
        this.mappings = mappings;
        this.messages = messages;
        this.trials = new Trials(messages::last, settings);
    }

    /** What of their examples does not hold, and how many do. */
    public String check(String channel) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, false, UTF_8)) {
            new ExamplesCheck(out).check(folders.mappings().resolve(channel));
        }
        return said.toString(UTF_8);
    }

    /** The mappings of a channel with their texts on disk, by their files. */
    public Map<String, String> texts(String channel) {
        return MappingFolder.texts(folders.mappings(), channel);
    }

    /**
     * What the files of a channel on disk make otherwise of the messages that were kept than what
     * was made of them: those of them that are others than what runs, or, where none is, those that
     * were changed last. Nothing where none ever was.
     */
    public List<TriedMapping> compare(String channel) {
        Map<String, String> running = mappings.running();
        Map<String, String> now = new TreeMap<>(running);
        Map<String, String> disk = texts(channel);
        now.putAll(disk);
        Set<String> changed = new TreeSet<>(disk.keySet());
        changed.removeIf(file -> disk.get(file).equals(running.get(file)));
        if (!changed.isEmpty()) {
            return run(TriedTexts.candidates(now, changed));
        }
        Map<String, String> before =
                new TreeMap<>(MappingFolder.texts(folders.mappingsBefore(), channel));
        before.keySet().retainAll(now.keySet());
        before.entrySet().removeIf(each -> each.getValue().equals(now.get(each.getKey())));
        return before.isEmpty() ? List.of() : run(TriedTexts.lastChange(now, before));
    }

    /**
     * The same with a text of one mapping that is nowhere on disk.
     *
     * @param file a mapping of what {@link #texts} says
     */
    public List<TriedMapping> compare(String file, String text) {
        Map<String, String> now = new TreeMap<>(mappings.running());
        now.put(file, text);
        return run(TriedTexts.candidates(now, Set.of(file)));
    }

    private List<TriedMapping> run(TriedTexts texts) {
        messages.write();
        return trials.run(texts);
    }
}
