/** What is told beside the program: pages, images, manifests. Held to what the program is. */
@NullMarked
package io.serai.docs;

import org.jspecify.annotations.NullMarked;
