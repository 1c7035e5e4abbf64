# Sourced by run --demo: a home and a mailbox of its own, and the client that opens cases and sends documents.
export LIASSE_HOME=${LIASSE_HOME:-$HOME/.liasse-demo}
export LIASSE_PORT=${LIASSE_PORT:-8080}
export LIASSE_ADMIN_PASSWORD=${LIASSE_ADMIN_PASSWORD:-liasse-demonstration}
export LIASSE_MAILBOXES_0_NAME=post LIASSE_MAILBOXES_0_PROTOCOL=imap LIASSE_MAILBOXES_0_INTERVAL=3s LIASSE_MAILBOXES_0_HOST=127.0.0.1 LIASSE_MAILBOXES_0_PORT=${LIASSE_DEMO_IMAP_PORT:-31143}
export LIASSE_MAILBOXES_0_USERNAME=post@liasse.example LIASSE_MAILBOXES_0_PASSWORD=post

need_fonts
say "Demonstration: sign in as admin with the password $LIASSE_ADMIN_PASSWORD"
java -Xmx128m -Dslf4j.internal.verbosity=ERROR -jar demo/target/demo.jar "http://127.0.0.1:$LIASSE_PORT" "$LIASSE_HOME" "$LIASSE_MAILBOXES_0_PORT" \
  "$LIASSE_ADMIN_PASSWORD" &
demo_client=$!
