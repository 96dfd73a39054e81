package io.serai.console;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list as somebody sees it, to lead back to it after an act. */
public final class PageAddress {

    private PageAddress() {}

    /**
     * This list, narrowed so.
     *
     * @param said by the name of each field, by which they are ordered; what is empty is left out,
     *     and so is the first page
     */
    public static String of(String path, Map<String, String> said) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        new TreeMap<>(said)
                .forEach(
                        (name, value) -> {
                            if (!value.isEmpty() && !(name.equals("page") && value.equals("1"))) {
                                address.queryParam(name, "{" + name + "}");
                            }
                        });
        return address.encode().buildAndExpand(said).toUriString();
    }
}
