/** The stand-in's OAuth and GraphQL faces, and the webhook notifications that go with them. */
@NullMarked
package io.serai.sandbox.expedia.graph;

import org.jspecify.annotations.NullMarked;
