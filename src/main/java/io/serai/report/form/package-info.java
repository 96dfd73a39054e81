/** How reports are written: JSON, CSV and spreadsheets, the same columns in each. */
@NullMarked
package io.serai.report.form;

import org.jspecify.annotations.NullMarked;
