package io.serai.flow;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceResolverSupport;
import org.apache.camel.support.ResourceSupport;

/**
 * Answers Camel's {@code file:} resources. A mapping is answered with its last good text, wherever
 * {@code serai.flow.mappings} lies, so that whatever loads it anew gets the one that was checked;
 * any other file is answered as it stands on disk.
 */
final class MappingResolver extends ResourceResolverSupport {

    private static final String SCHEME = "file";

    private final Mappings mappings;

    MappingResolver(Mappings mappings) {
        super(SCHEME);
        this.mappings = mappings;
    }

    @Override
    protected Resource createResource(String location, String remaining) {
        String plain = remaining.startsWith("//") ? remaining.substring(2) : remaining;
        String path = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        Optional<String> mapping = mappings.fileOf(path).filter(Mappings::isMapping);
        return new OnDisk(location, mapping.map(mappings::pathOf).orElse(Path.of(path))) {
            @Override
            public boolean exists() {
                return mapping.map(mappings.texts()::containsKey).orElseGet(super::exists);
            }

            @Override
            public InputStream getInputStream() throws IOException {
                Optional<String> good = mapping.map(mappings.texts()::get);
                if (mapping.isPresent() && good.isEmpty()) {
                    throw new FileNotFoundException(location + " is missing or was refused");
                }
                return good.isPresent()
                        ? new ByteArrayInputStream(good.get().getBytes(StandardCharsets.UTF_8))
                        : super.getInputStream();
            }
        };
    }

    private static class OnDisk extends ResourceSupport {

        private final Path path;

        OnDisk(String location, Path path) {
            super(SCHEME, location);
            this.path = path;
        }

        @Override
        public boolean exists() {
            return Files.exists(path);
        }

        @Override
        public URI getURI() {
            return path.toUri();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
