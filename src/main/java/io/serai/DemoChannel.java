package io.serai;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * What the first hotel is at the sandbox: {@code sandbox-demo.yaml}.
 *
 * @param provider the code of the channel that the sandbox plays
 * @param name the connection's
 * @param account the machine account's id
 * @param hotel the hotel's number
 * @param firstRoom the first room type's number
 * @param firstRate the first rate plan's number
 * @param pricing how a rate plan's pricing is called there
 */
record DemoChannel(
        String provider,
        String name,
        String account,
        long hotel,
        long firstRoom,
        long firstRate,
        Map<String, String> pricing) {

    private static final ClassPathResource FILE = new ClassPathResource("sandbox-demo.yaml");

    static DemoChannel read() {
        try (var text = FILE.getInputStream()) {
            return YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .build()
                    .readValue(text, DemoChannel.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE.getPath() + " cannot be read", e);
        }
    }
}
