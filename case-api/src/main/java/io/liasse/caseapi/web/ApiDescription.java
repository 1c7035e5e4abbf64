package io.liasse.caseapi.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The head of the OpenAPI description: manners that hold for every call, ways to sign in, the shape of errors. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String MANNERS = """
            Lists take `limit` and `cursor` and answer `{items, next}`; `next` is null on the last page. Changes take the \
            version you know in `If-Match` (from `ETag`): 428 without, 412 when it is stale. A `POST` with an \
            `Idempotency-Key` happens once. Errors are problem details (RFC 9457) with a stable `type`. Dates are ISO 8601.
            """;

    @Bean
    @Lazy
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Liasse").version("v1").description(MANNERS))
                .components(new Components()
                        .addResponses("problem", problem())
                        .addSecuritySchemes("basic", scheme("basic", "A local user"))
                        .addSecuritySchemes("token", scheme("bearer", "An API token"))
                        .addSecuritySchemes("session", session()))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    /** What every call may answer instead. */
    @Bean
    @Lazy
    OpenApiCustomizer problems() {
        ApiResponse problem = new ApiResponse().$ref("#/components/responses/problem");
        return description -> description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation.getResponses().addApiResponse("default", problem));
    }

    private static ApiResponse problem() {
        Schema<?> text = new StringSchema();
        Schema<?> field = new ObjectSchema().addProperty("field", text).addProperty("message", text);
        Schema<?> body = new ObjectSchema()
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", text)
                .addProperty("reference", text)
                .addProperty("errors", new ArraySchema().items(field));
        return new ApiResponse()
                .description("A problem (RFC 9457)")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(body)));
    }

    private static SecurityScheme scheme(String scheme, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(scheme)
                .description(description);
    }

    private static SecurityScheme session() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("liasse-session")
                .description("The session of the screens; changes need the X-CSRF-TOKEN header too");
    }
}
