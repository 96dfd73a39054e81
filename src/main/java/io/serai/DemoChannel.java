package io.serai;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What the first hotel is at the sandbox: {@code sandbox-demo.yaml}.
 *
 * @param provider the code of the channel that the sandbox plays
 * @param folder the channel's folder, which its settings are named for
 * @param standIn which of the stand-ins plays it, from 1
 * @param name the connection's
 * @param account the account's name
 * @param credentials the connection's keys, each for the word account or secret
 * @param hotelKey the key of the connection's configuration for the hotel's number
 * @param hotel the hotel's number
 * @param firstRoom the first room type's number
 * @param firstRate the first rate plan's number
 * @param ratesOfRooms whether each room type has rate plans of its own
 * @param pricing how a rate plan's pricing is called there
 * @param more what else is told of the hotel
 */
record DemoChannel(
        String provider,
        String folder,
        int standIn,
        String name,
        String account,
        Map<String, String> credentials,
        String hotelKey,
        long hotel,
        long firstRoom,
        long firstRate,
        boolean ratesOfRooms,
        Map<String, String> pricing,
        Map<String, Object> more) {

    private static final ClassPathResource FILE = new ClassPathResource("sandbox-demo.yaml");

    static List<DemoChannel> all() {
        try (var text = FILE.getInputStream()) {
            return List.of(
                    YAMLMapper.builder()
                            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                            .build()
                            .readValue(text, DemoChannel[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE.getPath() + " cannot be read", e);
        }
    }

    /** The connection's credentials with this secret. */
    Map<String, String> credentials(String secret) {
        return credentials.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().equals("secret") ? secret : account));
    }
}
