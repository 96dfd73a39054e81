package io.serai.channel;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * Fills <code>{{name}}</code> and <code>{{name:otherwise}}</code> with settings. A placeholder for
 * a credential stays: it is filled on the wire.
 */
final class SettingPlaceholders implements UnaryOperator<String> {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{(?!credential:)([^{}:]+)(?::([^{}]*))?}}");

    private final PropertyResolver settings;

    SettingPlaceholders(PropertyResolver settings) {
        this.settings = settings;
    }

    @Override
    public String apply(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String name, @Nullable String otherwise) {
        String value = settings.getProperty(name);
        if (value == null && otherwise == null) {
            throw new IllegalArgumentException("{{" + name + "}}: not set (expected: a setting)");
        }
        return value == null ? String.valueOf(otherwise) : value;
    }
}
