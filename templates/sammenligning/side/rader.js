"use strict";

// Sorting and filtering of rows. Knows nothing of the page, so that it can be tried without one.
// A row is an array; places in it have the names below.
const Rows = (() => {
  const at = {
    key: 0, subject: 1, kind: 2, places: 3, oldText: 4, oldNumber: 5, newText: 6, newNumber: 7,
    changeText: 8, change: 9, size: 10, flags: 11, details: 12, explanation: 13, name: 14,
  };

  // Words in Norwegian order, numbers within them by value: «Tabell 9» before «Tabell 17».
  const words = new Intl.Collator("nb", { numeric: true });

  const flagCount = (flags) => {
    let count = 0;
    for (let rest = flags; rest > 0; rest >>= 1) count += rest & 1;
    return count;
  };

  // What a reader calls it: «Ordning · Oddsrate (Tabell 17)»; empty when only the key names it.
  const nameOf = (row, data) => {
    const [place, ...words] = row[at.name] ?? [];
    const name = words.map((word) => data.words[word]).join(" · ");
    return place >= 0 ? `${name} (${data.words[place]})` : name;
  };

  // What a column is sorted by: a number, a text, or null for nothing, which stands last both ways.
  const sortKey = {
    storrelse: (row) => row[at.size],
    id: (row, data) => nameOf(row, data) || row[at.key],
    sted: (row, data) => (row[at.places].length > 0 ? data.places[row[at.places][0]].name : null),
    for: (row) => row[at.oldNumber] ?? row[at.oldText],
    naa: (row) => row[at.newNumber] ?? row[at.newText],
    endring: (row) => row[at.change] ?? null,
    flagg: (row) => (row[at.flags] > 0 ? flagCount(row[at.flags]) : null),
    forklaring: (row, data) => (row[at.explanation] >= 0 ? data.explanations[row[at.explanation]].sort : null),
  };

  const compareKeys = (a, b, sign) => {
    const none = (a === null || a === "") - (b === null || b === "");
    if (none !== 0 || a === null || a === "") return none;
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return sign * (typeof a === "number" ? a - b : words.compare(a, b));
  };

  // A new array; rows that are alike keep the order they had.
  const sort = (rows, data, column, direction) => {
    const keyOf = sortKey[column];
    const sign = direction === "descending" ? -1 : 1;
    return rows
      .map((row) => ({ row, key: keyOf(row, data) }))
      .sort((a, b) => compareKeys(a.key, b.key, sign))
      .map((pair) => pair.row);
  };

  const searched = (row, data) => {
    const explanation = row[at.explanation] >= 0 ? data.explanations[row[at.explanation]] : null;
    const places = row[at.places].map((p) => data.places[p].name + " " + data.places[p].title);
    return [row[at.key], nameOf(row, data), row[at.oldText], row[at.newText], ...row[at.details], ...places, explanation?.subject, explanation?.reason, explanation?.signed, explanation?.className]
      .filter(Boolean)
      .join(" ")
      .toLocaleLowerCase("nb");
  };

  // Criteria: text (every word must be there), subject, kind, flag, place (numbers or null), explained ("ja", "nei", a class, "nr:" and the number of an explanation, or empty).
  const filter = (rows, data, criteria) => {
    const wanted = (criteria.text ?? "").toLocaleLowerCase("nb").split(/\s+/).filter(Boolean);
    const explained = criteria.explained ?? "";
    const isExplained = (row) => {
      const explanation = row[at.explanation];
      if (explained.startsWith("nr:")) return explanation === Number(explained.slice(3));
      switch (explained) {
        case "": return true;
        case "ja": return explanation >= 0;
        case "nei": return explanation < 0;
        default: return explanation >= 0 && data.explanations[explanation].classToken === explained;
      }
    };
    return rows.filter((row) =>
      (criteria.subject == null || row[at.subject] === criteria.subject) &&
      (criteria.kind == null || row[at.kind] === criteria.kind) &&
      (criteria.flag == null || (row[at.flags] >> criteria.flag) & 1) &&
      (criteria.place == null || row[at.places].includes(criteria.place)) &&
      isExplained(row) &&
      (wanted.length === 0 || ((text) => wanted.every((word) => text.includes(word)))(searched(row, data))));
  };

  return { at, nameOf, sort, filter };
})();

if (typeof module !== "undefined") module.exports = Rows;
