package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** Writes job data as plain JSON, so that no class is ever made from what stands in the database. */
final class JobJson implements Serializer {
    private final JsonMapper json = JsonMapper.shared();

    @Override
    public byte[] serialize(Object data) {
        return json.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
        return json.readValue(bytes, type);
    }
}
