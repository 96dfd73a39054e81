package io.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * What stands in docker/: read as those who run it would read it, as far as that goes without them.
 */
class DockerFilesTests {

    private static final Path DOCKER = Path.of("docker");
    private static final ObjectMapper YAML =
            YAMLMapper.builder(YAMLFactory.builder().loaderOptions(uniqueKeys()).build()).build();
    private static final Pattern METRIC = Pattern.compile("\\bserai_[a-z_]+");
    private static final Pattern METER = Pattern.compile("\"(serai\\.[a-z.-]+)\"");

    private static final Map<String, Class<? extends HasMetadata>> KINDS =
            Map.of(
                    "ConfigMap", ConfigMap.class,
                    "Deployment", Deployment.class,
                    "Service", Service.class,
                    "Ingress", Ingress.class,
                    "PersistentVolumeClaim", PersistentVolumeClaim.class,
                    "PodDisruptionBudget", PodDisruptionBudget.class);

    @Test
    void composesOfWhatIsThere() throws IOException {
        JsonNode compose = YAML.readTree(DOCKER.resolve("compose.yaml").toFile());
        JsonNode services = compose.path("services");

        for (JsonNode service : services) {
            for (JsonNode volume : service.path("volumes")) {
                String from = volume.asText().split(":")[0];
                if (from.startsWith("./")) {
                    assertThat(DOCKER.resolve(from)).exists();
                } else {
                    assertThat(compose.path("volumes").has(from)).as(from).isTrue();
                }
            }
            service.path("depends_on")
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(services.has(name)).as(name).isTrue());
            assertThat(service.path("image").asText()).as("image").isNotBlank();
        }
    }

    @Test
    void givesKubernetesOnlyWhatItKnows() throws IOException {
        ObjectMapper strict =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .annotationIntrospector(
                                new JacksonAnnotationIntrospector() {
                                    private static final long serialVersionUID = 1;

                                    @Override
                                    public Boolean hasAnySetter(Annotated of) {
                                        return false;
                                    }
                                })
                        .build();
        List<HasMetadata> read = new ArrayList<>();

        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class)
                        .readValues(DOCKER.resolve("kubernetes/serai.yaml").toFile())) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                read.add(strict.treeToValue(document, KINDS.get(document.path("kind").asText())));
            }
        }

        assertThat(read).extracting(HasMetadata::getKind).containsAll(KINDS.keySet());
        Deployment serai =
                (Deployment)
                        read.stream()
                                .filter(Deployment.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertThat(serai.getSpec().getReplicas()).isEqualTo(2);
        assertThat(serai.getSpec().getTemplate().getSpec().getContainers())
                .allSatisfy(
                        container -> {
                            assertThat(container.getLivenessProbe()).isNotNull();
                            assertThat(container.getReadinessProbe()).isNotNull();
                        });
    }

    @Test
    void watchesOnlyWhatSeraiMeasures() throws IOException {
        Set<String> measured = meters();

        for (String file : List.of("prometheus/alerts.yml", "grafana/dashboards/serai.json")) {
            Set<String> asked = new TreeSet<>();
            var matcher = METRIC.matcher(Files.readString(DOCKER.resolve(file)));
            while (matcher.find()) {
                asked.add(
                        matcher.group()
                                .replaceFirst("_(total|max|count|sum|bucket)$", "")
                                .replaceFirst("_seconds$", ""));
            }
            assertThat(measured).as(file).containsAll(asked);
        }
    }

    @Test
    void copiesIntoTheImageWhatIsThere() throws IOException {
        List<String> lines = Files.readAllLines(DOCKER.resolve("Dockerfile"));

        assertThat(lines)
                .anyMatch(line -> line.startsWith("USER serai"))
                .anyMatch(line -> line.startsWith("HEALTHCHECK"));
        for (String line : lines) {
            if (line.startsWith("COPY ") && !line.contains("--from") && !line.contains("target/")) {
                assertThat(Path.of(line.split(" ")[1])).isDirectory();
            }
        }
    }

    private static LoaderOptions uniqueKeys() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static Set<String> meters() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                found.addAll(
                        METER.matcher(Files.readString(file))
                                .results()
                                .map(each -> each.group(1).replaceAll("[.-]", "_"))
                                .collect(Collectors.toSet()));
            }
        }
        return found;
    }
}
