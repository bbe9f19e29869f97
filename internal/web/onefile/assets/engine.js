
// This part starts the program, which is compiled to WebAssembly and stands in the page, and calls it.

class Engine {
  constructor() { this.ready = this.start(); }

  async start() {
    const block = document.getElementById("engine"), packed = Uint8Array.from(atob(block.textContent), (c) => c.charCodeAt(0));
    block.remove();
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const go = new Go();
    const module = new Response(unpacked, {headers: {"Content-Type": "application/wasm"}});
    const {instance} = await WebAssembly.instantiateStreaming(module, go.importObject);
    go.run(instance); // It defines opsfit at once, and then waits for calls.
  }

  // call does a job of the program: form, open, assess or team.
  async call(job, request) {
    await this.ready;
    const reply = globalThis.opsfit(job, JSON.stringify({...request, day: new Date().toISOString().slice(0, 10)}));
    if (typeof reply !== "string") throw reply ?? new Error("it ended");
    return JSON.parse(reply);
  }
}

// toBase64 writes bytes as requests have them.
function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const sentFile = (name, text) => ({name, bytes: toBase64(new TextEncoder().encode(text))});

// readFiles reads files that were chosen. Of one that is too large no more is read than shows it.
async function readFiles(field) {
  const files = [];
  for (const file of field.files) files.push({name: file.name, bytes: toBase64(new Uint8Array(await file.slice(0, maxBytes + 1).arrayBuffer()))});
  field.value = "";
  return files;
}
