package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A part of a hotel's content.
 *
 * @param part its name in addresses, as {@code room:DBL}
 * @param kind its kind
 * @param content what was written, and what the hotel's own record says
 */
record PartView(String part, String kind, ObjectNode content) {}
