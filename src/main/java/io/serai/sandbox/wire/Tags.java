package io.serai.sandbox.wire;

import org.jspecify.annotations.Nullable;

/** Writes nested XML elements; attributes come as name, value, name, value; null ones stay out. */
public final class Tags {

    private final StringBuilder text = new StringBuilder(4096);

    public Tags open(String name, @Nullable Object... attributes) {
        start(name, attributes);
        text.append(">\n");
        return this;
    }

    public Tags empty(String name, @Nullable Object... attributes) {
        start(name, attributes);
        text.append("/>\n");
        return this;
    }

    /** An element with text; none at all for null. */
    public Tags text(String name, @Nullable String content, @Nullable Object... attributes) {
        if (content != null) {
            start(name, attributes);
            text.append('>').append(Xml.escape(content)).append("</").append(name).append(">\n");
        }
        return this;
    }

    public Tags close(String... names) {
        for (var name : names) {
            text.append("</").append(name).append(">\n");
        }
        return this;
    }

    public Tags comment(String content) {
        text.append("<!-- ").append(content).append(" -->\n");
        return this;
    }

    private void start(String name, @Nullable Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1];
            if (value != null) {
                text.append(' ').append(attributes[i]).append("=\"");
                text.append(Xml.escape(value.toString())).append('"');
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
