// The page itself: reads the data, fills the lists slice by slice, and listens. All text goes in as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { at } = Rows;
  const slice = 100;
  const printed = 300;
  const say = (key, ...facts) => facts.reduce((text, fact, i) => text.replace(`{${i}}`, () => fact), data.texts[key]);
  const count = (number) => number.toLocaleString("nb-NO");

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content.filter((part) => part !== null && part !== undefined && part !== ""));
    return made;
  };

  const placeLink = (index) => {
    const place = data.places[index];
    const shown = place.anchor && document.getElementById(place.anchor) ? element("a", "") : element("span", "");
    if (place.anchor) shown.href = "#" + place.anchor;
    shown.textContent = place.name;
    if (place.title) shown.title = place.title;
    return shown;
  };

  const explanationCell = (row) => {
    if (row[at.explanation] < 0) return element("td", "forklaring mangler", element("span", "brikke uforklart", say("uforklart")));
    const explanation = data.explanations[row[at.explanation]];
    return element(
      "td",
      "forklaring",
      element("span", "brikke " + explanation.classToken, explanation.className),
      element("span", "grunn", explanation.reason),
      element("span", "signert", explanation.signed),
    );
  };

  const nameCell = (row) => {
    const name = Rows.nameOf(row, data);
    const cell = element(
      "th",
      "id",
      element("span", "hva", data.subjects[row[at.subject]]),
      name ? element("span", "navn", name) : null,
      element("code", "", ...breakable(row[at.key])),
    );
    cell.scope = "row";
    if (row[at.kind] > 0) cell.append(element("span", "brikke slag" + row[at.kind], data.kinds[row[at.kind]]));
    return cell;
  };

  // On a narrow screen a row is a card, and each cell a line of it with the head of its column.
  const rowElement = (row, heads) => {
    const places = element("td", "sted");
    row[at.places].forEach((index, i) => places.append(i > 0 ? ", " : "", placeLink(index)));
    if (row[at.places].length === 0) places.append(element("span", "tomt", say("ikke_vist")));
    const isWords = row[at.oldNumber] === null && row[at.newNumber] === null && (row[at.oldText] + row[at.newText]).length > 12;
    const value = (text) => element("td", isWords ? "ord" : "tall", text || element("span", "tomt", "–"));
    const flags = element("td", "merker");
    data.flags.forEach((name, bit) => {
      if ((row[at.flags] >> bit) & 1) flags.append(element("span", "merke", name));
    });
    for (const detail of row[at.details] ?? []) flags.append(element("span", "detalj", detail));
    const cells = [
      element("td", "tall storrelse", row[at.size].toLocaleString("nb-NO", { maximumFractionDigits: 1 })),
      nameCell(row),
      places,
      value(row[at.oldText]),
      value(row[at.newText]),
      element("td", "tall endring", row[at.changeText]),
      flags,
      ...(heads.length > 7 ? [explanationCell(row)] : []),
    ];
    cells.forEach((cell, i) => {
      cell.dataset.navn = heads[i];
      // The look of a card must not take the table from those who hear it.
      cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
    });
    const made = element("tr", "", ...cells);
    made.setAttribute("role", "row");
    return made;
  };

  // Long ids may be broken after a dot.
  const breakable = (id) => id.split(/(?<=[.#:])/).flatMap((part) => [part, document.createElement("wbr")]);

  const makeList = (name, rows, criteria) => {
    const table = document.querySelector(`table[data-liste="${name}"]`);
    const status = document.querySelector(`[data-status="${name}"]`);
    const more = document.querySelector(`[data-mer="${name}"]`);
    const body = table.tBodies[0];
    const print = document.querySelector(`[data-utskrift="${name}"]`);
    const heads = [...table.tHead.rows[0].cells].map((head) => head.querySelector("button").textContent);
    // Until the reader sorts, the rows stand as they come; that order also decides between rows that are alike.
    let order = null;
    let shown = rows;
    let drawn = 0;

    const draw = (upTo) => {
      const end = Math.min(shown.length, upTo);
      const made = document.createDocumentFragment();
      for (; drawn < end; drawn++) made.append(rowElement(shown[drawn], heads));
      body.append(made);
      more.hidden = drawn >= shown.length;
      status.textContent = say(shown.length === rows.length ? "alle" : "utvalg", count(drawn), count(shown.length), count(rows.length));
      if (print) print.textContent = drawn < shown.length ? say("utskrift", count(drawn), count(shown.length)) : "";
    };

    const update = () => {
      const found = Rows.filter(rows, data, criteria());
      shown = order === null ? found : Rows.sort(found, data, order.column, order.direction);
      body.replaceChildren();
      drawn = 0;
      draw(slice);
    };

    for (const head of table.tHead.rows[0].cells) {
      head.querySelector("button").addEventListener("click", () => {
        const column = head.dataset.kolonne;
        const first = head.classList.contains("tall") || column === "flagg" ? "descending" : "ascending";
        const other = first === "descending" ? "ascending" : "descending";
        order = { column, direction: order?.column === column && order.direction === first ? other : first };
        for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order.direction);
        update();
      });
    }

    more.addEventListener("click", () => draw(drawn + slice));
    // The next slice is drawn before the reader reaches the end of this one.
    new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && draw(drawn + slice), { rootMargin: "800px" }).observe(more);
    // Paper has no button: it gets what a reader may leaf through, and says how much that is.
    addEventListener("beforeprint", () => draw(Math.max(drawn, printed)));
    update();
    return { update, unsort: () => {
      order = null;
      for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
    } };
  };

  const form = document.querySelector("form.filter");
  const options = (name, pairs) => pairs.forEach(([value, text]) => form.elements[name].append(new Option(text, value)));
  const inUse = (names, test) => names.map((name, i) => [i, name]).filter(([i]) => data.rows.some((row) => test(row, i)));
  options("hva", inUse(data.subjects, (row, i) => row[at.subject] === i));
  options("slag", inUse(data.kinds, (row, i) => row[at.kind] === i));
  options("flagg", inUse(data.flags, (row, i) => (row[at.flags] >> i) & 1));
  options("sted", data.places.map((place, i) => [i, place.title ? `${place.name}: ${place.title}` : place.name]));
  const classes = new Map(data.explanations.map((e) => [e.classToken, e.className]));
  options("forklaring", [["nei", say("uten_forklaring")], ["ja", say("med_forklaring")], ...classes]);
  options("forklaring", data.explanations.map((e, i) => ["nr:" + i, e.subject]));

  const chosen = (name) => (form.elements[name].value === "" ? null : Number(form.elements[name].value));
  const list = makeList("forskjeller", data.rows, () => ({
    text: form.elements.tekst.value,
    subject: chosen("hva"),
    kind: chosen("slag"),
    flag: chosen("flagg"),
    place: chosen("sted"),
    explained: form.elements.forklaring.value,
  }));
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(list.update, 120);
  });
  form.addEventListener("reset", () => setTimeout(() => {
    list.unsort();
    list.update();
  }));
  form.addEventListener("submit", (event) => event.preventDefault());

  // Links at a table, an explanation or a sentence of the summary filter the list to it.
  const filters = {
    vis: (id) => ["sted", data.places.findIndex((p) => p.id === id)],
    forklaring: (value) => ["forklaring", value],
    merke: (value) => ["flagg", value],
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-vis], [data-forklaring], [data-merke]");
    const kind = link && Object.keys(filters).find((name) => name in link.dataset);
    if (!kind) return;
    const [field, value] = filters[kind](link.dataset[kind]);
    form.reset();
    form.elements[field].value = String(value);
  });

  // A long list that few open is made when it is opened.
  for (const closed of document.querySelectorAll("details[data-lukket]")) {
    const name = closed.dataset.lukket;
    closed.addEventListener("toggle", () => makeList(name, data[name], () => ({})), { once: true });
  }
})();
