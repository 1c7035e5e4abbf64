# syntax=docker/dockerfile:1
FROM eclipse-temurin:25-jdk-noble AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode --quiet -DskipTests -Dspotless.check.skip=true package \
 && java -Djarmode=tools -jar case-api/target/liasse.jar extract --destination /program

FROM eclipse-temurin:25-jre-noble
RUN apt-get update \
 && apt-get install -y --no-install-recommends tesseract-ocr-fra tesseract-ocr-deu tesseract-ocr-ita fonts-liberation curl \
      libheif-examples libheif-plugin-libde265 libheif-plugin-aomdec \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 liasse \
 && install -d -o liasse -g liasse /var/lib/liasse
COPY --from=build /program /opt/liasse
USER liasse
ENV LIASSE_HOME=/var/lib/liasse LIASSE_PORT=8080 OMP_THREAD_LIMIT=1
VOLUME /var/lib/liasse
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD curl -fsS http://localhost:8080/actuator/health || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=40", "--enable-native-access=ALL-UNNAMED", "--add-modules", "jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/liasse/liasse.jar"]
