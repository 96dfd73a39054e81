package io.serai.console.grid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.DigestUtils;

/**
 * What a page shows already.
 *
 * @param stamps by the name of the part
 * @param groups the room types whose rows it shows
 */
public record Seen(Map<String, String> stamps, List<Integer> groups) {

    private static final String GROUP = "group-";

    /** As a page says it: part and stamp, with a colon between. */
    public static Seen of(List<String> said) {
        Map<String, String> stamps = new HashMap<>();
        List<Integer> groups = new ArrayList<>();
        for (String part : said) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                stamps.put(part.substring(0, colon), part.substring(colon + 1));
                if (part.startsWith(GROUP)) {
                    groups.add(GridWish.number(part.substring(GROUP.length(), colon)));
                }
            }
        }
        return new Seen(stamps, List.copyOf(groups));
    }

    /** What names exactly what is shown of a part. */
    public static String stamp(Object shown) {
        return DigestUtils.md5DigestAsHex(shown.toString().getBytes(UTF_8));
    }

    /** Whether a room type is shown otherwise than it is. */
    public boolean differs(Group group) {
        return !group.stamp().equals(stamps.get(GROUP + group.id()));
    }

    /** Whether a part is shown, and otherwise than it is. */
    public boolean differs(String part, Object shown) {
        return stamps.containsKey(part) && !stamp(shown).equals(stamps.get(part));
    }
}
