// An independent tus server for the tests: node tus_server.mjs FOLDER; prints its address.
import { createServer } from "node:http";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";

const tus = new Server({ path: "/uploads", datastore: new FileStore({ directory: process.argv[2] }) });
const http = createServer((request, response) => tus.handle(request, response));
http.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${http.address().port}/uploads`));
