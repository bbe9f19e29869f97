
const page = new Page(JSON.parse(document.getElementById("data").textContent));
