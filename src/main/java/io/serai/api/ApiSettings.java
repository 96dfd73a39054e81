package io.serai.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API takes.
 *
 * @param maxBody the largest body of a call that does not write nights in bulk
 */
@ConfigurationProperties("serai.api")
record ApiSettings(@DefaultValue("1MB") DataSize maxBody) {}
