package io.liasse.caseapi.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code liasse.web.*}.
 *
 * @param largestUpload most bytes of one multipart request, and of one file in it
 * @param largestRequest most bytes of the body of any other request
 */
@ConfigurationProperties("liasse.web")
record WebSettings(
        @DefaultValue("4GB") DataSize largestUpload,
        @DefaultValue("1MB") DataSize largestRequest) {}
