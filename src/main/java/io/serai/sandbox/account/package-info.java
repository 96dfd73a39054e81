/** Machine accounts and the tokens they exchange their secret for. */
@NullMarked
package io.serai.sandbox.account;

import org.jspecify.annotations.NullMarked;
