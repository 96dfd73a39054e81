/** Tests of the pages of what a hotel's own record says of what it sells. */
@org.jspecify.annotations.NullMarked
package io.serai.console.record;
