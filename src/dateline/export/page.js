"use strict";
// Lights the words of a value, and the values of words. Keys are "e1.actors.0": card, field, place in the field.
(() => {
  const articles = new Map();

  function indexOf(article) {
    let index = articles.get(article);
    if (!index) {
      index = new Map();
      for (const element of article.querySelectorAll("[data-k]")) {
        for (const key of element.dataset.k.split(" ")) {
          if (!index.has(key)) index.set(key, []);
          index.get(key).push(element);
        }
      }
      articles.set(article, index);
    }
    return index;
  }

  let lit = [];
  function light(keys, article) {
    for (const element of lit) element.classList.remove("lit", "near");
    lit = [];
    if (!article) return;
    const index = indexOf(article);
    for (const key of keys) {
      for (const element of index.get(key) || []) {
        element.classList.add("lit");
        lit.push(element);
        const card = element.closest(".card");
        if (card) { card.classList.add("near"); lit.push(card); }
      }
    }
  }

  // The keys of what is pointed at: of a value or of words, of all values of a row, of a whole card.
  function keysAt(target) {
    const element = target.closest("[data-k]");
    if (element) return element.dataset.k.split(" ");
    const group = target.closest("dt") ? target.closest(".row") : target.closest("h4") ? target.closest(".card") : null;
    return group ? [...group.querySelectorAll("[data-k]")].map((value) => value.dataset.k) : [];
  }

  function follow(event) {
    const article = event.target.closest(".document");
    light(article ? keysAt(event.target) : [], article);
  }

  // From words to the card of their first key, from a value or a card to its first words.
  function go(target) {
    const article = target.closest(".document");
    if (!article || target.closest("a")) return;
    // Words that name an event or cue a claim lead to that card, even where another card mentions them too.
    const own = (key) => /\.(event|cue)\./.test(key) ? 0 : 1;
    const keys = keysAt(target).sort((one, other) => own(one) - own(other));
    if (!keys.length) return;
    const inText = Boolean(target.closest(".words"));
    const elements = keys.flatMap((key) => indexOf(article).get(key) || []);
    const there = elements.find((element) => Boolean(element.closest(".words")) !== inText);
    if (there) (inText ? there.closest(".card") : there).scrollIntoView({ block: "center" });
  }

  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);
  document.addEventListener("click", (event) => go(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      if (event.target.matches(".r, .v:not(a), h4")) { event.preventDefault(); go(event.target); }
    }
    if (event.key === "Escape") light([], null);
  });

  const documents = [...document.querySelectorAll(".document")];
  if (documents.length > 1) {
    const choice = document.createElement("select");
    choice.setAttribute("aria-label", "Go to document");
    documents.forEach((article, number) => {
      const option = document.createElement("option");
      option.value = article.id;
      option.textContent = `${number + 1}. ${article.querySelector("h2").textContent}`;
      choice.append(option);
    });
    choice.addEventListener("change", () => document.getElementById(choice.value).scrollIntoView());
    document.querySelector(".top nav").append(choice);
  }
})();
