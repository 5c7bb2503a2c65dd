/* Starts the widgets of the editorial office: <span hidden data-call="initDateChooser" data-arguments="[…]">, where
   Wagtail writes an inline script, which our Content-Security-Policy forbids. Parts of a page that come later too. */
(function () {
  function start(span) {
    const name = span.dataset.call;
    const call = window[name];
    const values = JSON.parse(span.dataset.arguments);
    span.remove();
    if (/^[A-Z]/.test(name)) Reflect.construct(call, values); else call(...values);
  }

  function startAll(root) {
    if (root.matches('[data-call]')) start(root); else root.querySelectorAll('[data-call]').forEach(start);
  }

  function watch() {
    if (document.readyState === 'loading') return;
    document.removeEventListener('readystatechange', watch);
    startAll(document.body);
    new MutationObserver(function (changes) {
      for (const change of changes) {
        for (const node of change.addedNodes) {
          if (node.nodeType === Node.ELEMENT_NODE && node.isConnected) startAll(node);
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
  }

  /* All scripts are there, and Wagtail's controllers, which take menus out of the page, have not begun. */
  document.addEventListener('readystatechange', watch);
})();
