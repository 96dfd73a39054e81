package io.serai.flow;

import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * The text of one route file.
 *
 * @param file its path below the routes folder
 * @param location how Camel names it
 * @param text the whole file
 */
record RouteText(String file, String location, String text) {

    static boolean isRouteFile(String file) {
        return file.endsWith(".camel.xml") || (isYaml(file) && !isNamed(file, "channel.yaml"));
    }

    boolean isYaml() {
        return isYaml(file);
    }

    Resource resource() {
        return ResourceHelper.fromString(location, text);
    }

    /** Whether the text speaks of something by that name. */
    boolean mentions(String name) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            if (!isNamePart(at - 1) && !isNamePart(end)) {
                return true;
            }
            at = text.indexOf(name, at + 1);
        }
        return false;
    }

    private boolean isNamePart(int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static boolean isYaml(String file) {
        return file.endsWith(".yaml");
    }

    private static boolean isNamed(String file, String name) {
        return file.equals(name) || file.endsWith("/" + name);
    }
}
